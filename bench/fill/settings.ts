import { SIZE } from '../size';
import { send } from './send';

/** Room for all indexes on one node, and ML Commons' guard on. */
export async function prepareSettings(url: string): Promise<void> {
  await send('PUT', `${url}/_cluster/settings`, {
    persistent: {
      'cluster.max_shards_per_node': 2 * SIZE.indexes + 1_000,
      'plugins.ml_commons.safe_delete_model': true,
    },
  });
}
