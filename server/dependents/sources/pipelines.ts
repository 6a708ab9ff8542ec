import { readIngestPipelines, readSearchPipelines } from '../../cluster';
import { nearestKey, type Place } from '../place';
import type { Source } from '../source';
import { stored, underModelIdKey } from './stored_resources';

/**
 * ML Commons walks each pipeline as a whole and takes a string for a use if the nearest key above
 * it is exactly `model_id` (DeleteModelTransportAction), in a script's parameters too.
 */
function blocks(place: Place): boolean {
  return nearestKey(place) === 'model_id';
}

/** `neural_query_enricher` keeps ids by field name under `neural_field_default_id`. */
function expectsModelId(place: Place): boolean {
  return underModelIdKey(place) || place.includes('neural_field_default_id');
}

export const ingestPipelines: Source = {
  kind: 'ingest_pipeline',
  read: async (cluster) => stored(await readIngestPipelines(cluster)),
  blocks,
  expectsModelId,
};

export const searchPipelines: Source = {
  kind: 'search_pipeline',
  read: async (cluster) => stored(await readSearchPipelines(cluster)),
  blocks,
  expectsModelId,
};
