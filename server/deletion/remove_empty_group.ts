import type { Review } from '../../common/dependents';
import type { Cluster } from '../cluster';
import { ClusterError, deleteModelGroup } from '../cluster';

/**
 * Removes the group of a model that was just deleted, if the model was its last version: ML
 * Commons leaves the empty group behind. It refuses while the system counts a version, one that
 * the user can't see or that came meanwhile included, and the group stays. Only ever called after
 * ML Commons let the same user delete in the group, since it doesn't guard groups itself.
 */
export async function removeEmptyGroup(
  cluster: Cluster,
  group: Review['model_group']
): Promise<'deleted' | 'kept'> {
  if (!group?.last_version) return 'kept';
  try {
    await deleteModelGroup(cluster, group.id);
    return 'deleted';
  } catch (error) {
    // the model is deleted whatever becomes of its group: no error may hide that
    if (error instanceof ClusterError) return 'kept';
    throw error;
  }
}
