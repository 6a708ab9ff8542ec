import type { StoredDocument } from '../../cluster';
import { nearestKey, type Place } from '../place';
import type { Resource } from '../source';
import { namesModelId } from './model_id_keys';

/** Documents as resources, named by their `name` where they have one, else by their id. */
export function stored(documents: readonly StoredDocument[]): Resource[] {
  return documents.map(({ id, source }) => ({
    id,
    name: typeof source.name === 'string' && source.name !== '' ? source.name : id,
    definition: source,
  }));
}

/** Whether the key that a place stands under calls for a model. */
export function underModelIdKey(place: Place): boolean {
  return namesModelId(nearestKey(place));
}
