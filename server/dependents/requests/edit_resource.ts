import { i18n } from '@osd/i18n';
import { resourcePath } from '../../cluster/definitions';
import { valueAt } from '../../cluster/json';
import type { JsonRecord } from '../../cluster/json';
import type { JsonPath } from '../json_path';
import { withoutBookkeeping } from './register_request';
import { anotherModelText, inDefinition, withAnotherModel, withoutParts } from './edit_definition';
import type { PlacedDependence, Removal } from './edit_definition';

/** The lists in which pipelines have their processors. */
const PROCESSOR_LISTS: ReadonlySet<unknown> = new Set([
  'processors',
  'on_failure',
  'request_processors',
  'response_processors',
  'phase_results_processors',
]);

/** The innermost processor in a list that holds a place, else the pipeline's member. */
function processorAt(stringPlace: JsonPath): JsonPath {
  const place = inDefinition(stringPlace);
  for (let end = place.length - 1; end > 0; end -= 1) {
    if (typeof place[end] === 'number' && PROCESSOR_LISTS.has(place[end - 1])) {
      return place.slice(0, end + 1);
    }
  }
  return place.slice(0, 1);
}

/** The pipeline without the processors that call for the model. */
export function editPipeline(dependence: PlacedDependence): Removal {
  return withoutParts(dependence, processorAt);
}

/** A note in the mapping can be written over; fields stay what they are. */
export function editIndex({ kind, id, definition, places, modelId }: PlacedDependence): Removal {
  if (places.every(([part, note]) => part === 'mappings' && note === '_meta')) {
    const note = withAnotherModel(valueAt(definition, 'mappings', '_meta'), modelId);
    return {
      request: {
        comments: [anotherModelText()],
        method: 'PUT',
        path: `${resourcePath(kind, id)}/_mapping`,
        body: { _meta: note },
      },
    };
  }
  return {
    whyNot: i18n.translate('mlModels.requests.reindex', {
      defaultMessage:
        'A field can’t be removed from an index. Reindex into an index whose field uses another model, or delete the index.',
    }),
  };
}

/** The innermost field of a mapping that holds a place, else the member with the id. */
function fieldAt(place: JsonPath): JsonPath {
  const member = inDefinition(place);
  const properties = member.lastIndexOf('properties');
  return properties >= 0 && properties + 1 < member.length
    ? member.slice(0, properties + 2)
    : member;
}

/** The template without the fields that call for the model. */
export function editTemplate(dependence: PlacedDependence): Removal {
  return withoutParts(dependence, fieldAt);
}

/** The script with the ID of another model in its text. */
export function editScript({ kind, id, definition, modelId }: PlacedDependence): Removal {
  return {
    request: {
      comments: [anotherModelText()],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: { script: withAnotherModel(definition, modelId) },
    },
  };
}

/** The setting without a value in the scopes that name the model. */
export function editSetting({ id, places }: PlacedDependence): Removal {
  const scopes = new Set(places.map(([scope]) => String(scope)));
  if (scopes.has('defaults')) {
    return {
      whyNot: i18n.translate('mlModels.requests.settingOfNode', {
        defaultMessage: 'The setting is in opensearch.yml on the nodes. Change it there.',
      }),
    };
  }
  return {
    request: {
      method: 'PUT',
      path: '/_cluster/settings',
      body: Object.fromEntries([...scopes].map((scope) => [scope, { [id]: null }])),
    },
  };
}

/** The Search Relevance Workbench makes and deletes search configurations, and changes none (3.9). */
export function editSearchConfiguration({ kind, id }: PlacedDependence): Removal {
  return {
    request: {
      comments: [
        i18n.translate('mlModels.requests.deleteSearchConfiguration', {
          defaultMessage:
            'The Search Relevance Workbench can’t change a search configuration. Delete it and create another one. It gets a new ID.',
        }),
      ],
      method: 'DELETE',
      path: resourcePath(kind, id),
    },
  };
}

/** What a list notes of how it was made can't be changed, and needs no change. */
export function keepJudgment({ kind, id }: PlacedDependence): Removal {
  return {
    whyNot: i18n.translate('mlModels.requests.judgmentStays', {
      defaultMessage:
        'A judgment list keeps the ID of the model that made it, and its ratings work without the model. DELETE {path} deletes the list.',
      values: { path: resourcePath(kind, id) },
    }),
  };
}

/** The monitor with another model in the place of this one: it is written as a whole. */
export function editMonitor({ kind, id, definition, modelId }: PlacedDependence): Removal {
  return {
    request: {
      comments: [anotherModelText()],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: withAnotherModel(withoutBookkeeping(definition), modelId) as JsonRecord,
    },
  };
}

/** Its model can't be changed: the job goes on at a remote service until it ends or is cancelled. */
export function cancelTask({ kind, id }: PlacedDependence): Removal {
  return {
    request: {
      comments: [
        i18n.translate('mlModels.requests.cancelTask', {
          defaultMessage:
            'Cancels the batch prediction. Or wait until it has finished: GET {path} asks the remote service.',
          values: { path: resourcePath(kind, id) },
        }),
      ],
      method: 'POST',
      path: `${resourcePath(kind, id)}/_cancel`,
    },
  };
}
