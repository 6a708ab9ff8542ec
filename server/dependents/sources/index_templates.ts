import type { JsonRecord, StoredDocument, TemplateAddress } from '../../cluster';
import {
  readComponentTemplates,
  readIndexTemplates,
  readLegacyTemplates,
  templateId,
} from '../../cluster';
import { callsOfSettings, type Call } from '../calls';
import { nearestKey, type Place } from '../place';
import type { Source } from '../source';
import { isOfSemanticField, isOfUnknownField, isOfVectorField } from './model_id_keys';
import { takeSettled } from './take_settled';

/** Names of other things, which may be spelled as a custom id is. */
const OTHER_NAMES: ReadonlySet<string | undefined> = new Set([
  'default_pipeline',
  'final_pipeline',
  'index_patterns',
  'composed_of',
]);

/** The filter of an alias compares fields of documents; composable templates have it one level down. */
function isOfAlias([first, second]: Place): boolean {
  return first === 'aliases' || second === 'aliases';
}

function components({ composed_of: names }: JsonRecord): Call[] {
  if (!Array.isArray(names)) return [];
  return names.map((name: unknown, index) => ({
    kind: 'index_template',
    id: templateId({ api: '_component_template', name: String(name) }),
    path: `composed_of[${index}]`,
  }));
}

/** Templates of indexes to come, of all three kinds. */
export const indexTemplates: Source = {
  kind: 'index_template',
  async read(cluster, { take }) {
    const takeAs =
      (api: TemplateAddress['api']) =>
      ({ id: name, source }: StoredDocument) =>
        take({ id: templateId({ api, name }), name, source });
    await takeSettled([
      [readIndexTemplates(cluster), take],
      [readComponentTemplates(cluster), takeAs('_component_template')],
      [readLegacyTemplates(cluster), takeAs('_template')],
    ]);
  },
  expectsModelId: isOfSemanticField,
  isDoubtful: (place, holder) => isOfUnknownField(place, holder) || isOfAlias(place),
  ignores: (place, holder) => OTHER_NAMES.has(nearestKey(place)) || isOfVectorField(place, holder),
  calls: (definition) => [
    ...callsOfSettings(definition, 'template', 'settings'),
    ...callsOfSettings(definition, 'settings'),
    ...components(definition),
  ],
};
