import { uniqueName } from '../cluster/fixtures';
import { tell } from '../cluster/opensearch';
import { remove } from './raw';
import type { ExpectedReference, Shape } from './shape';

function script(
  what: string,
  lang: 'mustache' | 'painless',
  source: (modelId: string) => string | object,
  ...references: ExpectedReference[]
): Shape {
  return {
    id: `stored_script: ${what}`,
    kind: 'stored_script',
    references,
    async make(modelId) {
      const id = uniqueName('script');
      await tell('PUT', `/_scripts/${id}`, { script: { lang, source: source(modelId) } });
      return { id, remove: () => remove(`/_scripts/${id}`) };
    },
  };
}

const neural = (modelId: string) => ({
  query: { neural: { vector: { query_text: '{{question}}', model_id: modelId } } },
});

function setting(scope: 'persistent' | 'transient'): Shape {
  return {
    id: `cluster_setting: ${scope}`,
    kind: 'cluster_setting',
    references: [`${scope}["{id}"] breaks`],
    async make(modelId) {
      // a note of the admin's own: the settings by which neural-search chooses models came with 3.9
      const id = `cluster.metadata.${uniqueName('setting')}`;
      await tell('PUT', '/_cluster/settings', { [scope]: { [id]: modelId } });
      return {
        id,
        async remove() {
          await tell('PUT', '/_cluster/settings', { [scope]: { [id]: null } });
        },
      };
    },
  };
}

/** Where what OpenSearch itself keeps for the whole cluster can hold a model's id. */
export const clusterShapes: readonly Shape[] = [
  script('a search template', 'mustache', neural, 'source → query.neural.vector.model_id breaks'),
  script(
    'a search template, written as text',
    'mustache',
    (id) => JSON.stringify(neural(id)),
    'source → query.neural.vector.model_id breaks'
  ),
  script(
    'a search template that is JSON only once it is filled in',
    'mustache',
    (id) => `{"size":{{size}},"query":{"neural":{"vector":{"model_id":"${id}"}}}}`,
    'source → … breaks'
  ),
  script('painless', 'painless', (id) => `["model_id": "${id}"].size()`, 'source → … breaks'),
  setting('persistent'),
  setting('transient'),
];
