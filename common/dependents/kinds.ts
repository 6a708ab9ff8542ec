/** The kinds of resource in which a model's id can be; each is a source as well. */
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

/** The kinds of resource that are in a graph: dependents, what they go by, what a model needs. */
export const NODE_KINDS = [...DEPENDENT_KINDS, 'alias', 'connector', 'model_group'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** By what the edges of a graph name a node; unique over all kinds. */
export function nodeKey({ kind, id }: { kind: string; id: string }): string {
  return `${kind}/${id}`;
}
