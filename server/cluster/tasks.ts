import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord, type JsonRecord } from './json';
import { searchOrNone } from './ml_resources';
import { collected } from './search_all';
import type { Reader } from './stored_document';

const TASKS = '/_plugins/_ml/tasks';
const SEARCH = `${TASKS}/_search`;

/** The states of a batch prediction that has not come to its end (MLTaskState). */
const UNFINISHED = ['CREATED', 'RUNNING', 'CANCELLING'];

/** The batch predictions that are not finished yet, of all users. @throws ClusterError */
export function readBatchPredictions(cluster: Cluster, { take }: Reader): Promise<void> {
  const filter = [{ term: { task_type: 'BATCH_PREDICTION' } }, { terms: { state: UNFINISHED } }];
  return searchOrNone(cluster, SEARCH, take, { bool: { filter } });
}

/** One task of this cluster as it is now, such as a deploy. @throws ClusterError `not_found`, … */
export async function readTask(cluster: Cluster, id: string): Promise<JsonRecord> {
  const task = await cluster.request({ method: 'GET', path: `${TASKS}/${encodeURIComponent(id)}` });
  if (!isRecord(task)) throw new ClusterError('malformed', 'The answer is not a task.');
  return task;
}

/**
 * One task as it was stored last: a GET by the id of a batch prediction asks the remote service for
 * it, and fails where that doesn't answer (GetTaskTransportAction). Undefined where there is none.
 * @throws ClusterError
 */
export async function readTaskAsStored(
  cluster: Cluster,
  id: string
): Promise<JsonRecord | undefined> {
  const query = { ids: { values: [id] } };
  const [task] = await collected((take) => searchOrNone(cluster, SEARCH, take, query));
  return task?.source;
}
