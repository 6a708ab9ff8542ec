import type { JsonObject } from './json';
import type { References } from './models';

/** The id of a model that was deleted long ago and that one pipeline still names. */
export const idOfADeletedModel = 'p7Qx3YgBr0LkW2sVnE1d';

const noteFailure: JsonObject = {
  set: { field: 'ingest_error', value: '{{ _ingest.on_failure_message }}' },
};

/** An ingest pipeline as a function of the ids that it names. */
export type PipelineBody = (ids: References) => JsonObject;

export const sampleIngestPipelines: Record<string, PipelineBody> = {
  'audit-timestamps': () => ({
    description: 'When a document came in',
    processors: [{ set: { field: 'indexed_at', value: '{{ _ingest.timestamp }}' } }],
  }),
  'catalog-embed': ({ model }) => ({
    description: 'Dense vectors of title and description',
    processors: [
      {
        text_embedding: {
          model_id: model('catalog-embeddings-2'),
          field_map: { title: 'title_embedding', description: 'description_embedding' },
        },
      },
    ],
  }),
  'catalog-variants-embed': ({ model }) => ({
    description: 'The same for each colour and size',
    processors: [
      { lowercase: { field: 'sku', ignore_missing: true } },
      {
        foreach: {
          field: 'variants',
          ignore_missing: true,
          processor: {
            ml_inference: {
              model_id: model('catalog-embeddings-2'),
              input_map: [{ input: '_ingest._value.title' }],
              output_map: [{ '_ingest._value.title_embedding': 'data' }],
            },
          },
        },
      },
    ],
    on_failure: [noteFailure],
  }),
  'catalog-sparse': ({ model }) => ({
    description: 'Sparse terms of the title',
    processors: [
      {
        sparse_encoding: {
          model_id: model('sparse-doc-encoder-2'),
          field_map: { title: 'title_sparse' },
        },
      },
    ],
  }),
  'product-photos': ({ model }) => ({
    description: 'One vector of photo and caption',
    processors: [
      {
        text_image_embedding: {
          model_id: model('product-photo-embeddings-2'),
          embedding: 'photo_embedding',
          field_map: { text: 'caption', image: 'photo_base64' },
        },
      },
    ],
  }),
  'catalog-content': () => ({
    description: 'All that a product needs before it can be found',
    processors: [
      { pipeline: { name: 'catalog-embed' } },
      { pipeline: { name: 'catalog-sparse', ignore_failure: true } },
      { pipeline: { name: 'product-photos', if: 'ctx.photo_base64 != null' } },
    ],
  }),
  'similar-items-stamp': ({ model }) => ({
    description: 'Which encoder the nightly job used',
    processors: [{ set: { field: 'encoder', value: model('similar-items-embeddings') } }],
  }),
  'tickets-embed': ({ model }) => ({
    description: 'Dense vectors of tickets',
    processors: [
      {
        text_embedding: {
          model_id: model('support-embeddings-2'),
          field_map: { subject: 'subject_embedding', body: 'body_embedding' },
        },
      },
    ],
  }),
  'knowledge-base-embed': ({ model }) => ({
    description: 'Chunks of articles and their vectors',
    processors: [
      {
        text_chunking: {
          algorithm: { fixed_token_length: { token_limit: 300, overlap_rate: 0.1 } },
          field_map: { article: 'passages' },
        },
      },
      {
        text_embedding: {
          model_id: model('support-embeddings-2'),
          field_map: { passages: 'passage_embeddings' },
        },
      },
    ],
  }),
  'tickets-language': ({ model }) => ({
    description: 'The language of each message in a ticket',
    processors: [
      {
        foreach: {
          field: 'messages',
          processor: {
            ml_inference: {
              model_id: model('ticket-language-detector'),
              input_map: [{ text: '_ingest._value.text' }],
              output_map: [{ '_ingest._value.language': 'label' }],
              on_failure: [{ set: { field: 'language', value: 'unknown' } }],
            },
          },
        },
      },
    ],
  }),
  'tickets-enrich': ({ model }) => ({
    description: 'Queue and urgency, by the classifier where the form does not say',
    processors: [
      { pipeline: { name: 'tickets-language' } },
      {
        copy: {
          source_field: 'form.queue',
          target_field: 'queue',
          on_failure: [
            {
              ml_inference: {
                model_id: model('ticket-triage'),
                input_map: [{ text: 'subject' }],
                output_map: [{ queue: 'label' }],
              },
            },
          ],
        },
      },
    ],
  }),
  'tickets-content': () => ({
    description: 'Everything that happens to a ticket',
    processors: [{ pipeline: { name: 'tickets-enrich' } }, { pipeline: { name: 'tickets-embed' } }],
    on_failure: [noteFailure, { pipeline: { name: 'audit-timestamps' } }],
  }),
  'reviews-moderate': ({ model }) => ({
    description: 'Marks reviews that nobody should see',
    processors: [
      {
        ml_inference: {
          model_id: model('review-moderation'),
          input_map: [{ text: 'review' }],
          output_map: [{ moderation: 'label' }],
          on_failure: [
            {
              ml_inference: {
                model_id: model('review-moderation-fallback'),
                input_map: [{ text: 'review' }],
                output_map: [{ moderation: 'label' }],
                on_failure: [{ set: { field: 'moderation', value: 'by_hand' } }],
              },
            },
          ],
        },
      },
    ],
  }),
  'intranet-embed': ({ model }) => ({
    description: 'Dense vectors of intranet pages',
    processors: [
      {
        text_embedding: {
          model_id: model('intranet-minilm-1'),
          field_map: { content: 'content_embedding' },
        },
      },
    ],
  }),
  'press-releases-embed': () => ({
    description: 'Left over from the old website',
    processors: [
      {
        text_embedding: {
          model_id: idOfADeletedModel,
          field_map: { text: 'text_embedding' },
        },
      },
    ],
  }),
};
