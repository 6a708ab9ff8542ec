import { i18n } from '@osd/i18n';
import { resourcePath, valueAt } from '../../cluster';
import type { PlacedDependence, Removal } from './removal';
import { withAnotherModel } from './another_model';
import { anotherModelWords } from './change_words';

/** A note in the mapping can be written over; fields stay what they are. */
export function changedIndex({ kind, id, definition, places, modelId }: PlacedDependence): Removal {
  if (places.every(([part, note]) => part === 'mappings' && note === '_meta')) {
    const note = withAnotherModel(valueAt(definition, 'mappings', '_meta'), modelId);
    return {
      request: {
        comments: [anotherModelWords()],
        method: 'PUT',
        path: `${resourcePath(kind, id)}/_mapping`,
        body: { _meta: note },
      },
    };
  }
  return {
    whyNot: i18n.translate('mlModels.requests.reindex', {
      defaultMessage:
        'A field can’t be taken out of an index. Reindex into an index whose field calls for another model, or delete the index.',
    }),
  };
}
