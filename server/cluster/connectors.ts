import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord } from './json';
import type { StoredDocument } from './stored_document';

/** One connector; ML Commons keeps its credential back. @throws ClusterError `not_found`, … */
export async function readConnector(
  cluster: Cluster,
  connectorId: string
): Promise<StoredDocument> {
  const source = await cluster.request({
    method: 'GET',
    path: `/_plugins/_ml/connectors/${encodeURIComponent(connectorId)}`,
  });
  if (!isRecord(source)) throw new ClusterError('malformed', 'The answer is not a connector.');
  return { id: connectorId, source };
}
