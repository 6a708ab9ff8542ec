import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { valueAt } from './json';
import { forEachMember } from './members';
import type { Reader } from './stored_document';

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
