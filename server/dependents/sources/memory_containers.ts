import { readMemoryContainers } from '../../cluster';
import type { Source } from '../source';
import { stored, underModelIdKey } from './stored_resources';

/** Memory containers of agents: `embedding_model_id`, `llm_id` (MemoryConfiguration). */
export const memoryContainers: Source = {
  kind: 'memory_container',
  read: async (cluster) => stored(await readMemoryContainers(cluster)),
  expectsModelId: underModelIdKey,
};
