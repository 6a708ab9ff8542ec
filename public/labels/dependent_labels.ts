import { i18n } from '@osd/i18n';
import { NODE_KINDS } from '../../common/dependents/kinds';
import { ENFORCEMENTS } from '../../common/dependents/verdict';
import type { Enforcement } from '../../common/dependents/verdict';
import type { NodeKind } from '../../common/dependents/kinds';
import type { Usage } from '../../common/models/usage';
import { formatList } from '../components/format_list';

interface KindLabels {
  /** "ingest pipeline" */
  one: string;
  /** "ingest pipelines" */
  many: string;
}

/** Read when asked for, since the platform may change the language after this module loaded. */
const LABELS: Record<NodeKind, () => KindLabels> = {
  alias: () => ({
    one: i18n.translate('mlModels.kind.alias', { defaultMessage: 'alias' }),
    many: i18n.translate('mlModels.kind.aliases', { defaultMessage: 'aliases' }),
  }),
  ingest_pipeline: () => ({
    one: i18n.translate('mlModels.kind.ingestPipeline', { defaultMessage: 'ingest pipeline' }),
    many: i18n.translate('mlModels.kind.ingestPipelines', { defaultMessage: 'ingest pipelines' }),
  }),
  search_pipeline: () => ({
    one: i18n.translate('mlModels.kind.searchPipeline', { defaultMessage: 'search pipeline' }),
    many: i18n.translate('mlModels.kind.searchPipelines', { defaultMessage: 'search pipelines' }),
  }),
  agent: () => ({
    one: i18n.translate('mlModels.kind.agent', { defaultMessage: 'agent' }),
    many: i18n.translate('mlModels.kind.agents', { defaultMessage: 'agents' }),
  }),
  index: () => ({
    one: i18n.translate('mlModels.kind.index', { defaultMessage: 'index' }),
    many: i18n.translate('mlModels.kind.indexes', { defaultMessage: 'indexes' }),
  }),
  index_template: () => ({
    one: i18n.translate('mlModels.kind.indexTemplate', { defaultMessage: 'index template' }),
    many: i18n.translate('mlModels.kind.indexTemplates', { defaultMessage: 'index templates' }),
  }),
  model: () => ({
    one: i18n.translate('mlModels.kind.model', { defaultMessage: 'model' }),
    many: i18n.translate('mlModels.kind.models', { defaultMessage: 'models' }),
  }),
  memory_container: () => ({
    one: i18n.translate('mlModels.kind.memoryContainer', { defaultMessage: 'memory container' }),
    many: i18n.translate('mlModels.kind.memoryContainers', {
      defaultMessage: 'memory containers',
    }),
  }),
  context_template: () => ({
    one: i18n.translate('mlModels.kind.contextTemplate', { defaultMessage: 'context template' }),
    many: i18n.translate('mlModels.kind.contextTemplates', {
      defaultMessage: 'context templates',
    }),
  }),
  mcp_tool: () => ({
    one: i18n.translate('mlModels.kind.mcpTool', { defaultMessage: 'MCP tool' }),
    many: i18n.translate('mlModels.kind.mcpTools', { defaultMessage: 'MCP tools' }),
  }),
  ml_config: () => ({
    one: i18n.translate('mlModels.kind.mlConfig', { defaultMessage: 'ML configuration' }),
    many: i18n.translate('mlModels.kind.mlConfigs', { defaultMessage: 'ML configurations' }),
  }),
  connector: () => ({
    one: i18n.translate('mlModels.kind.connector', { defaultMessage: 'connector' }),
    many: i18n.translate('mlModels.kind.connectors', { defaultMessage: 'connectors' }),
  }),
  model_group: () => ({
    one: i18n.translate('mlModels.kind.modelGroup', { defaultMessage: 'model group' }),
    many: i18n.translate('mlModels.kind.modelGroups', { defaultMessage: 'model groups' }),
  }),
  workflow: () => ({
    one: i18n.translate('mlModels.kind.workflow', { defaultMessage: 'workflow' }),
    many: i18n.translate('mlModels.kind.workflows', { defaultMessage: 'workflows' }),
  }),
  stored_script: () => ({
    one: i18n.translate('mlModels.kind.storedScript', { defaultMessage: 'stored script' }),
    many: i18n.translate('mlModels.kind.storedScripts', { defaultMessage: 'stored scripts' }),
  }),
  search_configuration: () => ({
    one: i18n.translate('mlModels.kind.searchConfiguration', {
      defaultMessage: 'search configuration',
    }),
    many: i18n.translate('mlModels.kind.searchConfigurations', {
      defaultMessage: 'search configurations',
    }),
  }),
  judgment: () => ({
    one: i18n.translate('mlModels.kind.judgment', { defaultMessage: 'judgment list' }),
    many: i18n.translate('mlModels.kind.judgments', { defaultMessage: 'judgment lists' }),
  }),
  monitor: () => ({
    one: i18n.translate('mlModels.kind.monitor', { defaultMessage: 'monitor' }),
    many: i18n.translate('mlModels.kind.monitors', { defaultMessage: 'monitors' }),
  }),
  cluster_setting: () => ({
    one: i18n.translate('mlModels.kind.clusterSetting', { defaultMessage: 'cluster setting' }),
    many: i18n.translate('mlModels.kind.clusterSettings', { defaultMessage: 'cluster settings' }),
  }),
  task: () => ({
    one: i18n.translate('mlModels.kind.task', { defaultMessage: 'running task' }),
    many: i18n.translate('mlModels.kind.tasks', { defaultMessage: 'running tasks' }),
  }),
};

