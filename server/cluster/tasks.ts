import type { Cluster } from './cluster';
import { ClusterError } from './errors';
import { isRecord, type JsonRecord, valueAt } from './json';

const UPDATE_BY_QUERY = 'indices:data/write/update/byquery';

/** What OpenSearch calls an update of all documents of one index (UpdateByQueryRequest; 3.6.0). */
function describeUpdate(index: string): string {
  return `update-by-query [${index}]`;
}

function isUpdateOf(index: string, task: unknown): boolean {
  return (
    valueAt(task, 'action') === UPDATE_BY_QUERY &&
    valueAt(task, 'description') === describeUpdate(index)
  );
}

/** What processes every document of an index anew, as Dev Tools takes it. */
export function updateAllPath(index: string): string {
  return `/${encodeURIComponent(index)}/_update_by_query`;
}

/**
 * Has every document of an index be stored anew, by a task of the cluster; gives its id.
 * @throws ClusterError
 */
export async function updateAllDocuments(
  cluster: Cluster,
  index: string,
  query: Record<string, string>
): Promise<string> {
  const answer = await cluster.request({
    method: 'POST',
    path: updateAllPath(index),
    query: { ...query, wait_for_completion: 'false' },
  });
  const task = valueAt(answer, 'task');
  if (typeof task === 'string') return task;
  throw new ClusterError('malformed', 'The answer to _update_by_query names no task.');
}

/**
 * The id of a task that stores every document of an index anew right now; null where there is none,
 * or the user may not list tasks. @throws ClusterError
 */
export async function findUpdateOf(cluster: Cluster, index: string): Promise<string | null> {
  const query = { actions: UPDATE_BY_QUERY, detailed: 'true' };
  let answer: unknown;
  try {
    answer = await cluster.request({ method: 'GET', path: '/_tasks', query });
  } catch (error) {
    if (error instanceof ClusterError && error.kind === 'forbidden') return null;
    throw error;
  }
  const nodes = valueAt(answer, 'nodes');
  const tasks = Object.values(isRecord(nodes) ? nodes : {}).flatMap((node) =>
    Object.entries((valueAt(node, 'tasks') ?? {}) as JsonRecord)
  );
  return tasks.find(([, task]) => isUpdateOf(index, task))?.[0] ?? null;
}

/**
 * What the cluster says of a task that stores the documents of an index anew; null where it knows
 * none. @throws ClusterError
 */
export async function readUpdateOf(
  cluster: Cluster,
  index: string,
  id: string
): Promise<JsonRecord | null> {
  try {
    const answer = await cluster.request({ method: 'GET', path: `/_tasks/${id}` });
    return isRecord(answer) && isUpdateOf(index, answer.task) ? answer : null;
  } catch (error) {
    // also of a node that isn't part of the cluster any more
    if (error instanceof ClusterError && error.kind === 'not_found') return null;
    throw error;
  }
}

/** Has a task end before its time. @throws ClusterError */
export async function cancelTask(cluster: Cluster, id: string): Promise<void> {
  await cluster.request({ method: 'POST', path: `/_tasks/${id}/_cancel` });
}
