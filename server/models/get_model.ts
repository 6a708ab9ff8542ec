import type { GetModelAnswer } from '../../common/contracts/models';
import type { Cluster } from '../cluster/cluster';
import { readGroupName } from '../cluster/model_groups';
import { readModelAsStored } from '../cluster/models';
import { findDependents } from '../dependents/find_dependents';
import { matchIds } from '../dependents/id_matcher';
import { coverageOf, readSources } from '../dependents/read_sources';
import { SOURCES } from '../dependents/sources/sources';
import { publicMetadata, toModel } from '../documents/model_document';
import { usageOf } from './inventory';

/** One model with its use and its metadata. @throws ClusterError `not_found`, `forbidden`, … */
export async function getModel(cluster: Cluster, modelId: string): Promise<GetModelAnswer> {
  // the model first: an unknown id costs no more than one request
  const document = await readModelAsStored(cluster, modelId);
  const groupId = document.source.model_group_id;
  const [groupName, readings] = await Promise.all([
    typeof groupId === 'string' ? readGroupName(cluster, groupId) : undefined,
    readSources(cluster, SOURCES, matchIds(new Set([modelId]))),
  ]);
  const dependents = findDependents(readings).get(modelId) ?? [];
  return {
    model: {
      ...toModel(document, (id) => ({ id, name: groupName ?? id })),
      usage: usageOf(dependents),
    },
    metadata: publicMetadata(document.source),
    ...(document.unreadable !== undefined && { unreadable: document.unreadable }),
    coverage: coverageOf(readings),
  };
}
