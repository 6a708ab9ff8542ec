import type { GetModelAnswer } from '../../common/models';
import type { Cluster } from '../cluster';
import { readModelAsStored } from '../cluster';
import { coverageOf, findDependents, readSources, seekIds, SOURCES } from '../dependents';
import { usageOf } from './inventory';
import { publicMetadata } from './public_metadata';
import { readGroupName } from './read_group_name';
import { toModel } from './to_model';

/** One model with its use and its metadata. @throws ClusterError `not_found`, `forbidden`, … */
export async function getModel(cluster: Cluster, modelId: string): Promise<GetModelAnswer> {
  // the model first: an unknown id costs no more than one request
  const document = await readModelAsStored(cluster, modelId);
  const groupId = document.source.model_group_id;
  const [groupName, readings] = await Promise.all([
    typeof groupId === 'string' ? readGroupName(cluster, groupId) : undefined,
    readSources(cluster, SOURCES, seekIds(new Set([modelId]))),
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
