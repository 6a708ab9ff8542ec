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

/** A connector's name, or its id where it can't be read or has none. */
export async function readConnectorName(cluster: Cluster, connectorId: string): Promise<string> {
  try {
    const { name } = (await readConnector(cluster, connectorId)).source;
    return typeof name === 'string' ? name : connectorId;
  } catch (error) {
    if (error instanceof ClusterError) return connectorId;
    throw error;
  }
}
