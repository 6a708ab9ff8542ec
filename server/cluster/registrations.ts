import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord, valueAt } from './json';

/**
 * What can put a version into a group: a register, with its content or without, and an update that
 * moves a model to another group.
 */
const ACTIONS = [
  'cluster:admin/opensearch/ml/register_model*',
  'cluster:admin/opensearch/ml/models/update*',
];

/**
 * Whether some node is registering a model right now, or moving one to another group, whoever asked
 * for it. ML Commons gives a version its number first and keeps the version itself 30 to 45 ms
 * later (seen on 3.6.0), and the request for both is a task of the cluster meanwhile.
 * @throws ClusterError `forbidden` without `cluster:monitor/tasks/lists`, `timeout`, …
 */
export async function isRegistering(cluster: Cluster, timeoutMs: number): Promise<boolean> {
  const answer = await cluster.request({
    method: 'GET',
    path: '/_tasks',
    query: { actions: ACTIONS.join(',') },
    timeoutMs,
  });
  const nodes = valueAt(answer, 'nodes');
  if (!isRecord(nodes) || valueAt(answer, 'node_failures') !== undefined) {
    throw new ClusterError('malformed', 'The answer does not list the tasks of all nodes.');
  }
  return Object.values(nodes).some((node) => {
    const tasks = valueAt(node, 'tasks');
    return isRecord(tasks) && Object.keys(tasks).length > 0;
  });
}
