import type { Place } from '../place';
import { inDefinition } from './places';
import type { PlacedDependence, Removal } from './removal';
import { withoutParts } from './without_parts';

/** The innermost field of a mapping that holds a place, else the member with the id. */
function fieldAt(place: Place): Place {
  const member = inDefinition(place);
  const properties = member.lastIndexOf('properties');
  return properties >= 0 && properties + 1 < member.length
    ? member.slice(0, properties + 2)
    : member;
}

/** The template without the fields that call for the model. */
export function changedTemplate(dependence: PlacedDependence): Removal {
  return withoutParts(dependence, fieldAt);
}
