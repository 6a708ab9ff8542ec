import type { JsonObject } from './json';
import type { References } from './models';

/** An index template of the sample data, of the composable or the older kind. */
export interface SampleIndexTemplate {
  since?: string;
  api: '_index_template' | '_template';
  body: (ids: References) => JsonObject;
}

export const sampleIndexTemplates: Record<string, SampleIndexTemplate> = {
  'support-tickets-yearly': {
    api: '_index_template',
    body: () => ({
      index_patterns: ['support-tickets-archive-*'],
      priority: 100,
      template: {
        settings: { index: { default_pipeline: 'tickets-content', number_of_replicas: '0' } },
      },
    }),
  },
  'handbook-editions': {
    since: '3.1.0',
    api: '_index_template',
    body: ({ model }) => ({
      index_patterns: ['handbook-edition-*'],
      priority: 110,
      template: {
        settings: { index: { knn: 'true' } },
        mappings: {
          properties: { text: { type: 'semantic', model_id: model('handbook-embeddings') } },
        },
      },
    }),
  },
  'reviews-by-country': {
    api: '_template',
    body: () => ({
      index_patterns: ['product-reviews-*'],
      order: 1,
      settings: { index: { default_pipeline: 'reviews-moderate' } },
    }),
  },
};
