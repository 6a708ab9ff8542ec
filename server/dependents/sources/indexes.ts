import { i18n } from '@osd/i18n';
import type { Cluster } from '../../cluster/cluster';
import { templateId } from '../../cluster/definitions';
import type { TemplateAddress } from '../../cluster/definitions';
import { ClusterError } from '../../cluster/errors';
import {
  countIndexes,
  readComponentTemplates,
  readIndexes,
  readIndexTemplates,
  readLegacyTemplates,
} from '../../cluster/indexes';
import type { JsonRecord, StoredDocument } from '../../cluster/json';
import { callsOfSettings, type Call } from '../resource_calls';
import { nearestKey, type JsonPath } from '../json_path';
import type { Gap, Source } from '../source';
import { takeSettled } from './ml_commons';
import { isOfSemanticField, isOfUnknownField, isOfVectorField } from '../source';

/** The number of all indexes; null where it can't be read. @throws what is no ClusterError */
async function countIfPossible(cluster: Cluster): Promise<number | null> {
  try {
    return await countIndexes(cluster);
  } catch (error) {
    if (error instanceof ClusterError) return null;
    throw error;
  }
}

/** The security plugin can cut lists of indexes down to those that the user has permissions on. */
function gapBetween(listed: number, total: number | null): Gap | undefined {
  if (total === null) {
    return {
      state: 'partial',
      detail: i18n.translate('mlModels.server.indexesNotCounted', {
        defaultMessage:
          'OpenSearch may list only indexes that you have permissions on. Couldn’t read how many there are.',
      }),
    };
  }
  // more than the total: some came or went meanwhile, and others may be missing
  if (listed === total) return undefined;
  return {
    state: 'partial',
    detail: i18n.translate('mlModels.server.indexesOfOthers', {
      defaultMessage: 'OpenSearch lists {listed} of {total} indexes to you.',
      values: { listed, total },
    }),
  };
}

/** Indexes: semantic fields call for `model_id` and `search_model_id` in the mapping. */
export const indexes: Source = {
  kind: 'index',
  async read(cluster, reader, limits) {
    const countAll = async () => ((await limits).indexes ? countIfPossible(cluster) : undefined);
    const [listed, total] = await Promise.all([readIndexes(cluster, reader), countAll()]);
    return total === undefined ? undefined : gapBetween(listed, total);
  },
  expectsModelId: isOfSemanticField,
  isDoubtful: isOfUnknownField,
  // names of pipelines and aliases, which may be spelled as a custom id is
  ignores: (place, holder) => place[0] !== 'mappings' || isOfVectorField(place, holder),
  calls: (definition) => callsOfSettings(definition, 'settings'),
  aliases: ({ aliases }) => (Array.isArray(aliases) ? aliases.map(String) : []),
};

/** Names of other things, which may be spelled as a custom id is. */
const OTHER_NAMES: ReadonlySet<string | undefined> = new Set([
  'default_pipeline',
  'final_pipeline',
  'index_patterns',
  'composed_of',
]);

/** The filter of an alias compares fields of documents; composable templates have it one level down. */
function isOfAlias([first, second]: JsonPath): boolean {
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
