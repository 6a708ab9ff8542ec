import { resourcePath } from '../../cluster';
import type { Place } from '../place';
import { without } from './cut';
import { distinct, inDefinition } from './places';
import type { PlacedDependence, Removal } from './removal';
import { withoutWords } from './change_words';

/** The innermost field of a mapping that holds a place, else the member with the id. */
function fieldAt(place: Place): Place {
  const member = inDefinition(place);
  const properties = member.lastIndexOf('properties');
  return properties >= 0 && properties + 1 < member.length
    ? member.slice(0, properties + 2)
    : member;
}

/** The template without the fields that call for the model. */
export function changedTemplate({ kind, id, definition, places }: PlacedDependence): Removal {
  const parts = distinct(places.map(fieldAt));
  return {
    request: {
      comments: [withoutWords(parts)],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: without(definition, parts),
    },
  };
}
