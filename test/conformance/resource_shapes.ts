import { uniqueName } from '../cluster/fixtures';
import { tell, type Json } from '../cluster/opensearch';
import { raw, remove } from './raw';
import type { ExpectedReference, Shape } from './shape';

const guardrail = (modelId: string): Json => ({
  model_id: modelId,
  response_filter: '$.label',
  response_validation_regex: '^accept$',
});

function guardedModel(...sides: Array<'input_guardrail' | 'output_guardrail'>): Shape {
  return {
    id: `model: ${sides.join(' and ')}`,
    kind: 'model',
    references: sides.map((side): ExpectedReference => `guardrails.${side}.model_id breaks`),
    async make(modelId, models) {
      const guards = sides.map((side) => [side, guardrail(modelId)]);
      const id = await models.register({
        guardrails: { type: 'model', ...Object.fromEntries(guards) },
      });
      return { id, remove: () => remove(`/_plugins/_ml/models/${id}`) };
    },
  };
}

interface Container {
  what: string;
  configuration: (modelId: string, other: string) => Json;
  references: ExpectedReference[];
  /** It embeds with the model, through a pipeline that ML Commons makes for it. */
  embeds?: boolean;
}

const strategy = (more: Json = {}): Json => ({ type: 'SEMANTIC', namespace: ['user_id'], ...more });
const embedding = (modelId: string): Json => ({
  embedding_model_type: 'TEXT_EMBEDDING',
  embedding_model_id: modelId,
  embedding_dimension: 4,
});

function memoryContainer({ what, configuration, references, embeds }: Container): Shape {
  return {
    id: `memory_container: ${what}`,
    kind: 'memory_container',
    since: '3.3.0',
    references,
    ...(embeds && {
      companion: {
        kind: 'ingest_pipeline',
        references: ['processors[0].text_embedding.model_id blocks'],
      },
    }),
    async make(modelId, models) {
      const prefix = uniqueName('memory');
      const { memory_container_id: id } = await tell(
        'POST',
        '/_plugins/_ml/memory_containers/_create',
        {
          name: prefix,
          configuration: {
            index_prefix: prefix,
            disable_history: true,
            disable_session: true,
            ...configuration(modelId, await models.spare()),
          },
        }
      );
      const companionId = `.plugins-ml-am-${prefix}-memory-long-term-embedding`;
      return {
        id: String(id),
        ...(embeds && { companionId }),
        async remove() {
          await remove(`/_plugins/_ml/memory_containers/${id}?delete_all_memories=true`);
          // ML Commons leaves it behind
          await remove(`/_ingest/pipeline/${companionId}`);
        },
      };
    },
  };
}

const summarization: Shape = {
  id: 'context_template: summarization_model_id',
  kind: 'context_template',
  since: '3.5.0',
  references: [
    'hooks.PRE_LLM[0].config.summarization_model_id breaks',
    'hooks.POST_TOOL[1].config.summarization_model_id breaks',
  ],
  async make(modelId) {
    const id = uniqueName('context');
    const summarize = {
      type: 'SummarizationManager',
      config: { summary_ratio: 0.3, summarization_model_id: modelId },
    };
    await tell('POST', `/_plugins/_ml/context_management/${id}`, {
      hooks: {
        PRE_LLM: [summarize],
        POST_TOOL: [
          { type: 'ToolsOutputTruncateManager', config: { max_output_length: 100 } },
          summarize,
        ],
      },
    });
    return { id, remove: () => remove(`/_plugins/_ml/context_management/${id}`) };
  },
};

let lastRegistered: Promise<unknown> = Promise.resolve();

/** One after the other: ML Commons searches the index of tools, which the first one is still making. */
function registerTool(tool: Json): Promise<unknown> {
  const register = () => tell('POST', '/_plugins/_ml/mcp/tools/_register', { tools: [tool] });
  lastRegistered = lastRegistered.then(register, register);
  return lastRegistered;
}

function mcpTool(
  what: string,
  parameters: (modelId: string) => Json,
  ...references: ExpectedReference[]
): Shape {
  return {
    id: `mcp_tool: ${what}`,
    kind: 'mcp_tool',
    since: '3.1.0',
    references,
    async make(modelId) {
      // one word: ML Commons takes names that share a word for the same
      const name = uniqueName('tool').replace('-', '');
      const tool = {
        type: 'ListIndexTool',
        name,
        description: 'of a test',
        parameters: parameters(modelId),
        attributes: { input_schema: { type: 'object', properties: {} } },
      };
      await registerTool(tool);
      return {
        id: name,
        async remove() {
          const path = '/_plugins/_ml/mcp/tools/_remove';
          const { status, text } = await raw('POST', path, JSON.stringify([name]));
          if (status !== 200) throw new Error(`POST ${path}: ${status} ${text}`);
        },
      };
    },
  };
}

/** As ML Commons notes the job of a remote service, which tests don't have. */
const batchPrediction: Shape = {
  id: 'task: a batch prediction',
  kind: 'task',
  references: ['model_id breaks'],
  async make(modelId) {
    const id = uniqueName('task');
    const path = `/.plugins-ml-task/_doc/${id}`;
    await tell('PUT', `${path}?refresh=true`, {
      model_id: modelId,
      task_type: 'BATCH_PREDICTION',
      function_name: 'REMOTE',
      state: 'RUNNING',
      worker_node: ['test'],
      create_time: Date.now(),
      last_update_time: Date.now(),
      is_async: true,
      remote_job: { id: 'of-a-test' },
    });
    return { id, remove: () => remove(path) };
  },
};

/** Where ML Commons' other resources can hold a model's id. */
export const resourceShapes: readonly Shape[] = [
  guardedModel('input_guardrail'),
  guardedModel('output_guardrail'),
  guardedModel('input_guardrail', 'output_guardrail'),
  memoryContainer({
    what: 'embedding_model_id',
    configuration: (id, other) => ({ ...embedding(id), llm_id: other, strategies: [strategy()] }),
    references: ['configuration.embedding_model_id breaks'],
    embeds: true,
  }),
  memoryContainer({
    what: 'embedding_model_id, without strategies',
    configuration: (id, other) => ({ ...embedding(id), llm_id: other }),
    references: ['configuration.embedding_model_id breaks'],
  }),
  memoryContainer({
    what: 'llm_id',
    configuration: (id) => ({ llm_id: id }),
    references: ['configuration.llm_id breaks'],
  }),
  memoryContainer({
    what: 'llm_id of a strategy',
    configuration: (id, other) => ({
      ...embedding(other),
      llm_id: other,
      strategies: [strategy(), strategy({ configuration: { llm_id: id } })],
    }),
    references: ['configuration.strategies[1].configuration.llm_id breaks'],
  }),
  summarization,
  mcpTool('model_id', (id) => ({ model_id: id }), 'parameters.model_id breaks'),
  mcpTool(
    'embedding_model_id',
    (id) => ({ embedding_model_id: id }),
    'parameters.embedding_model_id breaks'
  ),
  batchPrediction,
];
