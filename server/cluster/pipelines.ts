import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord } from './json';
import type { StoredDocument } from './stored_document';

/** Where no pipeline exists OpenSearch answers 404 with an empty object; a proxy's 404 is none. */
function isNoneYet(error: unknown): boolean {
  return (
    error instanceof ClusterError &&
    error.kind === 'not_found' &&
    isRecord(error.body) &&
    Object.keys(error.body).length === 0
  );
}

async function readPipelines(cluster: Cluster, path: string): Promise<StoredDocument[]> {
  let answer: unknown;
  try {
    answer = await cluster.request({ method: 'GET', path });
  } catch (error) {
    if (isNoneYet(error)) return [];
    throw error;
  }
  if (!isRecord(answer)) throw new ClusterError('malformed', 'The answer is not a JSON object.');
  return Object.entries(answer).map(([id, source]) => {
    if (isRecord(source)) return { id, source };
    throw new ClusterError('malformed', `The definition of pipeline "${id}" is not an object.`);
  });
}

/** All ingest pipelines. @throws ClusterError */
export function readIngestPipelines(cluster: Cluster): Promise<StoredDocument[]> {
  return readPipelines(cluster, '/_ingest/pipeline');
}

/** All search pipelines that are stored in the cluster. @throws ClusterError */
export function readSearchPipelines(cluster: Cluster): Promise<StoredDocument[]> {
  return readPipelines(cluster, '/_search/pipeline');
}
