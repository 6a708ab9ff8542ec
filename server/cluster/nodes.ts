import type { Cluster } from './cluster';
import { ClusterError } from './errors';
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

export interface ProfileOptions {
  /** Only of these nodes; of all where left out. */
  nodeIds?: readonly string[];
  /** One node that hangs holds up the whole answer. */
  timeoutMs: number;
}

/**
 * The nodes that hold a model, each with the state that it has there: what the nodes themselves
 * say, while the model's document is written by one of them afterwards (ML Commons' profile).
 * @throws ClusterError `timeout` where one of the nodes doesn't answer
 */
export async function readProfileNodes(
  cluster: Cluster,
  modelId: string,
  { nodeIds, timeoutMs }: ProfileOptions
): Promise<Map<string, string>> {
  const answer = await cluster.request({
    method: 'GET',
    path: '/_plugins/_ml/profile',
    query: { filter_path: 'nodes.*.models.*.model_state' },
    body: { model_ids: [modelId], ...(nodeIds && { node_ids: nodeIds }) },
    timeoutMs,
  });
  // `{}` where no node holds it
  const nodes = valueAt(answer, 'nodes') ?? {};
  if (!isRecord(nodes)) throw new ClusterError('malformed', 'The answer is not a profile.');
  const holding = new Map<string, string>();
  for (const [nodeId, node] of Object.entries(nodes)) {
    const state = valueAt(node, 'models', modelId, 'model_state');
    if (typeof state === 'string') holding.set(nodeId, state);
  }
  return holding;
}
