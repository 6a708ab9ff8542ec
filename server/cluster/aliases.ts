import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord, valueAt, type JsonRecord } from './json';

/**
 * What an alias says of each index that it stands for. A pattern is no alias: it is not found.
 * @throws ClusterError `not_found`, `forbidden`, …
 */
export async function readAlias(cluster: Cluster, alias: string): Promise<JsonRecord> {
  const path = `/_alias/${encodeURIComponent(alias)}`;
  const answer = await cluster.request({ method: 'GET', path });
  if (!isRecord(answer)) throw new ClusterError('malformed', 'The answer is not a JSON object.');
  const indexes = Object.values(answer);
  if (indexes.length > 0 && indexes.every((index) => valueAt(index, 'aliases', alias))) {
    return answer;
  }
  throw new ClusterError('not_found', `There is no alias ${alias}.`, 404);
}
