import type { Place } from '../place';
import { inDefinition } from './places';
import type { PlacedDependence, Removal } from './removal';
import { withoutParts } from './without_parts';

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
export function changedPipeline(dependence: PlacedDependence): Removal {
  return withoutParts(dependence, processorAt);
}
