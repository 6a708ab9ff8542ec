import type { Cluster } from './cluster';
import { ClusterError } from './errors';
import { isRecord, valueAt } from './json';

/**
 * Whether the cluster said that it has no such API: an older version, or a plugin that isn't
 * installed.
 */
export function isAbsentFeature(error: ClusterError): boolean {
  return /^no handler found for uri/.test(error.message);
}

/** Words that don't name the setting: ML Commons' and those of the Search Relevance Workbench. */
const SETTINGS_BY_WORDS: ReadonlyMap<string, string> = new Map([
  ['Agent framework is disabled', 'plugins.ml_commons.agent_framework_enabled'],
  ['Search Relevance Workbench is disabled', 'plugins.search_relevance.workbench_enabled'],
]);

/**
 * The setting by which a feature is turned off; null where the cluster said anything else. ML
 * Commons answers with 403 or 500 and, except for context templates, with the setting's name
 * (MLCommonsSettings, MLExceptionUtils); flow-framework with 403 and the name
 * (AbstractSearchWorkflowAction).
 */
export function switchedOffBy({ message }: ClusterError): string | null {
  const setting = SETTINGS_BY_WORDS.get(message);
  if (setting !== undefined) return setting;
  return /\bupdate the setting ["[]?(plugins\.[\w.]*\w)/.exec(message)?.[1] ?? null;
}

/** Whether an API answered that nothing was ever stored by it: its index comes with the first. */
export function isEmptyFeature(error: unknown): boolean {
  return (
    error instanceof ClusterError &&
    (error.type === 'index_not_found_exception' || /no such index \[/.test(error.message))
  );
}

/** How long documents may be counted, in ms: a node that hangs holds that up. */
const COUNTED_WITHIN_MS = 5_000;

/** A shard that is missing would not be counted: then the index is red. */
function hasNoDocument(row: unknown): boolean {
  const health = valueAt(row, 'health');
  return (health === 'green' || health === 'yellow') && valueAt(row, 'docs.count') === '0';
}

/**
 * Whether something may be stored in some system indexes, whose own API doesn't answer: no only
 * where the cluster says that they are missing or empty. Asks for no document: the security plugin
 * answers searches of system indexes as if they were empty. @throws what is no ClusterError
 */
export async function mayHaveStored(
  cluster: Pick<Cluster, 'request'>,
  indexes: readonly string[]
): Promise<boolean> {
  try {
    const state = await cluster.request({
      method: 'GET',
      path: `/_cluster/state/metadata/${indexes.join(',')}`,
      query: {
        ignore_unavailable: 'true',
        // the name is there in any case: an answer without it says nothing
        filter_path: 'cluster_name,metadata.indices.*.state',
      },
    });
    const found = valueAt(state, 'metadata', 'indices') ?? {};
    if (typeof valueAt(state, 'cluster_name') !== 'string' || !isRecord(found)) return true;
    const names = Object.keys(found);
    if (names.length === 0) return false;
    const rows = await cluster.request({
      method: 'GET',
      path: `/_cat/indices/${names.join(',')}`,
      query: { format: 'json', h: 'health,docs.count', expand_wildcards: 'all' },
      timeoutMs: COUNTED_WITHIN_MS,
    });
    return !Array.isArray(rows) || rows.length !== names.length || !rows.every(hasNoDocument);
  } catch (error) {
    if (error instanceof ClusterError) return true;
    throw error;
  }
}
