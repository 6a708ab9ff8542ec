import type { PipelineBody } from './ingest_pipelines';

export const sampleSearchPipelines: Record<string, PipelineBody> = {
  'published-only': () => ({
    description: 'Hides drafts',
    request_processors: [{ filter_query: { query: { term: { status: 'published' } } } }],
  }),
  'catalog-neural': ({ model }) => ({
    description: 'The model for neural queries that name none',
    request_processors: [
      { neural_query_enricher: { default_model_id: model('catalog-embeddings-2') } },
    ],
  }),
  'catalog-hybrid': ({ model }) => ({
    description: 'Dense and sparse together',
    request_processors: [
      {
        neural_query_enricher: {
          neural_field_default_id: {
            title_embedding: model('catalog-embeddings-2'),
            title_sparse: model('sparse-query-tokenizer'),
          },
        },
      },
    ],
    phase_results_processors: [
      { 'normalization-processor': { normalization: { technique: 'min_max' } } },
    ],
  }),
  'catalog-query-rewrite': ({ model }) => ({
    description: 'Corrects what was typed before it is searched',
    request_processors: [
      {
        ml_inference: {
          model_id: model('query-rewriter-2'),
          input_map: [{ text: 'query.match.title.query' }],
          output_map: [{ 'query.match.title.query': 'rewritten' }],
        },
      },
    ],
  }),
  'catalog-rerank': ({ model }) => ({
    description: 'Reorders the first page',
    response_processors: [
      {
        rerank: {
          ml_opensearch: { model_id: model('cross-encoder-rerank-2') },
          context: { document_fields: ['title', 'description'] },
        },
      },
    ],
  }),
  // the model that it calls for is gone
  'catalog-rerank-old': () => ({
    description: 'Reordered the first page until spring',
    response_processors: [
      {
        rerank: {
          ml_opensearch: { model_id: 'hR2qkJ8BzL0oPn4vTc7E' },
          context: { document_fields: ['title'] },
        },
      },
    ],
  }),
  'knowledge-base-search': ({ model }) => ({
    description: 'Turns a question into a vector',
    request_processors: [
      {
        ml_inference: {
          model_id: model('support-embeddings-2'),
          input_map: [{ input: 'ext.question' }],
          output_map: [{ 'query.knn.passage_embeddings.vector': 'data' }],
        },
      },
    ],
  }),
  'knowledge-base-rerank': ({ model }) => ({
    description: 'Reorders articles for a question',
    response_processors: [
      {
        rerank: {
          ml_opensearch: { model_id: model('knowledge-base-rerank') },
          context: { document_fields: ['article'] },
        },
      },
    ],
  }),
  'support-answers': ({ model }) => ({
    description: 'Answers from tickets, with their numbers',
    response_processors: [
      {
        retrieval_augmented_generation: {
          model_id: model('assistant-llm-2'),
          context_field_list: ['subject', 'body'],
          system_prompt: 'You answer customers. Name the tickets that you rely on.',
        },
      },
    ],
  }),
  'reviews-screened': ({ model }) => ({
    description: 'Looks at reviews again before they are shown',
    response_processors: [
      {
        ml_inference: {
          model_id: model('review-moderation'),
          input_map: [{ text: 'review' }],
          output_map: [{ moderation: 'label' }],
          ignore_failure: true,
        },
      },
    ],
  }),
};
