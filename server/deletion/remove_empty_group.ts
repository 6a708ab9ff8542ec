import { setTimeout as sleep } from 'timers/promises';
import type { DeleteModelAnswer } from '../../common/contracts/deletion';
import type { Review } from '../../common/dependents/review';
import type { Cluster } from '../cluster/cluster';
import { ClusterError, isOutcomeUnknown } from '../cluster/errors';
import { deleteModelGroup, readModelGroup } from '../cluster/model_groups';
import { countVersions, readVersions } from '../cluster/models';
import {
  isRegisteringIfKnown,
  LOOK_EVERY_MS,
  WAIT_FOR_OTHERS_MS,
  waitForOthers,
  WITHOUT_TASKS_MS,
} from './others_registering';

/** Pauses before the next try, in ms: deleted chunks of a local model are found for about 1 s. */
const TRY_AGAIN_AFTER_MS = [400, 800, 1600];
type Group = NonNullable<Review['model_group']>;

/** What became of a group, and what was found in it afterwards. */
export type GroupEnd = Pick<DeleteModelAnswer, 'model_group' | 'versions_without_group'>;

/** ML Commons refused since it counts a version, while the user sees none. */
async function mayBeLate(cluster: Cluster, groupId: string, error: ClusterError): Promise<boolean> {
  return error.status === 409 && (await countVersions(cluster, groupId)) === 0;
}

/** Whether the number that was given last in a group is another one than when it was reviewed. */
async function hasNewNumber(
  cluster: Cluster,
  group: Pick<Group, 'id' | 'latest_version'>
): Promise<boolean> {
  try {
    const { latest_version: latest } = (await readModelGroup(cluster, group.id)).source;
    return (typeof latest === 'number' ? latest : null) !== group.latest_version;
  } catch (error) {
    // it is gone, or its index can't be read yet: only its delete shows which
    if (error instanceof ClusterError && error.kind === 'not_found') return false;
    throw error;
  }
}

/**
 * Whether a group has grown since its review, right before its removal. It counts as grown, too,
 * where others don't come to an end with what they register: their version may or may not have its
 * number already.
 */
async function hasGrown(
  cluster: Cluster,
  group: Pick<Group, 'id' | 'latest_version'>
): Promise<boolean> {
  const giveUpAt = Date.now() + WAIT_FOR_OTHERS_MS;
  let hasWaited = false;
  for (;;) {
    // both at once: whoever comes after this has to overtake the removal
    const [isNew, registering]: [boolean, boolean | null] = await Promise.all([
      hasNewNumber(cluster, group),
      hasWaited ? false : isRegisteringIfKnown(cluster),
    ]);
    if (isNew) return true;
    if (registering === false) return false;
    if (Date.now() >= giveUpAt) return true;
    hasWaited = registering === null;
    await sleep(hasWaited ? WITHOUT_TASKS_MS : LOOK_EVERY_MS);
  }
}

/**
 * The versions that were registered in a group at its last moment: their ids, where there are any;
 * null where they can't be looked for. @throws what is no ClusterError
 */
export async function findVersionsLeft(
  cluster: Cluster,
  groupId: string
): Promise<Pick<GroupEnd, 'versions_without_group'>> {
  try {
    await waitForOthers(cluster);
    const left = (await readVersions(cluster, groupId)).map(({ id }) => id);
    return left.length > 0 ? { versions_without_group: left } : {};
  } catch (error) {
    if (error instanceof ClusterError) return { versions_without_group: null };
    throw error;
  }
}

/** How the removal of a group ended, and the error where ML Commons did not answer with success. */
interface Removal {
  became: DeleteModelAnswer['model_group'];
  error?: ClusterError;
}

/**
 * Removes a group in which no version is, unless it has grown since `latest_version` was read.
 * @throws what is no ClusterError
 */
export async function removeGroup(
  cluster: Cluster,
  group: Pick<Group, 'id' | 'latest_version'>
): Promise<Removal> {
  const pauses = [...TRY_AGAIN_AFTER_MS];
  let isLost = false;
  try {
    for (;;) {
      if (await hasGrown(cluster, group)) return { became: 'kept' };
      try {
        await deleteModelGroup(cluster, group.id);
        return { became: 'deleted' };
      } catch (error) {
        const pause = pauses.shift();
        if (!(error instanceof ClusterError) || pause === undefined || isLost) throw error;
        isLost = isOutcomeUnknown(error);
        if (!isLost && !(await mayBeLate(cluster, group.id, error))) throw error;
        await sleep(pause);
      }
    }
  } catch (error) {
    // the model is deleted whatever becomes of its group: no error may hide that
    if (!(error instanceof ClusterError)) throw error;
    return { became: isLost || isOutcomeUnknown(error) ? 'unknown' : 'kept', error };
  }
}

/**
 * Removes the group of a model that was just deleted, if the model was its last version: ML
 * Commons leaves the empty group. It refuses while the system counts a version, one that
 * the user can't see included, but not while one is being registered: so the group stays where its
 * latest version rose since the review, and it is looked once more afterwards. A lost answer is
 * asked for once more. Only ever called after ML Commons let the same user delete in the group,
 * since it doesn't guard groups itself.
 */
export async function removeEmptyGroup(
  cluster: Cluster,
  group: Review['model_group']
): Promise<GroupEnd> {
  // of a group that can't be read nobody can say whether it grew
  if (!group?.last_version || group.latest_version === null) return { model_group: 'kept' };
  const { became } = await removeGroup(cluster, group);
  if (became !== 'deleted') return { model_group: became };
  return { model_group: became, ...(await findVersionsLeft(cluster, group.id)) };
}
