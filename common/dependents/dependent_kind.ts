/** The kinds of resource in which a model's id can stand; each is a source as well. */
export const DEPENDENT_KINDS = [
  'ingest_pipeline',
  'search_pipeline',
  'agent',
  'index',
  'index_template',
  'model',
  'memory_container',
  'context_template',
  'mcp_tool',
  'ml_config',
  'workflow',
  'stored_script',
  'search_configuration',
  'judgment',
  'monitor',
  'cluster_setting',
  'task',
] as const;
export type DependentKind = (typeof DEPENDENT_KINDS)[number];
