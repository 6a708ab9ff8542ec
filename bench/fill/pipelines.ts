import { modelOfPipeline } from './ids';
import { forEachNumber, send, type Json } from './send';
import { text } from './text';

/** What stands around the model in a pipeline, 150 to 250 characters each. */
const HOUSEKEEPING: ReadonlyArray<(field: string) => Json> = [
  (field) => ({
    rename: {
      tag: `rename ${field}`,
      field: `source.${field}`,
      target_field: `document.${field}`,
      ignore_missing: true,
      ignore_failure: true,
    },
  }),
  (field) => ({
    set: {
      description: `Where ${field} came from`,
      field: `${field}_origin`,
      value: '{{ _ingest.timestamp }}',
      override: false,
      ignore_empty_value: true,
    },
  }),
  (field) => ({
    convert: {
      field: `${field}.count`,
      type: 'long',
      ignore_missing: true,
      on_failure: [
        { set: { field: `${field}_error`, value: '{{ _ingest.on_failure_message }}' } },
        { remove: { field: `${field}.count`, ignore_missing: true } },
      ],
    },
  }),
  (field) => ({ lowercase: { field: `${field}.code`, ignore_missing: true } }),
];

function housekeeping(number: number): Json[] {
  return Array.from({ length: 4 + (number % 14) }, (_, index) => {
    const make = HOUSEKEEPING[(number + index) % HOUSEKEEPING.length];
    return make ? make(`field_${index}`) : {};
  });
}

const INGEST: ReadonlyArray<(model: string) => Json> = [
  (model) => ({
    text_embedding: {
      model_id: model,
      field_map: { title: 'title_embedding', description: 'description_embedding' },
    },
  }),
  (model) => ({ sparse_encoding: { model_id: model, field_map: { title: 'title_sparse' } } }),
  (model) => ({
    foreach: {
      field: 'variants',
      ignore_missing: true,
      processor: {
        ml_inference: {
          model_id: model,
          input_map: [{ input: '_ingest._value.title' }],
          output_map: [{ '_ingest._value.title_embedding': 'data' }],
        },
      },
    },
  }),
];

const SEARCH: ReadonlyArray<(model: string) => Json> = [
  (model) => ({
    request_processors: [
      {
        ml_inference: {
          model_id: model,
          query_template: '{"query":{"knn":{"title_embedding":{"vector":${vector},"k":10}}}}',
          input_map: [{ input: 'query.match.title.query' }],
          output_map: [{ vector: 'data' }],
        },
      },
    ],
  }),
  (model) => ({
    response_processors: [
      {
        rerank: {
          ml_opensearch: { model_id: model },
          context: { document_fields: ['title', 'description'] },
        },
      },
    ],
  }),
  (model) => ({
    request_processors: [
      { neural_query_enricher: { neural_field_default_id: { title_embedding: model } } },
    ],
    phase_results_processors: [
      { 'normalization-processor': { normalization: { technique: 'min_max' } } },
    ],
  }),
];

function filters(number: number): Json[] {
  return Array.from({ length: 3 + (number % 10) }, (_, index) => ({
    filter_query: {
      tag: `filter ${index}`,
      description: text(number + index, 60),
      query: { bool: { filter: [{ term: { [`field_${index}`]: text(index, 12) } }] } },
    },
  }));
}

function ingestPipeline(number: number, model = modelOfPipeline(number)): Json {
  const processor = INGEST[Math.floor(number / 2) % INGEST.length];
  return {
    description: text(number, 200),
    processors: [...housekeeping(number), ...(processor ? [processor(model)] : [])],
    on_failure: [{ set: { field: 'ingest_error', value: '{{ _ingest.on_failure_message }}' } }],
  };
}

function searchPipeline(number: number, model = modelOfPipeline(number)): Json {
  const made = SEARCH[Math.floor(number / 2) % SEARCH.length]?.(model) ?? {};
  const request = Array.isArray(made.request_processors) ? made.request_processors : [];
  return {
    description: text(number, 200),
    ...made,
    request_processors: [...filters(number), ...request],
  };
}

/** Whether a pipeline is one of the ingest pipelines; the others are search pipelines. */
const isIngest = (number: number): boolean => number % 2 === 0;

export function pipelineName(number: number): string {
  return `${isIngest(number) ? 'ingest' : 'search'}-${text(number, 12).replaceAll(' ', '-')}-${number}`;
}

/** Where a pipeline is. */
export function pipelinePath(number: number): string {
  return `/${isIngest(number) ? '_ingest' : '_search'}/pipeline/${pipelineName(number)}`;
}

/** The pipelines from one number up to another; with one model, where it is given. */
export function fillPipelines(
  url: string,
  from: number,
  to: number,
  model?: string
): Promise<void> {
  return forEachNumber(from, to, (number) =>
    isIngest(number)
      ? send(
          'PUT',
          `${url}/_ingest/pipeline/${pipelineName(number)}`,
          ingestPipeline(number, model)
        )
      : send(
          'PUT',
          `${url}/_search/pipeline/${pipelineName(number)}`,
          searchPipeline(number, model)
        )
  );
}
