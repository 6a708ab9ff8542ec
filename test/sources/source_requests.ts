import type { DependentKind } from '../../common/dependents/kinds';

/** One request by which a source is read. */
export interface SourceRequest {
  source: DependentKind;
  /** Regular expressions for path and query, and for the body. */
  path: string;
  body?: string;
}

const ML = '^/_plugins/_ml';
const FLOW = '^/_plugins/_flow_framework/workflow';
const RELEVANCE = '^/_plugins/_search_relevance';

/** Every request by which sources are read; of the ML configs, one that is there and one that isn't. */
export const SOURCE_REQUESTS: readonly SourceRequest[] = [
  { source: 'ingest_pipeline', path: '^/_ingest/pipeline' },
  { source: 'search_pipeline', path: '^/_search/pipeline' },
  { source: 'agent', path: `${ML}/agents/_search` },
  { source: 'index', path: '^/_all/_mapping' },
  { source: 'index', path: '^/_all/_settings' },
  { source: 'index', path: '^/_all/_alias' },
  { source: 'index_template', path: '^/_index_template' },
  { source: 'index_template', path: '^/_component_template' },
  { source: 'index_template', path: '^/_template' },
  { source: 'model', path: `${ML}/models/_search`, body: '"guardrails"' },
  { source: 'memory_container', path: `${ML}/memory_containers/_search` },
  { source: 'context_template', path: `${ML}/context_management` },
  { source: 'mcp_tool', path: `${ML}/mcp/tools/_list` },
  { source: 'ml_config', path: `${ML}/config/os_chat$` },
  { source: 'ml_config', path: `${ML}/config/os_insight$` },
  { source: 'workflow', path: `${FLOW}/_search` },
  { source: 'workflow', path: `${FLOW}/state/_search` },
  { source: 'stored_script', path: '^/_cluster/state/metadata.*stored_scripts' },
  { source: 'search_configuration', path: `${RELEVANCE}/search_configurations/_search` },
  { source: 'judgment', path: `${RELEVANCE}/judgments/_search` },
  { source: 'monitor', path: '^/_plugins/_alerting/monitors/_search' },
  { source: 'cluster_setting', path: '^/_cluster/settings.*flat_settings' },
  { source: 'task', path: `${ML}/tasks/_search` },
];

/** What a review may ask for besides: the model, its group, safe delete, plugins and the user. */
export const OTHER_REQUESTS: readonly string[] = [
  `${ML}/models/(?!_search)`,
  `${ML}/models/_search`,
  `${ML}/model_groups/`,
  // the model's own, and no source
  `${ML}/connectors/`,
  `${ML}/config/`,
  '^/_cluster/settings',
  '^/_nodes/plugins',
  '^/_plugins/_security/authinfo',
];
