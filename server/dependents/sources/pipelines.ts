import type { Cluster, StoredDocument } from '../../cluster';
import { readIngestPipelines, readSearchPipelines } from '../../cluster';
import { nearestKey, type Place } from '../place';
import type { Resource, Source } from '../source';
import { namesModelId } from './model_id_keys';

/**
 * ML Commons walks each pipeline as a whole and takes a string for a use if the nearest key above
 * it is exactly `model_id` (DeleteModelTransportAction), in a script's parameters too.
 */
function blocks(place: Place): boolean {
  return nearestKey(place) === 'model_id';
}

/** `neural_query_enricher` keeps ids by field name under `neural_field_default_id`. */
function expectsModelId(place: Place): boolean {
  return namesModelId(nearestKey(place)) || place.includes('neural_field_default_id');
}

async function resources(documents: Promise<StoredDocument[]>): Promise<Resource[]> {
  return (await documents).map(({ id, source }) => ({ id, name: id, definition: source }));
}

export const ingestPipelines: Source = {
  kind: 'ingest_pipeline',
  read: (cluster: Cluster) => resources(readIngestPipelines(cluster)),
  blocks,
  expectsModelId,
};

export const searchPipelines: Source = {
  kind: 'search_pipeline',
  read: (cluster: Cluster) => resources(readSearchPipelines(cluster)),
  blocks,
  expectsModelId,
};
