import { i18n } from '@osd/i18n';
import { mayHaveStored } from '../../cluster/absent_feature';
import type { Cluster } from '../../cluster/cluster';
import type { Reader, StoredDocument } from '../../cluster/json';
import { mayHideModels } from '../../cluster/limits';
import {
  MOST_MCP_TOOLS,
  readAgents,
  readBatchPredictions,
  readContextTemplates,
  readMcpTools,
  readMemoryContainer,
  readMemoryContainers,
  readMlConfigs,
} from '../../cluster/ml_resources';
import { readGuardedModels } from '../../cluster/models';
import type { JsonPath } from '../json_path';
import type { Source } from '../source';
import { underModelIdKey } from '../source';

/**
 * The keys that ML Commons' agent search looks for under `tools[].parameters`: what the installed
 * tool factories name (AgentModelsSearcher), in tools of any type.
 */
const TOOL_MODEL_KEYS: ReadonlySet<unknown> = new Set(['model_id']);

/** What the tools of the skills plugin name besides (its RAGTool). */
const SKILLS_MODEL_KEYS: ReadonlySet<unknown> = new Set([
  'inference_model_id',
  'embedding_model_id',
]);

function isToolModelKey(key: unknown, plugins: ReadonlySet<string>): boolean {
  return (
    TOOL_MODEL_KEYS.has(key) || (plugins.has('opensearch-skills') && SKILLS_MODEL_KEYS.has(key))
  );
}

function blocks(place: JsonPath, plugins: ReadonlySet<string>): boolean {
  const [tools, index, parameters, key] = place;
  return (
    place.length === 4 &&
    tools === 'tools' &&
    typeof index === 'number' &&
    parameters === 'parameters' &&
    isToolModelKey(key, plugins)
  );
}

/** `model.model_id` is the provider's name for its model; the one of ML Commons is in `llm`. */
function ignores(place: JsonPath): boolean {
  return place.length === 2 && place[0] === 'model' && place[1] === 'model_id';
}

export const agents: Source = {
  kind: 'agent',
  read: readAgents,
  storedIn: ['.plugins-ml-agent'],
  blocks,
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
  ignores,
};

/** How guarded models are taken from what finds them. */
export function takeGuarded(find: (cluster: Cluster) => Promise<StoredDocument[]>): Source['read'] {
  return async (cluster, { take }, limits) => {
    const [documents, mayBeHidden] = await Promise.all([
      find(cluster),
      limits.then((found) => mayHideModels(cluster, found)),
    ]);
    documents.forEach(take);
    if (!mayBeHidden) return;
    return {
      state: 'partial',
      detail: i18n.translate('mlModels.server.modelsOfOthers', {
        defaultMessage: 'ML Commons lists only models of groups that you have access to.',
      }),
    };
  };
}

/** Models whose guardrails call for another model (ModelGuardrail). */
export const guardedModels: Source = {
  kind: 'model',
  read: takeGuarded(readGuardedModels),
  expectsModelId: underModelIdKey,
};

/**
 * Hands out what several reads found, each to its own taker; one that fails keeps back none of the
 * others, and its error is thrown at the end.
 */
export async function takeSettled(
  reads: ReadonlyArray<readonly [Promise<readonly StoredDocument[]>, Reader['take']]>
): Promise<void> {
  const settled = await Promise.allSettled(reads.map(([read]) => read));
  reads.forEach(([, take], index) => {
    const one = settled[index];
    if (one?.status === 'fulfilled') one.value.forEach(take);
  });
  const failed = settled.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

const STORED_IN = ['.plugins-ml-am-memory-container'];

/** Memory containers of agents: `embedding_model_id`, `llm_id` (MemoryConfiguration). */
export const memoryContainers: Source = {
  kind: 'memory_container',
  async read(cluster, reader, limits) {
    await readMemoryContainers(cluster, reader);
    if (!(await limits).memoryContainers || !(await mayHaveStored(cluster, STORED_IN))) return;
    return {
      state: 'partial',
      detail: i18n.translate('mlModels.server.containersOfOthers', {
        defaultMessage:
          'ML Commons lists only your memory containers and those of your backend roles.',
      }),
    };
  },
  readNow: readMemoryContainer,
  storedIn: STORED_IN,
  expectsModelId: underModelIdKey,
};

/** Context management templates: `summarization_model_id` in their hooks (SummarizationManager). */
export const contextTemplates: Source = {
  kind: 'context_template',
  async read(cluster, { take }) {
    const { templates, whole } = await readContextTemplates(cluster);
    templates.forEach(take);
    if (whole) return;
    return {
      state: 'partial',
      detail: i18n.translate('mlModels.server.templatesMoved', {
        defaultMessage: 'The list changed while it was read.',
      }),
    };
  },
  storedIn: ['.plugins-ml-context-management-templates'],
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
};

/** Tools of the MCP server: the same parameters as an agent's tools. */
export const mcpTools: Source = {
  kind: 'mcp_tool',
  async read(cluster, { take }) {
    const tools = await readMcpTools(cluster);
    tools.forEach(take);
    if (tools.length < MOST_MCP_TOOLS) return;
    return {
      state: 'partial',
      detail: i18n.translate('mlModels.server.mcpToolsCutOff', {
        defaultMessage: 'ML Commons lists at most {count} MCP tools.',
        values: { count: MOST_MCP_TOOLS },
      }),
    };
  },
  storedIn: ['.plugins-ml-mcp-tools'],
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
};

/** ML configs: they name agents, which use a model through others. */
export const mlConfigs: Source = {
  kind: 'ml_config',
  read: async (cluster, { take }) => (await readMlConfigs(cluster)).forEach(take),
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
};

/**
 * Batch predictions that are not finished: without their model neither their state nor their result
 * can be asked for, nor can they be cancelled (GetTaskTransportAction,
 * CancelBatchJobTransportAction).
 */
export const tasks: Source = {
  kind: 'task',
  read: readBatchPredictions,
  expectsModelId: underModelIdKey,
};
