import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { searchAll } from './search_all';
import type { StoredDocument } from './stored_document';

/**
 * All agents that are not hidden. ML Commons answers 404 index_not_found_exception until the first
 * one is registered. @throws ClusterError
 */
export async function readAgents(cluster: Cluster): Promise<StoredDocument[]> {
  try {
    return await searchAll(cluster, {
      path: '/_plugins/_ml/agents/_search',
      query: { match_all: {} },
      // agents carry their prompts: a page stays at a few MB
      pageSize: 1_000,
    });
  } catch (error) {
    if (error instanceof ClusterError && error.type === 'index_not_found_exception') return [];
    throw error;
  }
}
