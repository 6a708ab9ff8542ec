import { setTimeout as sleep } from 'timers/promises';
import type { Review } from '../../common/dependents';
import type { Cluster } from '../cluster';
import { ClusterError, countVersions, deleteModelGroup } from '../cluster';

/** Pauses before the next try, in ms: deleted chunks of a local model are found for about 1 s. */
const TRY_AGAIN_AFTER_MS = [400, 800, 1600];

/** ML Commons refused since it counts a version, while the user sees none. */
async function mayBeLate(cluster: Cluster, groupId: string, error: ClusterError): Promise<boolean> {
  return error.status === 409 && (await countVersions(cluster, groupId)) === 0;
}

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
  const pauses = [...TRY_AGAIN_AFTER_MS];
  try {
    for (;;) {
      try {
        await deleteModelGroup(cluster, group.id);
        return 'deleted';
      } catch (error) {
        const pause = pauses.shift();
        if (!(error instanceof ClusterError) || pause === undefined) throw error;
        if (!(await mayBeLate(cluster, group.id, error))) throw error;
        await sleep(pause);
      }
    }
  } catch (error) {
    // the model is deleted whatever becomes of its group: no error may hide that
    if (error instanceof ClusterError) return 'kept';
    throw error;
  }
}
