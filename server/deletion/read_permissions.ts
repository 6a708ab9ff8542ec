import type { Permissions } from '../../common/contracts/deletion';
import type { Cluster } from '../cluster/cluster';
import { readUser } from '../cluster/cluster_info';
import {
  probeDelete,
  probeDeleteConnector,
  probeDeleteGroup,
  probeSettingsUpdate,
  probeUndeploy,
} from '../cluster/permission_probes';

const OPEN = { allowed: null } as const;

/**
 * What the user may do, as far as roles decide it. There is no API that says so to ordinary users:
 * the cluster is asked by requests that change nothing, and only where it has the security plugin.
 * @throws what is no ClusterError
 */
export async function readPermissions(cluster: Cluster): Promise<Permissions> {
  if ((await readUser(cluster)) === null) {
    return {
      delete_model: OPEN,
      delete_connector: OPEN,
      delete_model_group: OPEN,
      undeploy_model: OPEN,
      change_settings: OPEN,
    };
  }
  const [deleteModel, deleteConnector, deleteGroup, undeployModel, changeSettings] =
    await Promise.all([
      probeDelete(cluster),
      probeDeleteConnector(cluster),
      probeDeleteGroup(cluster),
      probeUndeploy(cluster),
      probeSettingsUpdate(cluster),
    ]);
  return {
    delete_model: deleteModel,
    delete_connector: deleteConnector,
    delete_model_group: deleteGroup,
    undeploy_model: undeployModel,
    change_settings: changeSettings,
  };
}
