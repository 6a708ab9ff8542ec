import { uniqueName } from '../cluster/fixtures';
import { tell, type Json } from '../cluster/opensearch';
import { remove } from './raw';
import { since, type ExpectedReference, type Shape } from './shape';

type Properties = (modelId: string) => Json;

const semantic = (modelId: string, more: Json = {}): Json => ({
  type: 'semantic',
  model_id: modelId,
  ...more,
});
const settings = { index: { knn: true, number_of_replicas: 0 } };

function index(what: string, mappings: Properties, ...references: ExpectedReference[]): Shape {
  return {
    id: `index: ${what}`,
    kind: 'index',
    references,
    async make(modelId) {
      const id = uniqueName('index');
      await tell('PUT', `/${id}`, { settings, mappings: mappings(modelId) });
      return { id, remove: () => remove(`/${id}`) };
    },
  };
}

function template(
  what: string,
  api: '_index_template' | '_component_template' | '_template',
  body: (modelId: string, name: string) => Json,
  ...references: ExpectedReference[]
): Shape {
  return {
    id: `index_template: ${what}`,
    kind: 'index_template',
    references,
    async make(modelId) {
      const name = uniqueName('template');
      await tell('PUT', `/${api}/${name}`, body(modelId, name));
      return {
        id: api === '_index_template' ? name : `${api}/${name}`,
        remove: () => remove(`/${api}/${name}`),
      };
    },
  };
}

const withText = (modelId: string): Json => ({
  settings,
  mappings: { properties: { text: semantic(modelId) } },
});
const patterns = (name: string) => ({ index_patterns: [`${name}-*`] });

/** Where an index, or the template of one, can hold a model's id. */
export const indexShapes: readonly Shape[] = [
  since(
    '3.1.0',
    index(
      'semantic field',
      (id) => ({ properties: { text: semantic(id) } }),
      'mappings.properties.text.model_id breaks'
    )
  ),
  since(
    '3.1.0',
    index(
      'semantic field with another model for searches',
      (id) => ({ properties: { text: semantic(id, { search_model_id: id }) } }),
      'mappings.properties.text.model_id breaks',
      'mappings.properties.text.search_model_id breaks'
    )
  ),
  since(
    '3.1.0',
    index(
      'semantic field in an object',
      (id) => ({ properties: { book: { properties: { text: semantic(id) } } } }),
      'mappings.properties.book.properties.text.model_id breaks'
    )
  ),
  index(
    'a note in the mapping',
    (id) => ({ _meta: { model_id: id } }),
    'mappings._meta.model_id breaks'
  ),
  since(
    '3.1.0',
    template(
      'composable',
      '_index_template',
      (id, name) => ({ ...patterns(name), template: withText(id) }),
      'template.mappings.properties.text.model_id breaks'
    )
  ),
  since(
    '3.1.0',
    template(
      'component',
      '_component_template',
      (id) => ({ template: withText(id) }),
      'template.mappings.properties.text.model_id breaks'
    )
  ),
  since(
    '3.1.0',
    template(
      'of the older kind',
      '_template',
      (id, name) => ({ ...patterns(name), ...withText(id) }),
      'mappings.properties.text.model_id breaks'
    )
  ),
  template(
    'a note in it',
    '_index_template',
    (id, name) => ({ ...patterns(name), _meta: { model_id: id } }),
    '_meta.model_id breaks'
  ),
];
