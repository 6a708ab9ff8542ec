import type { NodeKind } from '../../common/dependents';

const ICONS: Record<NodeKind, string> = {
  ingest_pipeline: 'logstashInput',
  search_pipeline: 'search',
  agent: 'users',
  index: 'database',
  index_template: 'copyClipboard',
  model: 'compute',
  memory_container: 'memory',
  context_template: 'document',
  mcp_tool: 'wrench',
  ml_config: 'gear',
  workflow: 'branch',
  stored_script: 'editorCodeBlock',
  search_configuration: 'inspect',
  judgment: 'starEmpty',
  monitor: 'bell',
  cluster_setting: 'controlsHorizontal',
  task: 'clock',
  alias: 'tag',
  connector: 'link',
  model_group: 'folderClosed',
};

/** The icon of OUI that stands for a kind of resource. */
export function kindIcon(kind: string): string {
  return kind in ICONS ? ICONS[kind as NodeKind] : 'document';
}
