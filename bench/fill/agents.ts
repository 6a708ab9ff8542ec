import { SIZE } from '../size';
import { agentId, modelId, modelsOfAgent } from './ids';
import { send, writeDocuments, type Json } from './send';
import { text } from './text';

/** An agent with its prompts, as they are in use: most of its size is text. */
function agent(number: number, { llm, tool } = modelsOfAgent(number)): Json {
  const created = Date.UTC(2025, 0, 1) + number * 60_000;
  return {
    name: `${text(number, 15)} ${number}`,
    type: number % 3 === 0 ? 'flow' : 'conversational',
    description: text(number, 150),
    ...(number % 3 !== 0 && {
      llm: { model_id: llm, parameters: { max_iteration: '5', system_prompt: text(number, 900) } },
      memory: { type: 'conversation_index' },
    }),
    tools: [
      {
        type: 'MLModelTool',
        name: 'explain',
        description: text(number + 1, 120),
        parameters: { model_id: tool, prompt: text(number + 2, 500) },
        include_output_in_agent_response: false,
      },
      {
        type: 'SearchIndexTool',
        name: 'find',
        description: text(number + 3, 120),
        parameters: {
          input: JSON.stringify({
            index: 'catalog',
            query: { query: { neural: { title: { query_text: '${parameters.question}' } } } },
          }),
        },
        include_output_in_agent_response: false,
      },
    ],
    parameters: { _llm_interface: 'openai/v1/chat/completions' },
    app_type: 'rag',
    is_hidden: false,
    created_time: created,
    last_updated_time: created,
  };
}

/** Agents, as documents; the first through the API, so that their index is there. */
export async function fillAgents(url: string): Promise<void> {
  await send('POST', `${url}/_plugins/_ml/agents/_register`, {
    name: 'made through the API',
    type: 'flow',
    tools: [{ type: 'MLModelTool', parameters: { model_id: modelId(1), prompt: 'x' } }],
  });
  await writeDocuments(url, '.plugins-ml-agent', [0, SIZE.agents], (number) => ({
    id: agentId(number),
    source: agent(number),
  }));
}

/** Further agents, of which each uses one model twice. */
export function fillAgentsOf(url: string, model: string, count: number): Promise<void> {
  return writeDocuments(url, '.plugins-ml-agent', [SIZE.agents, SIZE.agents + count], (number) => ({
    id: agentId(number),
    source: agent(number, { llm: model, tool: model }),
  }));
}
