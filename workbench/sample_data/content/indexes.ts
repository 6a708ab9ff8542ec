import type { JsonObject } from './json';
import type { References } from './models';

/** An index of the sample data: fields and pipelines, no documents. */
export interface SampleIndex {
  since?: string;
  properties: (ids: References) => JsonObject;
  defaultPipeline?: string;
  finalPipeline?: string;
  searchPipeline?: string;
  aliases?: JsonObject;
  /** Whether it has vectors. */
  knn?: boolean;
}

const vector = (dimension: number): JsonObject => ({
  type: 'knn_vector',
  dimension,
  method: { name: 'hnsw', engine: 'lucene', space_type: 'l2' },
});

const productFields = (): JsonObject => ({
  sku: { type: 'keyword' },
  title: { type: 'text' },
  description: { type: 'text' },
  title_embedding: vector(768),
  description_embedding: vector(768),
});

export const sampleIndexes: Record<string, SampleIndex> = {
  'catalog-products-2025-01': {
    properties: productFields,
    defaultPipeline: 'catalog-embed',
    searchPipeline: 'catalog-neural',
    aliases: { 'catalog-products-previous': {} },
    knn: true,
  },
  'catalog-products-2025-06': {
    properties: () => ({
      ...productFields(),
      title_sparse: { type: 'rank_features' },
      caption: { type: 'text' },
      photo_base64: { type: 'binary' },
      photo_embedding: vector(512),
      encoder: { type: 'keyword' },
    }),
    defaultPipeline: 'catalog-content',
    finalPipeline: 'similar-items-stamp',
    searchPipeline: 'catalog-hybrid',
    aliases: {
      'catalog-products': { is_write_index: true },
      'shop-search': { filter: { term: { in_stock: true } } },
    },
    knn: true,
  },
  'catalog-variants': {
    properties: () => ({ sku: { type: 'keyword' }, variants: { type: 'object' } }),
    defaultPipeline: 'catalog-variants-embed',
    searchPipeline: 'catalog-query-rewrite',
  },
  'support-tickets-2025': {
    properties: () => ({
      subject: { type: 'text' },
      body: { type: 'text' },
      queue: { type: 'keyword' },
      subject_embedding: vector(768),
      body_embedding: vector(768),
    }),
    defaultPipeline: 'tickets-content',
    finalPipeline: 'audit-timestamps',
    searchPipeline: 'support-answers',
    aliases: { 'support-tickets': {} },
    knn: true,
  },
  'knowledge-base': {
    properties: () => ({ article: { type: 'text' }, status: { type: 'keyword' } }),
    defaultPipeline: 'knowledge-base-embed',
    searchPipeline: 'knowledge-base-search',
    aliases: { help: {} },
  },
  'product-reviews': {
    properties: () => ({ review: { type: 'text' }, moderation: { type: 'keyword' } }),
    defaultPipeline: 'reviews-moderate',
    searchPipeline: 'reviews-screened',
  },
  'intranet-pages': {
    properties: () => ({ content: { type: 'text' }, content_embedding: vector(384) }),
    defaultPipeline: 'intranet-embed',
    searchPipeline: 'knowledge-base-rerank',
    knn: true,
  },
  'press-releases': {
    properties: () => ({ text: { type: 'text' } }),
    finalPipeline: 'press-releases-embed',
  },
  'orders-2025': {
    properties: () => ({
      sku: { type: 'keyword' },
      amount: { type: 'scaled_float', scaling_factor: 100 },
    }),
    aliases: { orders: {} },
  },
  'employee-handbook': {
    since: '3.1.0',
    properties: ({ model }) => ({
      chapter: { type: 'keyword' },
      text: { type: 'semantic', model_id: model('handbook-embeddings') },
    }),
    knn: true,
  },
};
