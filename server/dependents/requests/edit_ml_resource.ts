import { i18n } from '@osd/i18n';
import { isAtLeast } from '../../cluster/cluster_info';
import type { Release } from '../../cluster/cluster_info';
import { resourcePath } from '../../cluster/definitions';
import { isRecord } from '../../cluster/json';
import type { JsonRecord } from '../../cluster/json';
import { formatPath, type JsonPath } from '../json_path';
import type { ConsoleRequest } from './console_text';
import {
  anotherModelText,
  distinct,
  withAnotherModel,
  without,
  withoutText,
} from './edit_definition';
import type { PlacedDependence, Removal } from './edit_definition';

/** The members at a depth that hold the id, with another model in its place. */
function replaceInMembers(value: unknown, keys: readonly unknown[], modelId: string) {
  const held = new Set(keys.map(String));
  return Object.fromEntries(
    Object.entries(isRecord(value) ? value : {})
      .filter(([key]) => held.has(key))
      .map(([key, child]) => [key, withAnotherModel(child, modelId)])
  );
}

/** ML Commons merges guardrails into those that are there: they can't be taken away (3.6.0). */
export function editGuardrails({ kind, id, definition, modelId }: PlacedDependence): Removal {
  return {
    request: {
      comments: [
        i18n.translate('mlModels.requests.keptGuardrails', {
          defaultMessage: 'ML Commons keeps guardrails that a request leaves out.',
        }),
        anotherModelText(),
      ],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: { guardrails: withAnotherModel(definition.guardrails, modelId) },
    },
  };
}

function isEmbedding([configuration, key]: JsonPath): boolean {
  return configuration === 'configuration' && key === 'embedding_model_id';
}

/** ML Commons refuses another embedding model: the memories that are there came from it (3.6.0). */
export function editContainer(dependence: PlacedDependence): Removal {
  const { kind, id, definition, places, modelId } = dependence;
  if (places.some(isEmbedding)) {
    return {
      whyNot: i18n.translate('mlModels.requests.embeddingStays', {
        defaultMessage:
          'The embedding model of a memory container can’t be changed. Create another container, or delete this one.',
      }),
    };
  }
  const [inside, outside] = [
    places.filter(([key]) => key === 'configuration').map(([, key]) => key),
    places.filter(([key]) => key !== 'configuration').map(([key]) => key),
  ];
  const configuration = replaceInMembers(definition.configuration, inside, modelId);
  return {
    request: {
      comments: [anotherModelText()],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: {
        ...replaceInMembers(definition, outside, modelId),
        ...(inside.length > 0 && { configuration }),
      },
    },
  };
}

function isHook([hooks, , index]: JsonPath): boolean {
  return hooks === 'hooks' && typeof index === 'number';
}

/** The lists of hooks that change; ML Commons keeps those that are left out (3.6.0). */
export function editContextTemplate(dependence: PlacedDependence): Removal {
  const { kind, id, definition, places, modelId } = dependence;
  const parts = distinct(places.filter(isHook).map((place) => place.slice(0, 3)));
  const others = places.filter((place) => !isHook(place)).map(([key]) => key);
  const lists = new Set(parts.map(([, list]) => list));
  const { hooks } = without({ hooks: definition.hooks }, parts);
  const changed = Object.entries(isRecord(hooks) ? hooks : {}).filter(([list]) => lists.has(list));
  return {
    request: {
      comments: [
        ...(parts.length > 0 ? [withoutText(parts)] : []),
        ...(others.length > 0 ? [anotherModelText()] : []),
      ],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: {
        ...replaceInMembers(definition, others, modelId),
        ...(parts.length > 0 && { hooks: Object.fromEntries(changed) }),
      },
    },
  };
}

/** ML Commons merges parameters into those that are there: they can't be taken away (3.6.0). */
export function editMcpTool({ definition, places, modelId }: PlacedDependence): Removal {
  const { name, type } = definition;
  const keys = places.map(([key]) => key);
  return {
    request: {
      comments: [anotherModelText()],
      method: 'POST',
      path: '/_plugins/_ml/mcp/tools/_update',
      body: { tools: [{ name, type, ...replaceInMembers(definition, keys, modelId) }] },
    },
  };
}

/** Agents can be changed since 3.1; a cluster that doesn't say is taken for a newer one. */
export function canChangeAgents(release: Release | null): boolean {
  return release === null || isAtLeast(release, 3, 1);
}

function isTool([list, index]: JsonPath): boolean {
  return list === 'tools' && typeof index === 'number';
}

interface Change {
  comments: string[];
  body: JsonRecord;
}

/** ML Commons takes an empty list for none given: then the tools call for another model. */
function editTools({ definition, places, modelId }: PlacedDependence): Change {
  const held = distinct(places.filter(isTool).map((place) => place.slice(0, 2)));
  if (held.length === 0) return { comments: [], body: {} };
  const { tools } = without({ tools: definition.tools }, held);
  return Array.isArray(tools) && tools.length > 0
    ? { comments: [withoutText(held)], body: { tools } }
    : {
        comments: [
          i18n.translate('mlModels.requests.lastTool', {
            defaultMessage: '{tools}: ML Commons keeps an agent’s tools if a request has none.',
            values: { tools: held.map(formatPath).join(', ') },
          }),
          anotherModelText(),
        ],
        body: { tools: withAnotherModel(definition.tools, modelId) },
      };
}

/** ML Commons takes it at registration only: an update is answered with 200 and left out (3.6.0). */
const NEVER_CHANGED = 'context_management';

function isFixed([key]: JsonPath): boolean {
  return key === NEVER_CHANGED;
}

function fixedText(): string {
  return i18n.translate('mlModels.requests.contextManagementStays', {
    defaultMessage:
      'ML Commons can’t change the context management of an agent. Register another agent with another model, and delete this one.',
  });
}

/** What lies elsewhere is merged into what is there: it can be written over, not taken away. */
function editAgentMembers({ definition, places, modelId }: PlacedDependence): Change {
  const members = places.filter((place) => !isTool(place) && !isFixed(place));
  const keys = [...new Set(members.map(([key]) => String(key)))];
  return {
    comments: keys.length > 0 ? [anotherModelText()] : [],
    body: Object.fromEntries(keys.map((key) => [key, withAnotherModel(definition[key], modelId)])),
  };
}

function deleteRequest(path: string): ConsoleRequest {
  return {
    comments: [
      i18n.translate('mlModels.requests.deleteAgent', {
        defaultMessage:
          'Before 3.1, ML Commons can’t change an agent. Delete the agent and register it again with another model. It gets a new ID.',
      }),
    ],
    method: 'DELETE',
    path,
  };
}

/** The agent without the tools that call for the model, and with another LLM. */
export function editAgent(dependence: PlacedDependence): Removal {
  const path = resourcePath('agent', dependence.id);
  if (!canChangeAgents(dependence.release)) return { request: deleteRequest(path) };
  if (dependence.places.every(isFixed)) return { whyNot: fixedText() };
  const tools = editTools(dependence);
  const members = editAgentMembers(dependence);
  const fixed = dependence.places.some(isFixed) ? [fixedText()] : [];
  const comments = [...new Set([...tools.comments, ...members.comments, ...fixed])];
  return {
    request: { comments, method: 'PUT', path, body: { ...members.body, ...tools.body } },
  };
}
