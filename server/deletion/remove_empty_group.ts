import { setTimeout as sleep } from 'timers/promises';
import type { DeleteModelAnswer } from '../../common/deletion';
import type { Review } from '../../common/dependents';
import type { Cluster } from '../cluster';
import { ClusterError, countVersions, deleteModelGroup } from '../cluster';
import { leavesOpen } from './leaves_open';

/** Pauses before the next try, in ms: deleted chunks of a local model are found for about 1 s. */
const TRY_AGAIN_AFTER_MS = [400, 800, 1600];

/** ML Commons refused since it counts a version, while the user sees none. */
async function mayBeLate(cluster: Cluster, groupId: string, error: ClusterError): Promise<boolean> {
  return error.status === 409 && (await countVersions(cluster, groupId)) === 0;
}

/**
 * Removes the group of a model that was just deleted, if the model was its last version: ML
 * Commons leaves the empty group behind. It refuses while the system counts a version, one that
 * the user can't see or that came meanwhile included, and the group stays. A lost answer is asked
 * for once more: a group that is gone already is deleted without an error. Only ever called after
 * ML Commons let the same user delete in the group, since it doesn't guard groups itself.
 */
export async function removeEmptyGroup(
  cluster: Cluster,
  group: Review['model_group']
): Promise<DeleteModelAnswer['model_group']> {
  if (!group?.last_version) return 'kept';
  const pauses = [...TRY_AGAIN_AFTER_MS];
  let isLost = false;
  try {
    for (;;) {
      try {
        await deleteModelGroup(cluster, group.id);
        return 'deleted';
      } catch (error) {
        const pause = pauses.shift();
        if (!(error instanceof ClusterError) || pause === undefined || isLost) throw error;
        isLost = leavesOpen(error);
        if (!isLost && !(await mayBeLate(cluster, group.id, error))) throw error;
        await sleep(pause);
      }
    }
  } catch (error) {
    // the model is deleted whatever becomes of its group: no error may hide that
    if (error instanceof ClusterError) return leavesOpen(error) ? 'unknown' : 'kept';
    throw error;
  }
}
