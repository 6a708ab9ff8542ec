import { i18n } from '@osd/i18n';
import { ClusterError, countIndexes, readIndexes, type Cluster } from '../../cluster';
import { callsOfSettings } from '../calls';
import type { Gap, Source } from '../source';
import { isOfSemanticField, isOfUnknownField, isOfVectorField } from './model_id_keys';

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
          'OpenSearch may list only indexes that you have permissions on: how many there are could not be read.',
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
