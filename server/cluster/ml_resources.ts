import { isEmptyFeature } from './absent_feature';
import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord } from './json';
import { collected, searchAll, type SearchAll } from './search_all';
import type { Reader, StoredDocument } from './stored_document';

/** These carry prompts or configurations: a page stays at a few MB. */
const PAGE_SIZE = 1_000;

/** Hands out what a search of a plugin's own index finds: nothing where that isn't there yet. */
export async function searchOrNone(
  cluster: Cluster,
  path: string,
  take: Reader['take'],
  query: SearchAll['query'] = { match_all: {} }
): Promise<void> {
  try {
    await searchAll(cluster, { path, query, pageSize: PAGE_SIZE }, take);
  } catch (error) {
    if (!isEmptyFeature(error)) throw error;
  }
}

/**
 * All agents that are not hidden. ML Commons answers 404 index_not_found_exception until the first
 * one is registered. @throws ClusterError
 */
export function readAgents(cluster: Cluster, { take }: Reader): Promise<void> {
  return searchOrNone(cluster, '/_plugins/_ml/agents/_search', take);
}

/** All memory containers (3.3 and later) that the user may see. @throws ClusterError */
export function readMemoryContainers(cluster: Cluster, { take }: Reader): Promise<void> {
  return searchOrNone(cluster, '/_plugins/_ml/memory_containers/_search', take);
}

/**
 * A memory container as it is now: a search finds an update only at the next refresh, up to a second
 * later (TransportUpdateMemoryContainerAction; seen on 3.6.0). Null where it is gone.
 * @throws ClusterError
 */
export async function readMemoryContainer(
  cluster: Cluster,
  id: string
): Promise<StoredDocument | null> {
  const path = `/_plugins/_ml/memory_containers/${encodeURIComponent(id)}`;
  try {
    const source = await cluster.request({ method: 'GET', path });
    if (isRecord(source)) return { id, source };
    throw new ClusterError('malformed', 'The answer is not a memory container.');
  } catch (error) {
    if (error instanceof ClusterError && error.kind === 'not_found') return null;
    throw error;
  }
}

/** All workflow templates of the flow-framework plugin. @throws ClusterError */
export function readWorkflows(cluster: Cluster): Promise<StoredDocument[]> {
  return collected((take) =>
    searchOrNone(cluster, '/_plugins/_flow_framework/workflow/_search', take)
  );
}

/** What workflows have made so far, by the workflow's id. @throws ClusterError */
export function readWorkflowStates(cluster: Cluster): Promise<StoredDocument[]> {
  return collected((take) =>
    searchOrNone(cluster, '/_plugins/_flow_framework/workflow/state/_search', take)
  );
}
