import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { valueAt } from './json';

/** A connector's name, or its id where it can't be read or has none. */
export async function readConnectorName(cluster: Cluster, connectorId: string): Promise<string> {
  try {
    const name = valueAt(
      await cluster.request({
        method: 'GET',
        path: `/_plugins/_ml/connectors/${encodeURIComponent(connectorId)}`,
      }),
      'name'
    );
    return typeof name === 'string' ? name : connectorId;
  } catch (error) {
    if (error instanceof ClusterError) return connectorId;
    throw error;
  }
}
