import type { JsonRecord } from '../../cluster';
import { readComponentTemplates, readIndexTemplates, readLegacyTemplates } from '../../cluster';
import { callsOfSettings, type Call } from '../calls';
import { nearestKey } from '../place';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';
import { takeSettled } from './take_settled';

/** Ids of the other two kinds of templates, whose names may be those of composable ones. */
const COMPONENT_PREFIX = '_component_template/';
const LEGACY_PREFIX = '_template/';

/** Names of other things, which may be spelled as a custom id is. */
const OTHER_NAMES: ReadonlySet<string | undefined> = new Set([
  'default_pipeline',
  'final_pipeline',
  'index_patterns',
  'composed_of',
]);

function components({ composed_of: names }: JsonRecord): Call[] {
  if (!Array.isArray(names)) return [];
  return names.map((name: unknown, index) => ({
    kind: 'index_template',
    id: `${COMPONENT_PREFIX}${String(name)}`,
    path: `composed_of[${index}]`,
  }));
}

/** Templates of indexes to come, of all three kinds. */
export const indexTemplates: Source = {
  kind: 'index_template',
  async read(cluster, { take }) {
    const takeAs =
      (prefix: string) =>
      ({ id, source }: { id: string; source: JsonRecord }) =>
        take({ id: prefix + id, name: id, source });
    await takeSettled([
      [readIndexTemplates(cluster), take],
      [readComponentTemplates(cluster), takeAs(COMPONENT_PREFIX)],
      [readLegacyTemplates(cluster), takeAs(LEGACY_PREFIX)],
    ]);
  },
  expectsModelId: underModelIdKey,
  ignores: (place) => OTHER_NAMES.has(nearestKey(place)),
  calls: (definition) => [
    ...callsOfSettings(definition, 'template', 'settings'),
    ...callsOfSettings(definition, 'settings'),
    ...components(definition),
  ],
};
