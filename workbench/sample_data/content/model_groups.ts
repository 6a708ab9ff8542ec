/** A model group of the sample data. */
export interface SampleModelGroup {
  description?: string;
}

export const sampleModelGroups = {
  'catalog-embeddings': { description: 'Dense vectors of products. Owner: Shop search' },
  'product-photo-embeddings': { description: 'Vectors of product photos. Owner: Shop search' },
  'sparse-encoders': { description: 'Sparse encoders and their query tokenizers' },
  rerankers: { description: 'Cross encoders that reorder the first hits' },
  'query-understanding': {},
  'support-embeddings': { description: 'Dense vectors of tickets and articles. Owner: Support' },
  'support-automation': { description: 'Small models that sort and summarize tickets' },
  'chat-models': { description: 'Large language models behind the assistants' },
  'content-moderation': { description: 'Owner: Trust and safety' },
  'intranet-documents': { description: 'Models that run on this cluster, no data leaves it' },
  handbook: {},
  'agent-memory': { description: 'What the assistants remember with' },
  recommendations: { description: 'Owner: Shop recommendations' },
  translation: { description: 'To be retired' },
  speech: {},
  'price-forecasting': { description: 'Its last version was deleted in spring, the group stayed' },
} as const satisfies Record<string, SampleModelGroup>;

export type ModelGroupName = keyof typeof sampleModelGroups;
