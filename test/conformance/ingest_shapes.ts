import type { Json } from '../cluster/opensearch';
import { ingest } from './pipeline_shape';
import type { Shape } from './shape';

const embed = (modelId: string): Json => ({
  text_embedding: { model_id: modelId, field_map: { text: 'vector' } },
});
const infer = (modelId: string): Json => ({
  ml_inference: { model_id: modelId, input_map: [{ a: 'b' }], output_map: [{ c: 'd' }] },
});
const set = (more: Json = {}): Json => ({ set: { field: 'a', value: 'b', ...more } });
const foreach = (processor: Json): Json => ({ foreach: { field: 'list', processor } });
const script = (params: Json): Json => ({ script: { source: 'ctx.a = 1', params } });
const one = (processor: Json): Json => ({ processors: [processor] });

/** Where an ingest pipeline can hold a model's id. */
export const ingestShapes: readonly Shape[] = [
  ingest('text_embedding', (id) => one(embed(id)), 'processors[0].text_embedding.model_id blocks'),
  ingest(
    'sparse_encoding',
    (id) => one({ sparse_encoding: { model_id: id, field_map: { text: 'tokens' } } }),
    'processors[0].sparse_encoding.model_id blocks'
  ),
  ingest(
    'text_image_embedding',
    (id) =>
      one({
        text_image_embedding: {
          model_id: id,
          embedding: 'v',
          field_map: { text: 'a', image: 'b' },
        },
      }),
    'processors[0].text_image_embedding.model_id blocks'
  ),
  ingest(
    'ml_inference',
    (id) => ({ processors: [set(), infer(id)] }),
    'processors[1].ml_inference.model_id blocks'
  ),
  ingest(
    'on_failure of a processor',
    (id) => one(set({ on_failure: [embed(id)] })),
    'processors[0].set.on_failure[0].text_embedding.model_id blocks'
  ),
  ingest(
    'on_failure of the pipeline',
    (id) => ({ processors: [set()], on_failure: [infer(id)] }),
    'on_failure[0].ml_inference.model_id blocks'
  ),
  ingest(
    'on_failure in on_failure',
    (id) => one(set({ on_failure: [set({ on_failure: [infer(id)] })] })),
    'processors[0].set.on_failure[0].set.on_failure[0].ml_inference.model_id blocks'
  ),
  ingest(
    'foreach',
    (id) => one(foreach(infer(id))),
    'processors[0].foreach.processor.ml_inference.model_id blocks'
  ),
  ingest(
    'foreach in foreach',
    (id) => one(foreach(foreach(embed(id)))),
    'processors[0].foreach.processor.foreach.processor.text_embedding.model_id blocks'
  ),
  ingest(
    'on_failure in foreach',
    (id) => one(foreach(set({ on_failure: [infer(id)] }))),
    'processors[0].foreach.processor.set.on_failure[0].ml_inference.model_id blocks'
  ),
  ingest(
    'script params.model_id',
    (id) => one(script({ model_id: id })),
    'processors[0].script.params.model_id blocks'
  ),
  ingest(
    'script params.model_id, a list',
    (id) => one(script({ model_id: ['other', id] })),
    'processors[0].script.params.model_id[1] blocks'
  ),
  ingest(
    'script params.model_id, an object',
    (id) => one(script({ model_id: { id } })),
    'processors[0].script.params.model_id.id breaks'
  ),
  ingest(
    'script params by other names',
    (id) => one(script({ embedding_model_id: id, model: id, MODEL_ID: id })),
    'processors[0].script.params.embedding_model_id breaks',
    'processors[0].script.params.model breaks',
    'processors[0].script.params.MODEL_ID breaks'
  ),
  ingest(
    'model_id inside a value of lists',
    (id) => one(set({ value: [[{ model_id: [['other', id]] }]] })),
    'processors[0].set.value[0][0].model_id[0][1] blocks'
  ),
  ingest('set value', (id) => one(set({ value: id })), 'processors[0].set.value breaks'),
  ingest(
    'model_id in JSON in a value',
    (id) => one(set({ value: JSON.stringify({ model_id: id }) })),
    'processors[0].set.value → model_id breaks'
  ),
  ingest('tag', (id) => one(set({ tag: id })), 'processors[0].set.tag breaks'),
  ingest(
    'a description that mentions it',
    (id) => ({ description: `Embeds with the model ${id}.`, processors: [] }),
    'description possible'
  ),
  ingest(
    'a script that quotes it',
    (id) => one({ script: { source: `if (ctx.a == '${id}') { ctx.b = 1 }` } }),
    'processors[0].script.source possible'
  ),
  ingest(
    'a URL and a list in a value',
    (id) => one(set({ value: [`/_plugins/_ml/models/${id}/_predict`, `one,${id},two`] })),
    'processors[0].set.value[0] possible',
    'processors[0].set.value[1] possible'
  ),
  ingest('description', (id) => ({ description: id, processors: [] }), 'description breaks'),
  ingest(
    'several places',
    (id) => ({ description: id, processors: [embed(id), foreach(infer(id))] }),
    'description breaks',
    'processors[0].text_embedding.model_id blocks',
    'processors[1].foreach.processor.ml_inference.model_id blocks'
  ),
];
