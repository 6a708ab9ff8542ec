import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord } from './json';

/**
 * Whom the cluster takes the sender of a request for, with all roles: two that are equal may read
 * the same. Null where the cluster doesn't say, as without the security plugin (its authinfo API).
 * @throws what is no ClusterError
 */
export async function readUser(cluster: Cluster): Promise<string | null> {
  try {
    const path = '/_plugins/_security/authinfo';
    const answer = await cluster.request({ method: 'GET', path });
    if (!isRecord(answer) || typeof answer.user_name !== 'string') return null;
    // the port of the connection is another each time
    return JSON.stringify({ ...answer, remote_address: undefined });
  } catch (error) {
    if (error instanceof ClusterError) return null;
    throw error;
  }
}
