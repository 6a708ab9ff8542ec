import { i18n } from '@osd/i18n';
import { isRecord, resourcePath } from '../../cluster';
import type { Place } from '../place';
import { withAnotherModel } from './another_model';
import { distinct } from './places';
import { without } from './cut';
import type { PlacedDependence, Removal } from './removal';
import { anotherModelWords, withoutWords } from './change_words';

/** The members at a depth that hold the id, with another model in its place. */
function changedMembers(value: unknown, keys: readonly unknown[], modelId: string) {
  const held = new Set(keys.map(String));
  return Object.fromEntries(
    Object.entries(isRecord(value) ? value : {})
      .filter(([key]) => held.has(key))
      .map(([key, child]) => [key, withAnotherModel(child, modelId)])
  );
}

/** ML Commons merges guardrails into those that are there: they can't be taken away (3.6.0). */
export function changedGuardrails({ kind, id, definition, modelId }: PlacedDependence): Removal {
  return {
    request: {
      comments: [
        i18n.translate('mlModels.requests.keptGuardrails', {
          defaultMessage: 'ML Commons keeps guardrails that are left out.',
        }),
        anotherModelWords(),
      ],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: { guardrails: withAnotherModel(definition.guardrails, modelId) },
    },
  };
}

function isEmbedding([configuration, key]: Place): boolean {
  return configuration === 'configuration' && key === 'embedding_model_id';
}

/** ML Commons refuses another embedding model: the memories that are there came from it (3.6.0). */
export function changedContainer(dependence: PlacedDependence): Removal {
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
  const configuration = changedMembers(definition.configuration, inside, modelId);
  return {
    request: {
      comments: [anotherModelWords()],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: {
        ...changedMembers(definition, outside, modelId),
        ...(inside.length > 0 && { configuration }),
      },
    },
  };
}

function isHook([hooks, , index]: Place): boolean {
  return hooks === 'hooks' && typeof index === 'number';
}

/** The lists of hooks that change; ML Commons keeps those that are left out (3.6.0). */
export function changedContextTemplate(dependence: PlacedDependence): Removal {
  const { kind, id, definition, places, modelId } = dependence;
  const parts = distinct(places.filter(isHook).map((place) => place.slice(0, 3)));
  const others = places.filter((place) => !isHook(place)).map(([key]) => key);
  const lists = new Set(parts.map(([, list]) => list));
  const { hooks } = without({ hooks: definition.hooks }, parts);
  const changed = Object.entries(isRecord(hooks) ? hooks : {}).filter(([list]) => lists.has(list));
  return {
    request: {
      comments: [
        ...(parts.length > 0 ? [withoutWords(parts)] : []),
        ...(others.length > 0 ? [anotherModelWords()] : []),
      ],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: {
        ...changedMembers(definition, others, modelId),
        ...(parts.length > 0 && { hooks: Object.fromEntries(changed) }),
      },
    },
  };
}

/** ML Commons merges parameters into those that are there: they can't be taken away (3.6.0). */
export function changedMcpTool({ definition, places, modelId }: PlacedDependence): Removal {
  const { name, type } = definition;
  const keys = places.map(([key]) => key);
  return {
    request: {
      comments: [anotherModelWords()],
      method: 'POST',
      path: '/_plugins/_ml/mcp/tools/_update',
      body: { tools: [{ name, type, ...changedMembers(definition, keys, modelId) }] },
    },
  };
}
