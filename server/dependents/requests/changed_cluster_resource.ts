import { resourcePath } from '../../cluster';
import { withAnotherModel } from './another_model';
import { anotherModelWords } from './change_words';
import type { PlacedDependence, Removal } from './removal';

/** The script with the ID of another model in its text. */
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
