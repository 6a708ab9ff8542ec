import { isEmptyFeature } from './absent_feature';
import type { Cluster } from './cluster';
import { ClusterError } from './errors';
import { isRecord, type JsonRecord, valueAt } from './json';
import type { Reader, StoredDocument } from './json';
import { collected, searchAll, type SearchAll } from './search_all';

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

/** It has its values under either key (MLConfig; the second one since 2.15). */
function isConfig(source: unknown): source is JsonRecord {
  return isRecord(source) && (isRecord(source.configuration) || isRecord(source.ml_configuration));
}

async function readConfig(cluster: Cluster, id: string): Promise<StoredDocument[]> {
  try {
    const source = await cluster.request({ method: 'GET', path: `/_plugins/_ml/config/${id}` });
    if (!isConfig(source)) throw new ClusterError('malformed', 'The answer is not a config.');
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

/** The most tools that ML Commons lists, and it has no other list (McpToolsHelper; 3.1 to 3.9). */
export const MOST_MCP_TOOLS = 1_000;

/**
 * The tools that ML Commons' MCP server offers (3.1 and later), as far as it lists them: where there
 * are `MOST_MCP_TOOLS` there may be others. @throws ClusterError
 */
export async function readMcpTools(cluster: Cluster): Promise<StoredDocument[]> {
  let answer: unknown;
  try {
    answer = await cluster.request({ method: 'GET', path: '/_plugins/_ml/mcp/tools/_list' });
  } catch (error) {
    if (isEmptyFeature(error)) return [];
    throw error;
  }
  const tools = valueAt(answer, 'tools');
  if (!Array.isArray(tools)) throw new ClusterError('malformed', 'The answer has no tools.');
  return tools.map((tool: unknown) => {
    if (isRecord(tool) && typeof tool.name === 'string') return { id: tool.name, source: tool };
    throw new ClusterError('malformed', 'An MCP tool has no name.');
  });
}

/** The most that one page can have (RestMLListContextManagementTemplatesAction). */
const TEMPLATES_PAGE_SIZE = 1_000;

function named(template: unknown): StoredDocument {
  if (isRecord(template) && typeof template.name === 'string') {
    return { id: template.name, source: template };
  }
  throw new ClusterError('malformed', 'A context management template has no name.');
}

/** All pages, one after the other. */
async function readPages(cluster: Pick<Cluster, 'request'>): Promise<StoredDocument[]> {
  const found: StoredDocument[] = [];
  for (let from = 0; ; from += TEMPLATES_PAGE_SIZE) {
    let answer: unknown;
    try {
      answer = await cluster.request({
        method: 'GET',
        path: '/_plugins/_ml/context_management',
        query: { from: String(from), size: String(TEMPLATES_PAGE_SIZE) },
      });
    } catch (error) {
      if (isEmptyFeature(error)) return [];
      throw error;
    }
    const page = valueAt(answer, 'templates');
    if (!Array.isArray(page)) throw new ClusterError('malformed', 'The answer has no templates.');
    found.push(...page.map(named));
    if (page.length < TEMPLATES_PAGE_SIZE) return found;
  }
}

/** Whether two readings found the same in the same order, and nothing twice. */
function isSteady(first: readonly StoredDocument[], second: readonly StoredDocument[]): boolean {
  const ids = new Set(first.map(({ id }) => id));
  return (
    ids.size === first.length &&
    first.length === second.length &&
    first.every(({ id }, at) => id === second[at]?.id)
  );
}

/**
 * The context management templates (3.5 and later). ML Commons gives its pages no order: what moves
 * from one to another in between may be in neither. More than one page is read twice, and `whole`
 * says whether nothing has moved. @throws ClusterError
 */
export async function readContextTemplates(
  cluster: Pick<Cluster, 'request'>
): Promise<{ templates: StoredDocument[]; whole: boolean }> {
  const first = await readPages(cluster);
  if (first.length < TEMPLATES_PAGE_SIZE) return { templates: first, whole: true };
  const second = await readPages(cluster);
  const templates = new Map([...first, ...second].map((one) => [one.id, one]));
  return { templates: [...templates.values()], whole: isSteady(first, second) };
}

const TASKS = '/_plugins/_ml/tasks';
const SEARCH = `${TASKS}/_search`;

/** The states of a batch prediction that has not come to its end (MLTaskState). */
const UNFINISHED = ['CREATED', 'RUNNING', 'CANCELLING'];

/** The batch predictions that are not finished yet, of all users. @throws ClusterError */
export function readBatchPredictions(cluster: Cluster, { take }: Reader): Promise<void> {
  const filter = [{ term: { task_type: 'BATCH_PREDICTION' } }, { terms: { state: UNFINISHED } }];
  return searchOrNone(cluster, SEARCH, take, { bool: { filter } });
}

/** One task of this cluster as it is now, such as a deploy. @throws ClusterError `not_found`, … */
export async function readTask(cluster: Cluster, id: string): Promise<JsonRecord> {
  const task = await cluster.request({ method: 'GET', path: `${TASKS}/${encodeURIComponent(id)}` });
  if (!isRecord(task)) throw new ClusterError('malformed', 'The answer is not a task.');
  return task;
}

/**
 * One task as it was stored last: a GET by the id of a batch prediction asks the remote service for
 * it, and fails where that doesn't answer (GetTaskTransportAction). Undefined where there is none.
 * @throws ClusterError
 */
export async function readTaskAsStored(
  cluster: Cluster,
  id: string
): Promise<JsonRecord | undefined> {
  const query = { ids: { values: [id] } };
  const [task] = await collected((take) => searchOrNone(cluster, SEARCH, take, query));
  return task?.source;
}
