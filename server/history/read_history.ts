import type { History } from '../../common/history/history';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import { readModelAsStored } from '../cluster/models';
import { probeDelete } from '../cluster/permission_probes';
import type { SavedHistory } from './saved_history';

/**
 * The history of a model that the user may see. Of one that is deleted nobody's access is known
 * any more: its history is for users who may delete models.
 * @throws ClusterError `forbidden`, …
 */
export async function readHistory(
  cluster: Cluster,
  history: SavedHistory,
  dataSourceId: string | null,
  modelId: string
): Promise<History> {
  try {
    await readModelAsStored(cluster, modelId);
  } catch (error) {
    if (!(error instanceof ClusterError) || error.kind !== 'not_found') throw error;
    const permission = await probeDelete(cluster);
    if (permission.allowed === false) {
      throw new ClusterError('forbidden', permission.detail, 403, 'security_exception');
    }
  }
  return history.read(dataSourceId, modelId);
}
