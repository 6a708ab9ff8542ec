import type { JsonObject } from './json';
import type { References } from './models';

/** An agent of the sample data, with the release that first knew its type. */
export interface SampleAgent {
  since?: string;
  /** Everything but the name, as a function of the ids that it names. */
  body: (ids: References) => JsonObject;
}

/** In the order in which they can be made: an agent comes after those that it calls. */
export const sampleAgents: Record<string, SampleAgent> = {
  'catalog-lookup-flow': {
    body: ({ model }) => ({
      type: 'flow',
      description: 'Finds products and says in a sentence why they fit',
      tools: [
        {
          type: 'SearchIndexTool',
          name: 'find_products',
          parameters: {
            input:
              '{"index":"catalog-products","query":{"query":{"match":{"title":"${parameters.question}"}}}}',
          },
        },
        {
          type: 'MLModelTool',
          name: 'explain',
          description: 'Writes the sentence',
          parameters: { model_id: model('assistant-llm-2'), prompt: '${parameters.question}' },
        },
      ],
    }),
  },
  'ticket-summary-flow': {
    body: ({ model }) => ({
      type: 'flow',
      description: 'Sums up a ticket for the next shift',
      tools: [
        {
          type: 'MLModelTool',
          name: 'summarize',
          parameters: {
            model_id: model('ticket-summarizer'),
            prompt: 'Sum up in three sentences: ${parameters.ticket}',
          },
        },
      ],
    }),
  },
  'knowledge-base-flow': {
    body: ({ model }) => ({
      type: 'flow',
      description: 'Embeds a question and looks it up in the knowledge base',
      tools: [
        {
          type: 'MLModelTool',
          name: 'embed_question',
          parameters: { model_id: model('support-embeddings-2'), input: '${parameters.question}' },
        },
        {
          type: 'SearchIndexTool',
          name: 'find_articles',
          parameters: {
            input: '{"index":"knowledge-base","query":{"query":{"match_all":{}}}}',
          },
        },
      ],
    }),
  },
  'shop-advisor': {
    body: ({ model, agent }) => ({
      type: 'conversational',
      description: 'Helps customers to choose',
      llm: {
        model_id: model('assistant-llm-2'),
        parameters: { max_iteration: 5, stop_when_no_tool_found: true },
      },
      memory: { type: 'conversation_index' },
      tools: [
        {
          type: 'AgentTool',
          name: 'catalog_lookup',
          description: 'Finds products for a wish',
          parameters: { agent_id: agent('catalog-lookup-flow') },
        },
        { type: 'ListIndexTool' },
      ],
      app_type: 'chat_with_rag',
    }),
  },
  'support-assistant': {
    body: ({ model, agent }) => ({
      type: 'conversational',
      description: 'First answer to every new ticket',
      llm: {
        model_id: model('assistant-llm-2'),
        parameters: { max_iteration: 8 },
      },
      memory: { type: 'conversation_index' },
      tools: [
        {
          type: 'AgentTool',
          name: 'knowledge_base',
          description: 'Looks a question up',
          parameters: { agent_id: agent('knowledge-base-flow') },
        },
        {
          type: 'AgentTool',
          name: 'ticket_summary',
          description: 'Sums up a ticket',
          parameters: { agent_id: agent('ticket-summary-flow') },
        },
      ],
      app_type: 'chat_with_rag',
    }),
  },
  'service-desk-router': {
    body: ({ agent }) => ({
      type: 'conversational_flow',
      description: 'Sends a conversation to the shop or to support',
      memory: { type: 'conversation_index' },
      tools: [
        {
          type: 'AgentTool',
          name: 'support',
          parameters: { agent_id: agent('support-assistant') },
        },
        { type: 'AgentTool', name: 'shop', parameters: { agent_id: agent('shop-advisor') } },
      ],
      app_type: 'rag',
    }),
  },
  'policy-analyst': {
    body: ({ model }) => ({
      type: 'conversational',
      description: 'Reads contracts and policies for Legal',
      llm: { model_id: model('assistant-llm-large'), parameters: { max_iteration: 3 } },
      memory: { type: 'conversation_index' },
      tools: [{ type: 'ListIndexTool' }],
      app_type: 'chat_with_rag',
    }),
  },
  'weekly-report': {
    body: ({ model }) => ({
      type: 'conversational',
      llm: { model_id: model('assistant-llm-guarded'), parameters: { max_iteration: 3 } },
      memory: { type: 'conversation_index' },
      tools: [{ type: 'IndexMappingTool' }, { type: 'ListIndexTool' }],
    }),
  },
  'stock-research': {
    since: '3.0.0',
    body: ({ model, agent }) => ({
      type: 'plan_execute_and_reflect',
      description: 'Plans and carries out questions about stock and suppliers',
      llm: {
        model_id: model('assistant-llm-2'),
        parameters: { prompt: '${parameters.question}' },
      },
      memory: { type: 'conversation_index' },
      parameters: { _llm_interface: 'openai/v1/chat/completions' },
      tools: [
        { type: 'ListIndexTool' },
        {
          type: 'AgentTool',
          name: 'catalog_lookup',
          description: 'Finds products for a wish',
          parameters: { agent_id: agent('catalog-lookup-flow') },
        },
      ],
      app_type: 'os_chat',
    }),
  },
};
