import { resourcePath } from '../../cluster';
import type { Place } from '../place';
import { withoutWords } from './change_words';
import { without } from './cut';
import { distinct } from './places';
import type { PlacedDependence, Removal } from './removal';

/** The definition written again without the parts in which the places stand. */
export function withoutParts(
  { kind, id, definition, places }: PlacedDependence,
  partAt: (place: Place) => Place
): Removal {
  const parts = distinct(places.map(partAt));
  return {
    request: {
      comments: [withoutWords(parts)],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: without(definition, parts),
    },
  };
}
