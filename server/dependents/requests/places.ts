import { EMBEDDED_JSON, formatPlace, type Place } from '../place';

/** The place of the string that a place is in: what is written in a string can't be cut out. */
export function inDefinition(place: Place): Place {
  const embedded = place.indexOf(EMBEDDED_JSON);
  return embedded < 0 ? place : place.slice(0, embedded);
}

/** Each place once, in their order. */
export function distinct(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [formatPlace(place), place])).values()];
}
