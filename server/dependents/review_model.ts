import type { Review } from '../../common/dependents';
import type { Model } from '../../common/models';
import type { Cluster } from '../cluster';
import { countVersions, readModel } from '../cluster';
import { readGroupName } from '../models/read_group_name';
import { toModel } from '../models/to_model';
import { readSafeDeleteIfPossible } from '../safe_delete';
import { conditionsOf } from './conditions';
import { fingerprintOf } from './fingerprint';
import { dependentsOf } from './model_dependents';
import { coverageOf, readSources } from './read_sources';
import { seekIdsAndCalls } from './sought';
import { readStoppedWith } from './stopped_with';

async function reviewGroup(cluster: Cluster, modelGroupId: string | null) {
  if (modelGroupId === null) return null;
  const [name, versions] = await Promise.all([
    readGroupName(cluster, modelGroupId),
    countVersions(cluster, modelGroupId),
  ]);
  return { id: modelGroupId, name, last_version: versions <= 1 };
}

/**
 * What uses a model, how far that could be checked, and what follows for a delete, all read now
 * and with the user's own permissions.
 * @throws ClusterError where the model itself or its group's versions can't be read
 */
export async function reviewModel(cluster: Cluster, modelId: string): Promise<Review> {
  // the model first: an unknown id costs no more than these, and no API is asked that may not exist
  const [document, { ids, sources }] = await Promise.all([
    readModel(cluster, modelId),
    readStoppedWith(cluster, modelId),
  ]);
  const groupId = document.source.model_group_id;
  const [group, readings, safeDelete] = await Promise.all([
    reviewGroup(cluster, typeof groupId === 'string' ? groupId : null),
    readSources(cluster, sources, seekIdsAndCalls(ids)),
    readSafeDeleteIfPossible(cluster),
  ]);

  const model: Model = toModel(document, (id) => ({ id, name: group?.name ?? id }));
  const dependents = dependentsOf(readings, modelId);
  const coverage = coverageOf(readings);
  const conditions = conditionsOf({
    modelState: model.state,
    dependents,
    coverage,
    safeDelete: safeDelete.enabled,
  });
  const basis = { model, model_group: group, dependents, coverage, safe_delete: safeDelete };
  return {
    ...basis,
    verdict: conditions[0] ?? 'clear',
    conditions,
    fingerprint: fingerprintOf(basis),
  };
}
