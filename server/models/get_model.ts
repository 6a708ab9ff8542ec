import type { GetModelAnswer } from '../../common/contracts/models';
import type { Cluster } from '../cluster/cluster';
import { readGroupName } from '../cluster/model_groups';
import { readModelAsStored } from '../cluster/models';
import { publicMetadata, toModel } from '../documents/model_document';

/** One model with its metadata. @throws ClusterError `not_found`, `forbidden`, … */
export async function getModel(cluster: Cluster, modelId: string): Promise<GetModelAnswer> {
  const document = await readModelAsStored(cluster, modelId);
  const groupId = document.source.model_group_id;
  const groupName = typeof groupId === 'string' ? await readGroupName(cluster, groupId) : undefined;
  return {
    model: toModel(document, (id) => ({ id, name: groupName ?? id })),
    metadata: publicMetadata(document.source),
    ...(document.unreadable !== undefined && { unreadable: document.unreadable }),
  };
}
