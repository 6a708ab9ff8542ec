import {
  readIngestPipelines,
  readSearchPipelines,
  readStoredScripts,
} from '../../cluster/pipelines';
import { callsInText } from '../resource_calls';
import { EMBEDDED_JSON, nearestKey, type JsonPath } from '../json_path';
import type { Source } from '../source';
import { underModelIdKey } from '../source';

/**
 * ML Commons walks each pipeline as a whole and takes a string for a use if the nearest key above
 * it is exactly `model_id` (DeleteModelTransportAction), in a script's parameters too. It doesn't
 * read what is written in a string.
 */
function blocks(place: JsonPath): boolean {
  return nearestKey(place) === 'model_id' && !place.includes(EMBEDDED_JSON);
}

/** Keys under which documents, queries and scripts have fields of their own. */
const OTHER_MEANINGS: ReadonlySet<unknown> = new Set(['params', 'query', 'term', 'terms', 'match']);

/** The queries of neural-search that name a model themselves. */
const NEURAL_QUERIES: ReadonlySet<unknown> = new Set(['neural', 'neural_sparse', 'neural_knn']);

function lastOf(place: JsonPath, steps: ReadonlySet<unknown>): number {
  return place.reduce<number>((last, step, index) => (steps.has(step) ? index : last), -1);
}

/** A script's parameter or a document's field of that name says nothing of a model. */
function isFalsePositive(place: JsonPath): boolean {
  return lastOf(place, OTHER_MEANINGS) > lastOf(place, NEURAL_QUERIES);
}

/** `neural_query_enricher` keeps ids by field name under `neural_field_default_id`. */
function expectsModelId(place: JsonPath): boolean {
  return (
    (underModelIdKey(place) && !isFalsePositive(place)) || place.includes('neural_field_default_id')
  );
}

export const ingestPipelines: Source = {
  kind: 'ingest_pipeline',
  read: readIngestPipelines,
  blocks,
  isFalsePositive,
  expectsModelId,
  callsAnywhere: true,
};

export const searchPipelines: Source = {
  kind: 'search_pipeline',
  read: readSearchPipelines,
  blocks,
  isFalsePositive,
  expectsModelId,
  callsAnywhere: true,
};

/** Stored search templates, mostly JSON with placeholders in it, and stored scripts. */
export const storedScripts: Source = {
  kind: 'stored_script',
  read: readStoredScripts,
  expectsModelId: underModelIdKey,
  // names of languages, which may be spelled as a custom id is
  ignores: ([part]) => part !== 'source',
  callsAnywhere: true,
  calls: ({ source }) => callsInText(source, ['source']),
};
