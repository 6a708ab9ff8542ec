import type { Cluster } from './cluster';
import type { JsonRecord } from './json';
import { searchOrNone } from './ml_resources';
import { collected } from './search_all';
import type { Reader } from './stored_document';

const SEARCH = '/_plugins/_ml/tasks/_search';

/** The states of a batch prediction that has not come to its end (MLTaskState). */
const UNFINISHED = ['CREATED', 'RUNNING', 'CANCELLING'];

/** The batch predictions that are not finished yet, of all users. @throws ClusterError */
export function readBatchPredictions(cluster: Cluster, { take }: Reader): Promise<void> {
  const filter = [{ term: { task_type: 'BATCH_PREDICTION' } }, { terms: { state: UNFINISHED } }];
  return searchOrNone(cluster, SEARCH, take, { bool: { filter } });
}

/**
 * One task as it was noted last: a GET by its id would ask the remote service for it, and fails
 * where that doesn't answer (GetTaskTransportAction). Undefined where there is none.
 * @throws ClusterError
 */
export async function readTask(cluster: Cluster, id: string): Promise<JsonRecord | undefined> {
  const query = { ids: { values: [id] } };
  const [task] = await collected((take) => searchOrNone(cluster, SEARCH, take, query));
  return task?.source;
}
