import type { Json } from '../cluster/opensearch';
import { search } from './pipeline_shape';
import { since, type Shape } from './shape';

const request = (processor: Json): Json => ({ request_processors: [processor] });
const response = (processor: Json): Json => ({ response_processors: [processor] });
const enricher = (settings: Json): Json => request({ neural_query_enricher: settings });
const filter = (query: Json): Json => request({ filter_query: { query } });

/** Where a search pipeline can hold a model's id. */
export const searchShapes: readonly Shape[] = [
  search(
    'default_model_id',
    (id) => enricher({ default_model_id: id }),
    'request_processors[0].neural_query_enricher.default_model_id breaks'
  ),
  search(
    'neural_field_default_id',
    (id) => enricher({ neural_field_default_id: { title: id } }),
    'request_processors[0].neural_query_enricher.neural_field_default_id.title breaks'
  ),
  search(
    'neural_field_default_id of a field named model_id',
    (id) => enricher({ neural_field_default_id: { model_id: id } }),
    'request_processors[0].neural_query_enricher.neural_field_default_id.model_id blocks'
  ),
  search(
    'ml_inference of a request',
    (id) =>
      request({
        ml_inference: {
          model_id: id,
          input_map: [{ a: 'query.term.text.value' }],
          output_map: [{ 'query.term.text.value': 'b' }],
        },
      }),
    'request_processors[0].ml_inference.model_id blocks'
  ),
  search(
    'ml_inference of a response',
    (id) =>
      response({
        ml_inference: { model_id: id, input_map: [{ a: 'b' }], output_map: [{ c: 'd' }] },
      }),
    'response_processors[0].ml_inference.model_id blocks'
  ),
  search(
    'rerank',
    (id) =>
      response({
        rerank: { ml_opensearch: { model_id: id }, context: { document_fields: ['text'] } },
      }),
    'response_processors[0].rerank.ml_opensearch.model_id blocks'
  ),
  search(
    'retrieval_augmented_generation',
    (id) =>
      response({ retrieval_augmented_generation: { model_id: id, context_field_list: ['text'] } }),
    'response_processors[0].retrieval_augmented_generation.model_id blocks'
  ),
  since(
    '3.2.0',
    search(
      'agentic_query_translator',
      (id) =>
        request({ agentic_query_translator: { agent_id: 'no-agent', embedding_model_id: id } }),
      'request_processors[0].agentic_query_translator.embedding_model_id breaks'
    )
  ),
  search(
    'a neural query',
    (id) => filter({ neural: { vector: { query_text: 'a', model_id: id, k: 2 } } }),
    'request_processors[0].filter_query.query.neural.vector.model_id blocks'
  ),
  search(
    'a term on model_id',
    (id) => filter({ term: { model_id: id } }),
    'request_processors[0].filter_query.query.term.model_id blocks'
  ),
  search(
    'terms on model_id',
    (id) => filter({ terms: { model_id: ['other', id] } }),
    'request_processors[0].filter_query.query.terms.model_id[1] blocks'
  ),
  search(
    'a term on model_id, in its long form',
    (id) => filter({ term: { model_id: { value: id } } }),
    'request_processors[0].filter_query.query.term.model_id.value breaks'
  ),
  search(
    'script params.model_id',
    (id) =>
      request({ script: { lang: 'painless', source: 'int a = 1', params: { model_id: id } } }),
    'request_processors[0].script.params.model_id blocks'
  ),
  search(
    'oversample with a tag',
    (id) => request({ oversample: { tag: id, sample_factor: 2 } }),
    'request_processors[0].oversample.tag breaks'
  ),
  search(
    'normalization-processor with a tag',
    (id) => ({ phase_results_processors: [{ 'normalization-processor': { tag: id } }] }),
    'phase_results_processors[0].normalization-processor.tag breaks'
  ),
  search(
    'description',
    (id) => ({ description: id, request_processors: [] }),
    'description breaks'
  ),
];
