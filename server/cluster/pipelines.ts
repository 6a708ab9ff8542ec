import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord } from './json';
import { forEachMember } from './members';
import type { Reader } from './stored_document';

/** Where no pipeline exists OpenSearch answers 404 with an empty object; a proxy's 404 is none. */
function isNoneYet(error: unknown): boolean {
  return (
    error instanceof ClusterError &&
    error.kind === 'not_found' &&
    isRecord(error.body) &&
    Object.keys(error.body).length === 0
  );
}

async function readPipelines(cluster: Cluster, path: string, reader: Reader): Promise<void> {
  try {
    await cluster.readStream({ method: 'GET', path }, (chunks) => forEachMember(chunks, reader));
  } catch (error) {
    if (!isNoneYet(error)) throw error;
  }
}

/** All ingest pipelines that may matter. @throws ClusterError */
export function readIngestPipelines(cluster: Cluster, reader: Reader): Promise<void> {
  return readPipelines(cluster, '/_ingest/pipeline', reader);
}

/** All search pipelines that are stored in the cluster and may matter. @throws ClusterError */
export function readSearchPipelines(cluster: Cluster, reader: Reader): Promise<void> {
  return readPipelines(cluster, '/_search/pipeline', reader);
}
