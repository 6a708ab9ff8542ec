import { isEmptyFeature } from './absent_feature';
import type { Cluster } from './cluster';
import { collected, searchAll } from './search_all';
import type { Reader, StoredDocument } from './stored_document';

/** These carry prompts or configurations: a page stays at a few MB. */
const PAGE_SIZE = 1_000;

async function searchOrNone(cluster: Cluster, path: string, take: Reader['take']): Promise<void> {
  try {
    await searchAll(cluster, { path, query: { match_all: {} }, pageSize: PAGE_SIZE }, take);
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
