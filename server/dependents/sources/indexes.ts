import { readIndexes } from '../../cluster';
import type { Source } from '../source';
import { stored, underModelIdKey } from './stored_resources';

/** Indexes: semantic fields call for `model_id` and `search_model_id` in the mapping. */
export const indexes: Source = {
  kind: 'index',
  read: async (cluster) => stored(await readIndexes(cluster)),
  expectsModelId: underModelIdKey,
  // names of pipelines and aliases, which may be spelled as a custom id is
  ignores: ([part]) => part !== 'mappings',
};
