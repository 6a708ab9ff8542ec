import type { Permissions } from '../../common/deletion';
import type { Cluster } from '../cluster';
import { askDelete, askSettingsUpdate, askUndeploy, readUser } from '../cluster';

const OPEN = { allowed: null } as const;

/**
 * What the user may do, as far as roles decide it. There is no API that says so to ordinary users:
 * the cluster is asked by requests that change nothing, and only where it has the security plugin.
 * @throws what is no ClusterError
 */
export async function readPermissions(cluster: Cluster): Promise<Permissions> {
  if ((await readUser(cluster)) === null) {
    return { delete_model: OPEN, undeploy_model: OPEN, change_settings: OPEN };
  }
  const [deleteModel, undeployModel, changeSettings] = await Promise.all([
    askDelete(cluster),
    askUndeploy(cluster),
    askSettingsUpdate(cluster),
  ]);
  return {
    delete_model: deleteModel,
    undeploy_model: undeployModel,
    change_settings: changeSettings,
  };
}
