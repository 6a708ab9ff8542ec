import { i18n } from '@osd/i18n';
import { mayHaveStored, readMemoryContainer, readMemoryContainers } from '../../cluster';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

const STORED_IN = ['.plugins-ml-am-memory-container'];

/** Memory containers of agents: `embedding_model_id`, `llm_id` (MemoryConfiguration). */
export const memoryContainers: Source = {
  kind: 'memory_container',
  async read(cluster, reader, limits) {
    await readMemoryContainers(cluster, reader);
    if (!(await limits).memoryContainers || !(await mayHaveStored(cluster, STORED_IN))) return;
    return {
      state: 'partial',
      detail: i18n.translate('mlModels.server.containersOfOthers', {
        defaultMessage:
          'ML Commons lists only memory containers of your own and of your backend roles.',
      }),
    };
  },
  readNow: readMemoryContainer,
  storedIn: STORED_IN,
  expectsModelId: underModelIdKey,
};
