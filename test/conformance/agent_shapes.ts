import { uniqueName } from '../cluster/fixtures';
import { tell, type Json } from '../cluster/opensearch';
import { remove } from './raw';
import { since, type ExpectedReference, type Shape } from './shape';

type Body = (modelId: string) => Json;

const pathOf = (agentId: string) => `/_plugins/_ml/agents/${agentId}`;

async function register(body: Json): Promise<string> {
  const name = uniqueName('agent');
  const { agent_id: id } = await tell('POST', '/_plugins/_ml/agents/_register', { name, ...body });
  return String(id);
}

function agent(what: string, body: Body, ...references: ExpectedReference[]): Shape {
  return {
    id: `agent: ${what}`,
    kind: 'agent',
    references,
    async make(modelId) {
      const id = await register(body(modelId));
      return { id, remove: () => remove(pathOf(id)) };
    },
  };
}

const flow = (...tools: Json[]): Json => ({ type: 'flow', tools });
const listIndexes = (more: Json = {}): Json => ({ type: 'ListIndexTool', ...more });
const conversational = (llm: Json, more: Json = {}): Json => ({
  type: 'conversational',
  llm,
  memory: { type: 'conversation_index' },
  tools: [],
  ...more,
});
const neural = (modelId: string): Json => ({
  query: { neural: { vector: { query_text: '${parameters.question}', model_id: modelId } } },
});

/** ML Commons makes an executor along with it, with the same model, tools and parameters. */
const planner: Shape = {
  id: 'agent: plan_execute_and_reflect',
  kind: 'agent',
  since: '3.0.0',
  references: ['llm.model_id breaks'],
  companion: { kind: 'agent', references: ['llm.model_id breaks'] },
  async make(modelId) {
    const id = await register({
      ...conversational({ model_id: modelId, parameters: { prompt: '${parameters.question}' } }),
      type: 'plan_execute_and_reflect',
      parameters: { _llm_interface: 'openai/v1/chat/completions' },
      tools: [listIndexes()],
    });
    const { parameters } = await tell('GET', pathOf(id));
    const companionId = String((parameters as Json).executor_agent_id);
    return {
      id,
      companionId,
      async remove() {
        await remove(pathOf(id));
        await remove(pathOf(companionId));
      },
    };
  },
};

/** Where an agent can hold a model's id. */
export const agentShapes: readonly Shape[] = [
  agent(
    'MLModelTool',
    (id) => flow({ type: 'MLModelTool', parameters: { model_id: id, prompt: 'x' } }),
    'tools[0].parameters.model_id blocks'
  ),
  agent(
    'MLModelTool as the second tool',
    (id) => flow(listIndexes(), { type: 'MLModelTool', parameters: { model_id: id } }),
    'tools[1].parameters.model_id blocks'
  ),
  agent(
    'a tool that needs no model, with model_id',
    (id) => flow(listIndexes({ parameters: { model_id: id } })),
    'tools[0].parameters.model_id blocks'
  ),
  agent(
    'a tool with model_id, a list',
    (id) => flow(listIndexes({ parameters: { model_id: ['other', id] } })),
    'tools[0].parameters.model_id → [1] breaks'
  ),
  agent(
    'a tool with model_id, an object',
    (id) => flow(listIndexes({ parameters: { model_id: { model_id: id } } })),
    'tools[0].parameters.model_id → model_id breaks'
  ),
  agent(
    'embedding_model_id of a tool',
    (id) => flow(listIndexes({ parameters: { embedding_model_id: id } })),
    'tools[0].parameters.embedding_model_id breaks'
  ),
  agent(
    'inference_model_id of a tool',
    (id) => flow(listIndexes({ parameters: { inference_model_id: id } })),
    'tools[0].parameters.inference_model_id breaks'
  ),
  agent(
    'config.model_id of a tool',
    (id) => flow(listIndexes({ config: { model_id: id } })),
    'tools[0].config.model_id breaks'
  ),
  since(
    '3.0.0',
    agent(
      'attributes.model_id of a tool',
      (id) => flow(listIndexes({ attributes: { model_id: id } })),
      'tools[0].attributes.model_id breaks'
    )
  ),
  agent(
    'input of a SearchIndexTool',
    (id) =>
      flow({
        type: 'SearchIndexTool',
        parameters: { input: JSON.stringify({ index: 'some', query: neural(id) }) },
      }),
    'tools[0].parameters.input → query.query.neural.vector.model_id breaks'
  ),
  agent(
    'query of a SearchIndexTool',
    (id) => flow({ type: 'SearchIndexTool', parameters: { query: JSON.stringify(neural(id)) } }),
    'tools[0].parameters.query → query.neural.vector.model_id breaks'
  ),
  agent(
    'query of a SearchIndexTool that is JSON only once its parameters are filled in',
    (id) =>
      flow({
        type: 'SearchIndexTool',
        parameters: {
          query: `{"size":\${parameters.size},"query":{"neural":{"vector":{"model_id":"${id}"}}}}`,
        },
      }),
    'tools[0].parameters.query → … breaks'
  ),
  agent(
    'query that begins with a placeholder',
    (id) =>
      flow({
        type: 'SearchIndexTool',
        parameters: { query: `\${parameters.prefix}{"model_id":"${id}"}` },
      }),
    'tools[0].parameters.query possible'
  ),
  agent(
    'escaped JSON in a template',
    (id) =>
      flow({
        type: 'SearchIndexTool',
        parameters: { query: `{"size":\${parameters.n},"q":"{\\"model_id\\":\\"${id}\\"}"}` },
      }),
    'tools[0].parameters.query possible'
  ),
  agent(
    'prompt that mentions it',
    (id) => flow(listIndexes({ parameters: { prompt: `Ask the model ${id}, then answer.` } })),
    'tools[0].parameters.prompt possible'
  ),
  agent(
    'llm',
    (id) => conversational({ model_id: id, parameters: { max_iteration: '2' } }),
    'llm.model_id breaks'
  ),
  agent(
    'llm and its parameters',
    (id) => conversational({ model_id: id, parameters: { model_id: id } }),
    'llm.model_id breaks',
    'llm.parameters.model_id breaks'
  ),
  agent(
    'llm and a tool',
    (id) =>
      conversational(
        { model_id: id },
        { tools: [{ type: 'MLModelTool', name: 'ask', parameters: { model_id: id } }] }
      ),
    'llm.model_id breaks',
    'tools[0].parameters.model_id blocks'
  ),
  agent(
    'parameters',
    (id) => ({ ...flow(listIndexes()), parameters: { model_id: id, other: id } }),
    'parameters.model_id breaks',
    'parameters.other breaks'
  ),
  since(
    '3.5.0',
    agent(
      'context management of its own',
      (id) =>
        conversational(
          { model_id: 'another-model' },
          {
            context_management: {
              name: 'own',
              hooks: {
                PRE_LLM: [{ type: 'SummarizationManager', config: { summarization_model_id: id } }],
              },
            },
          }
        ),
      'context_management.hooks.PRE_LLM[0].config.summarization_model_id breaks'
    )
  ),
  planner,
  agent(
    'descriptions',
    (id) => ({ ...flow(listIndexes({ description: id })), description: id }),
    'description breaks',
    'tools[0].description breaks'
  ),
];
