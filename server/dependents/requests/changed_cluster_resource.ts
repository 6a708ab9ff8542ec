import { resourcePath } from '../../cluster';
import { withAnotherModel } from './another_model';
import { anotherModelWords } from './change_words';
import type { PlacedDependence, Removal } from './removal';

/** A script is one text: another model stands in it in the place of this one. */
export function changedScript({ kind, id, definition, modelId }: PlacedDependence): Removal {
  return {
    request: {
      comments: [anotherModelWords()],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: { script: withAnotherModel(definition, modelId) },
    },
  };
}
