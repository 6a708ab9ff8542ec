import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord, valueAt } from './json';

/**
 * The names of the cluster's nodes by their ids. Read from the cluster's state, which is answered
 * at once also while a node hangs; `_nodes` and `_cat/nodes` wait for every node.
 * @throws ClusterError
 */
export async function readNodeNames(cluster: Cluster): Promise<Map<string, string>> {
  const answer = await cluster.request({
    method: 'GET',
    path: '/_cluster/state/nodes',
    query: { filter_path: 'nodes.*.name' },
  });
  const nodes = valueAt(answer, 'nodes');
  if (!isRecord(nodes)) throw new ClusterError('malformed', 'The answer has no nodes.');
  return new Map(
    Object.entries(nodes).map(([id, node]) => [id, String(valueAt(node, 'name') ?? id)])
  );
}
