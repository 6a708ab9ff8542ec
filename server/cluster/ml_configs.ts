import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord } from './json';
import type { StoredDocument } from './stored_document';

/**
 * The ids under which the assistant of Dashboards looks for its agents. ML Commons gives a config
 * by id only, and has no list of them.
 */
const KNOWN_CONFIGS = [
  'os_chat',
  'os_summary',
  'os_summary_with_log_pattern',
  'os_insight',
  'os_data2summary',
  'os_data2summary_with_log_pattern',
  'os_query_assist_ppl',
  'os_query_assist_sql',
  'os_query_assist_dsl',
  'os_query_assist_promql',
  'os_query_assist_response_summary',
  'os_query_assist_error_summary',
  'os_query_time_range_parser',
  'os_text2vega',
  'os_text2vega_with_instructions',
  'os_index_type_detect',
  'os_index_insight_agent',
  'os_suggest_ad',
  'os_deep_research',
  'os_visualization_summary',
];

async function readConfig(cluster: Cluster, id: string): Promise<StoredDocument[]> {
  try {
    const source = await cluster.request({ method: 'GET', path: `/_plugins/_ml/config/${id}` });
    if (!isRecord(source)) throw new ClusterError('malformed', 'The answer is not a config.');
    return [{ id, source }];
  } catch (error) {
    if (error instanceof ClusterError && error.kind === 'not_found') return [];
    throw error;
  }
}

/** The ML configs that are known by name, such as the root agent of the assistant. @throws ClusterError */
export async function readMlConfigs(cluster: Cluster): Promise<StoredDocument[]> {
  const found = await Promise.all(KNOWN_CONFIGS.map((id) => readConfig(cluster, id)));
  return found.flat();
}
