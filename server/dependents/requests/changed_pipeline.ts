import { resourcePath } from '../../cluster';
import type { Place } from '../place';
import { without } from './cut';
import { distinct, inDefinition } from './places';
import type { PlacedDependence, Removal } from './removal';
import { withoutWords } from './change_words';

/** The lists in which pipelines have their processors. */
const PROCESSOR_LISTS: ReadonlySet<unknown> = new Set([
  'processors',
  'on_failure',
  'request_processors',
  'response_processors',
  'phase_results_processors',
]);

/** The innermost processor in a list that holds a place, else the pipeline's member. */
function processorAt(stringPlace: Place): Place {
  const place = inDefinition(stringPlace);
  for (let end = place.length - 1; end > 0; end -= 1) {
    if (typeof place[end] === 'number' && PROCESSOR_LISTS.has(place[end - 1])) {
      return place.slice(0, end + 1);
    }
  }
  return place.slice(0, 1);
}

/** The pipeline without the processors that call for the model. */
export function changedPipeline({ kind, id, definition, places }: PlacedDependence): Removal {
  const parts = distinct(places.map(processorAt));
  return {
    request: {
      comments: [withoutWords(parts)],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: without(definition, parts),
    },
  };
}
