import type { Cluster } from './cluster';
import { ClusterError } from './errors';
import { isRecord, valueAt } from './json';
import type { Reader } from './json';
import { forEachMember } from './json_stream';

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

/** There is no list of them but in the state of the cluster. */
const STATE = '/_cluster/state/metadata';

/**
 * Every stored script and search template, as `{ lang, source, options }`: each, since an id may
 * be anywhere in the text of one. @throws ClusterError
 */
export async function readStoredScripts(cluster: Cluster, { take }: Reader): Promise<void> {
  const query = { filter_path: 'metadata.cluster_uuid,metadata.stored_scripts' };
  const rest = await cluster.readStream({ method: 'GET', path: STATE, query }, (chunks) =>
    forEachMember(chunks, { take }, 'metadata', 'stored_scripts')
  );
  // without any script the state has nothing but this
  if (valueAt(rest, 'metadata', 'cluster_uuid') === undefined) {
    throw new ClusterError('malformed', 'The answer is not the state of a cluster.');
  }
}