function labelsOf(kind: string): KindLabels {
  const known = NODE_KINDS.find((one) => one === kind);
  return known ? LABELS[known]() : { one: kind, many: kind };
}

/** "ingest pipeline"; a kind that we don't know as it is. */
export function kindName(kind: string): string {
  return labelsOf(kind).one;
}

/** "ingest pipelines" */
export function kindPlural(kind: string): string {
  return labelsOf(kind).many;
}

/** "1 ingest pipeline", "4 agents" */
export function kindCount(kind: string, count: number): string {
  const { one, many } = labelsOf(kind);
  return i18n.translate('mlModels.kind.count', {
    defaultMessage: '{count, plural, one {# {one}} other {# {many}}}',
    values: { count, one, many },
  });
}

/** "2 indexes", "1 alias": how many resources there are of each kind, in the order of kinds. */
export function kindCounts(resources: ReadonlyArray<{ kind: string }>): string[] {
  const counts = new Map<string, number>();
  for (const { kind } of resources) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const order = (kind: string) => NODE_KINDS.findIndex((one) => one === kind);
  return [...counts]
    .sort(([one], [other]) => order(one) - order(other))
    .map(([kind, count]) => kindCount(kind, count));
}

/** "Ingest pipeline", as at the beginning of a line. */
export function kindLabel(kind: string): string {
  return capitalized(kindName(kind));
}

/** A word as at the beginning of a line. */
export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

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

/** The icon of OUI for a kind of resource. */
export function kindIcon(kind: string): string {
  return kind in ICONS ? ICONS[kind as NodeKind] : 'document';
}

/** While a review runs. */
export function checkingText(): string {
  return i18n.translate('mlModels.usage.checking', {
    defaultMessage: 'Checking what uses this model…',
  });
}

/** Where all was checked and nothing found. */
export function nothingUsesText(): string {
  return i18n.translate('mlModels.usage.nothing', { defaultMessage: 'Nothing uses this model.' });
}

/** A count of dependents with what a delete does to them. */
export interface UsageCount {
  enforcement: Enforcement;
  /** "4 blocking" */
  label: string;
}

/** What uses a model in counts, the strongest first; none where nothing was found. */
export function usageCounts({ blocks, breaks, possible }: Usage): UsageCount[] {
  const counts = { blocks, breaks, possible };
  return ENFORCEMENTS.filter((enforcement) => counts[enforcement] > 0).map((enforcement) => ({
    enforcement,
    label: usageCount(enforcement, counts[enforcement]),
  }));
}

function usageCount(enforcement: Enforcement, count: number): string {
  const values = { count };
  switch (enforcement) {
    case 'blocks':
      return i18n.translate('mlModels.usage.blocks', {
        defaultMessage: '{count} blocking',
        values,
      });
    case 'breaks':
      return i18n.translate('mlModels.usage.breaks', {
        defaultMessage: '{count} would break',
        values,
      });
    case 'possible':
      return i18n.translate('mlModels.usage.possible', {
        defaultMessage: '{count} might break',
        values,
      });
  }
}

/** "4 blocking, 1 would break"; empty where nothing was found. */
export function usageLabel(usage: Usage): string {
  return formatList(usageCounts(usage).map(({ label }) => label));
}

/** The badge of what a delete does: never by its color alone. */
export const ENFORCEMENT_BADGES: Record<Enforcement, { color: string; iconType: string }> = {
  blocks: { color: 'danger', iconType: 'lock' },
  breaks: { color: 'warning', iconType: 'alert' },
  possible: { color: 'hollow', iconType: 'questionInCircle' },
};

/** What a delete of the model does to a node, as it is shown there. */
export function effectLabel(enforcement: Enforcement): string {
  switch (enforcement) {
    case 'blocks':
      return i18n.translate('mlModels.map.effect.blocks', { defaultMessage: 'blocking' });
    case 'breaks':
      return i18n.translate('mlModels.map.effect.breaks', { defaultMessage: 'would break' });
    case 'possible':
      return i18n.translate('mlModels.map.effect.possible', { defaultMessage: 'might break' });
  }
}

/** What a line of the map means. */
export function lineLabel(line: Enforcement | 'needs'): string {
  switch (line) {
    case 'blocks':
      return i18n.translate('mlModels.map.line.blocks', {
        defaultMessage: 'Blocking: ML Commons refuses the delete while safe delete is on',
      });
    case 'breaks':
      return i18n.translate('mlModels.map.line.breaks', {
        defaultMessage: 'Would break: fails once the model is deleted',
      });
    case 'possible':
      return i18n.translate('mlModels.map.line.possible', {
        defaultMessage: 'Might break: the model’s ID is in a field whose meaning isn’t known',
      });
    case 'needs':
      return i18n.translate('mlModels.map.line.needs', {
        defaultMessage: 'Needed by the model: not deleted with it',
      });
  }
}
