import type { JsonObject } from './json';
import type { References } from './models';

/** A memory container of the sample data. */
export interface SampleMemoryContainer {
  since: string;
  body: (ids: References) => JsonObject;
}

export const sampleMemoryContainers: Record<string, SampleMemoryContainer> = {
  'assistant-memory': {
    since: '3.3.0',
    body: ({ model }) => ({
      description: 'What customers told the assistants',
      configuration: {
        index_prefix: 'assistant',
        embedding_model_type: 'TEXT_EMBEDDING',
        embedding_model_id: model('memory-embeddings'),
        embedding_dimension: 384,
        llm_id: model('memory-extractor-llm'),
        strategies: [{ type: 'SEMANTIC', namespace: ['user_id'] }],
      },
    }),
  },
};
