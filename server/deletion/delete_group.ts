import type { DeleteGroupAnswer } from '../../common/contracts/deletion';
import type { Cluster } from '../cluster/cluster';
import { readModelGroup } from '../cluster/model_groups';
import { readVersions } from '../cluster/models';
import { hashOf } from '../documents/canonical_json';
import { LeftoverConflict } from './errors';
import { findVersionsLeft, removeGroup } from './remove_empty_group';

/**
 * Deletes a group without a version, on the definition that the admin was shown. ML Commons refuses
 * where it counts a version that the user can't see.
 * @throws LeftoverConflict where it was not deleted
 * @throws ClusterError `not_found` where it is gone already; others in the cluster's words
 */
export async function deleteReviewedGroup(
  cluster: Cluster,
  groupId: string,
  fingerprint: string
): Promise<DeleteGroupAnswer> {
  const { source } = await readModelGroup(cluster, groupId);
  if (hashOf(source) !== fingerprint) throw new LeftoverConflict('model_group', 'changed');
  const [version] = await readVersions(cluster, groupId);
  if (version) {
    const name = String(version.source.name ?? version.id);
    const user = { kind: 'model', id: version.id, name };
    throw new LeftoverConflict('model_group', 'refused', { user });
  }
  const { latest_version: latest } = source;
  const { became, error } = await removeGroup(cluster, {
    id: groupId,
    latest_version: typeof latest === 'number' ? latest : null,
  });
  if (became !== 'deleted') {
    if (error && error.status !== 409) throw error;
    throw new LeftoverConflict('model_group', 'refused', { clusterMessage: error?.message });
  }
  return {
    result: 'deleted',
    model_group_id: groupId,
    ...(await findVersionsLeft(cluster, groupId)),
  };
}
