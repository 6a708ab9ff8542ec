import type { DependentKind } from '../../common/dependents/kinds';
import type { Cluster } from './cluster';
import { isSearchCurrent } from './cluster_info';
import type { Release } from './cluster_info';
import { ClusterError } from './errors';
import { valueAt } from './json';

/** Kinds that are part of the state of the cluster, which counts its changes as a whole. */
const IN_CLUSTER_STATE: ReadonlySet<DependentKind> = new Set([
  'ingest_pipeline',
  'search_pipeline',
  'index',
  'index_template',
  'stored_script',
  'cluster_setting',
]);

/** The searches that give the version of one document; an agent is read with its own. */
const SEARCHES: Partial<Record<DependentKind, string>> = {
  model: '/_plugins/_ml/models/_search',
};

async function readStateVersion(cluster: Cluster): Promise<unknown> {
  const query = { filter_path: 'version' };
  const path = '/_cluster/state/version';
  return valueAt(await cluster.request({ method: 'GET', path, query }), 'version');
}

async function readDocumentVersion(cluster: Cluster, path: string, id: string): Promise<unknown> {
  const body = { query: { ids: { values: [id] } }, version: true, _source: { includes: ['name'] } };
  const hits = valueAt(
    await cluster.request({ method: 'POST', path, body, reads: true }),
    'hits',
    'hits'
  );
  return Array.isArray(hits) ? valueAt(hits[0] as unknown, '_version') : undefined;
}

/**
 * How often a resource was written so far, or for what is in the state of the cluster how often that
 * was: a write raises it by one. Null where the cluster doesn't say.
 * @throws what is no ClusterError
 */
export async function readWriteCount(
  cluster: Cluster,
  kind: DependentKind,
  id: string,
  release: Release | null
): Promise<number | null> {
  const search = SEARCHES[kind];
  try {
    const count = IN_CLUSTER_STATE.has(kind)
      ? await readStateVersion(cluster)
      : search !== undefined && isSearchCurrent(release)
        ? await readDocumentVersion(cluster, search, id)
        : null;
    return typeof count === 'number' ? count : null;
  } catch (error) {
    if (error instanceof ClusterError) return null;
    throw error;
  }
}
