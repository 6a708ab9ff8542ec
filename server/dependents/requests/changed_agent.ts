import { i18n } from '@osd/i18n';
import type { JsonRecord, Release } from '../../cluster';
import { resourcePath } from '../../cluster';
import { formatPlace, type Place } from '../place';
import { withAnotherModel } from './another_model';
import { distinct } from './places';
import type { ConsoleRequest } from './console_text';
import { without } from './cut';
import type { PlacedDependence, Removal } from './removal';
import { anotherModelWords, withoutWords } from './change_words';

/** Agents can be changed since 3.1; a cluster that doesn't say is taken for a newer one. */
function canChange(release: Release | null): boolean {
  return release === null || release.major > 3 || (release.major === 3 && release.minor >= 1);
}

function isTool([list, index]: Place): boolean {
  return list === 'tools' && typeof index === 'number';
}

interface Change {
  comments: string[];
  body: JsonRecord;
}

/** ML Commons takes an empty list for none given: then the tools call for another model. */
function changedTools({ definition, places, modelId }: PlacedDependence): Change {
  const held = distinct(places.filter(isTool).map((place) => place.slice(0, 2)));
  if (held.length === 0) return { comments: [], body: {} };
  const { tools } = without({ tools: definition.tools }, held);
  return Array.isArray(tools) && tools.length > 0
    ? { comments: [withoutWords(held)], body: { tools } }
    : {
        comments: [
          i18n.translate('mlModels.requests.lastTool', {
            defaultMessage: '{tools}: ML Commons keeps the tools of an agent that is left none.',
            values: { tools: held.map(formatPlace).join(', ') },
          }),
          anotherModelWords(),
        ],
        body: { tools: withAnotherModel(definition.tools, modelId) },
      };
}

/** ML Commons takes it at registration only: an update is answered with 200 and left out (3.6.0). */
const NEVER_CHANGED = 'context_management';

function isFixed([key]: Place): boolean {
  return key === NEVER_CHANGED;
}

function fixedWords(): string {
  return i18n.translate('mlModels.requests.contextManagementStays', {
    defaultMessage:
      'ML Commons doesn’t change the context management of an agent. Register it anew with another model, and delete this one.',
  });
}

/** What lies elsewhere is merged into what is there: it can be written over, not taken away. */
function changedMembers({ definition, places, modelId }: PlacedDependence): Change {
  const members = places.filter((place) => !isTool(place) && !isFixed(place));
  const keys = [...new Set(members.map(([key]) => String(key)))];
  return {
    comments: keys.length > 0 ? [anotherModelWords()] : [],
    body: Object.fromEntries(keys.map((key) => [key, withAnotherModel(definition[key], modelId)])),
  };
}

function deleteRequest(path: string): ConsoleRequest {
  return {
    comments: [
      i18n.translate('mlModels.requests.deleteAgent', {
        defaultMessage:
          'Before 3.1 ML Commons can’t change an agent. Delete it, and register it anew with another model: it gets a new ID.',
      }),
    ],
    method: 'DELETE',
    path,
  };
}

/** The agent without the tools that call for the model, and with another LLM. */
export function changedAgent(dependence: PlacedDependence): Removal {
  const path = resourcePath('agent', dependence.id);
  if (!canChange(dependence.release)) return { request: deleteRequest(path) };
  if (dependence.places.every(isFixed)) return { whyNot: fixedWords() };
  const tools = changedTools(dependence);
  const members = changedMembers(dependence);
  const fixed = dependence.places.some(isFixed) ? [fixedWords()] : [];
  const comments = [...new Set([...tools.comments, ...members.comments, ...fixed])];
  return {
    request: { comments, method: 'PUT', path, body: { ...members.body, ...tools.body } },
  };
}
