import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord } from './json';
import { searchAll } from './search_all';
import type { Reader, StoredDocument } from './stored_document';

const GROUPS = '/_plugins/_ml/model_groups';

function groupPath(modelGroupId: string): string {
  return `${GROUPS}/${encodeURIComponent(modelGroupId)}`;
}

/** Hands out the names of all model groups that the user may see. @throws ClusterError */
export function readModelGroups(cluster: Cluster, take: Reader['take']): Promise<void> {
  const search = {
    path: `${GROUPS}/_search`,
    query: { match_all: {} },
    fields: ['name'],
    pageSize: 10_000,
  };
  return searchAll(cluster, search, take);
}

/** One model group. @throws ClusterError `not_found`, `forbidden`, … */
export async function readModelGroup(
  cluster: Cluster,
  modelGroupId: string
): Promise<StoredDocument> {
  const source = await cluster.request({ method: 'GET', path: groupPath(modelGroupId) });
  if (!isRecord(source)) throw new ClusterError('malformed', 'The answer is not a model group.');
  return { id: modelGroupId, source };
}

/**
 * Deletes a group that has no version left. ML Commons refuses with 409 while the system counts
 * one, hidden versions included (DeleteModelGroupTransportAction). @throws ClusterError
 */
export async function deleteModelGroup(cluster: Cluster, modelGroupId: string): Promise<void> {
  await cluster.request({ method: 'DELETE', path: groupPath(modelGroupId) });
}
