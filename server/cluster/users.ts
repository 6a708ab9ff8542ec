import { isAbsentFeature } from './absent_feature';
import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord } from './json';

const AUTHINFO = '/_plugins/_security/authinfo';

/**
 * The name of the user that sends requests; null where the cluster doesn't say, as without the
 * security plugin (its authinfo API). @throws what is no ClusterError
 */
export async function readUser(cluster: Cluster): Promise<string | null> {
  try {
    const answer = await cluster.request({ method: 'GET', path: AUTHINFO });
    return isRecord(answer) && typeof answer.user_name === 'string' ? answer.user_name : null;
  } catch (error) {
    if (error instanceof ClusterError) return null;
    throw error;
  }
}

/**
 * The roles of the user that sends requests; `no_users` on a cluster without the security plugin;
 * null where the cluster has it and doesn't tell. @throws what is no ClusterError
 */
export async function readRoles(
  cluster: Pick<Cluster, 'request'>
): Promise<ReadonlySet<unknown> | 'no_users' | null> {
  try {
    const answer = await cluster.request({ method: 'GET', path: AUTHINFO });
    return isRecord(answer) && Array.isArray(answer.roles) ? new Set<unknown>(answer.roles) : null;
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    return isAbsentFeature(error) ? 'no_users' : null;
  }
}
