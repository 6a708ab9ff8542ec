import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord, valueAt } from './json';

/**
 * The plugins of the cluster's nodes, such as `opensearch-skills`; none where the user may not read
 * them. A node that hangs is left out after 2 s: `_cat/plugins` would wait until the cluster drops
 * it. @throws what is no ClusterError
 */
export async function readPlugins(cluster: Cluster): Promise<ReadonlySet<string>> {
  try {
    const answer = await cluster.request({
      method: 'GET',
      path: '/_nodes/plugins',
      query: { timeout: '2s', filter_path: 'nodes.*.plugins.name' },
    });
    const nodes = valueAt(answer, 'nodes');
    const plugins = Object.values(isRecord(nodes) ? nodes : {}).flatMap((node) => {
      const ofNode = valueAt(node, 'plugins');
      return Array.isArray(ofNode) ? (ofNode as unknown[]) : [];
    });
    return new Set(plugins.map((plugin) => String(valueAt(plugin, 'name'))));
  } catch (error) {
    if (error instanceof ClusterError) return new Set();
    throw error;
  }
}
