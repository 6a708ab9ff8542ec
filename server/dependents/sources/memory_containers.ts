import { readMemoryContainer, readMemoryContainers } from '../../cluster';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

/** Memory containers of agents: `embedding_model_id`, `llm_id` (MemoryConfiguration). */
export const memoryContainers: Source = {
  kind: 'memory_container',
  read: readMemoryContainers,
  readNow: readMemoryContainer,
  storedIn: ['.plugins-ml-am-memory-container'],
  expectsModelId: underModelIdKey,
};
