import { i18n } from '@osd/i18n';
import type { JsonRecord } from '../../cluster';
import { resourcePath } from '../../cluster';
import { withAnotherModel } from './another_model';
import { anotherModelWords } from './change_words';
import { withoutBookkeeping } from './registered';
import type { PlacedDependence, Removal } from './removal';

/** The Search Relevance Workbench makes and deletes search configurations, and changes none (3.9). */
export function changedSearchConfiguration({ kind, id }: PlacedDependence): Removal {
  return {
    request: {
      comments: [
        i18n.translate('mlModels.requests.deleteSearchConfiguration', {
          defaultMessage:
            'The Search Relevance Workbench can’t change a search configuration. Delete it, and create another one: it gets a new ID.',
        }),
      ],
      method: 'DELETE',
      path: resourcePath(kind, id),
    },
  };
}

/** What a list notes of how it was made can't be changed, and needs no change. */
export function keptJudgment({ kind, id }: PlacedDependence): Removal {
  return {
    whyNot: i18n.translate('mlModels.requests.judgmentStays', {
      defaultMessage:
        'A judgment list keeps the ID of the model that made it; its ratings stay without the model. DELETE {path} removes the list.',
      values: { path: resourcePath(kind, id) },
    }),
  };
}

/** The monitor with another model in the place of this one: it is written as a whole. */
export function changedMonitor({ kind, id, definition, modelId }: PlacedDependence): Removal {
  return {
    request: {
      comments: [anotherModelWords()],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: withAnotherModel(withoutBookkeeping(definition), modelId) as JsonRecord,
    },
  };
}

/** Its model can't be changed: the job goes on at a remote service until it ends or is cancelled. */
export function cancelledTask({ kind, id }: PlacedDependence): Removal {
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
