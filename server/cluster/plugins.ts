import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { valueAt } from './json';

/**
 * The plugins of the cluster's nodes, such as `opensearch-skills`; none where the user may not read
 * them. @throws what is no ClusterError
 */
export async function readPlugins(cluster: Cluster): Promise<ReadonlySet<string>> {
  try {
    const answer = await cluster.request({
      method: 'GET',
      path: '/_cat/plugins',
      query: { format: 'json', h: 'component' },
    });
    const rows: unknown[] = Array.isArray(answer) ? answer : [];
    return new Set(rows.map((row) => String(valueAt(row, 'component'))));
  } catch (error) {
    if (error instanceof ClusterError) return new Set();
    throw error;
  }
}
