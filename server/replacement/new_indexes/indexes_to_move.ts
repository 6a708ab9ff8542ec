import { i18n } from '@osd/i18n';
import type { Dependent, Impact } from '../../../common/dependents/dependent';
import { nodeKey } from '../../../common/dependents/kinds';
import type { NewIndexes } from '../../../common/replacement/new_indexes';
import type { Cluster } from '../../cluster/cluster';
import { ClusterError } from '../../cluster/errors';
import { plainJson } from '../../cluster/exact_json';
import type { JsonRecord } from '../../cluster/json';
import type { JsonPath } from '../../dependents/json_path';
import { isOfVectors } from '../plan_change';
import { readDefinitions } from '../read_definitions';
import type { Exchange } from '../read_exchange';
import { replaceAt } from '../replace_references';

export type NotMoved = NewIndexes['not_moved'][number];

/** What uses the model for sure, as it is stored, and where. */
export interface Use {
  dependent: Dependent;
  definition: JsonRecord;
  places: readonly JsonPath[];
}

/** What no request changes, and why. */
export function notMoved({ kind, id, name }: Omit<NotMoved, 'reason'>, reason: string): NotMoved {
  return { kind, id, name, reason };
}

/** Whether the model is called for vectors that are stored or compared. */
export function isOfVectorField({ dependent: { kind }, places }: Use): boolean {
  return places.some((place) => isOfVectors(kind, place, true));
}

/** What of a kind is affected through some uses, each once. */
export const impactOf = (uses: readonly Use[], kind: string): Impact[] => [
  ...new Map(
    uses
      .flatMap(({ dependent }) => dependent.impact)
      .filter((one) => one.kind === kind)
      .map((one) => [one.id, one])
  ).values(),
];

/** The indexes that hold vectors of the model, as the cluster has them, and those left as they are. */
export async function readIndexesToMove(
  cluster: Cluster,
  uses: readonly Use[],
  exchange: Exchange
): Promise<{ definitions: Map<string, JsonRecord>; left: NotMoved[] }> {
  const named = ({ id, name }: { id: string; name: string }) => ({
    kind: 'index' as const,
    ...{ id, name },
  });
  const semantic = uses.filter((use) => use.dependent.kind === 'index' && isOfVectorField(use));
  const fed = impactOf(
    uses.filter(({ dependent }) => dependent.kind === 'ingest_pipeline'),
    'index'
  );
  const searched = impactOf(
    uses.filter(({ dependent }) => dependent.kind === 'search_pipeline'),
    'index'
  );
  const places = new Map(semantic.map((use) => [use.dependent.id, use.places]));
  const all = [...semantic.map(({ dependent }) => dependent), ...fed].map(named);
  const indexes = [...new Map(all.map((one) => [one.id, one])).values()];
  const read = await readDefinitions(cluster, indexes, exchange.release);
  const definitions = new Map<string, JsonRecord>();
  const left: NotMoved[] = [];
  for (const index of indexes) {
    const definition = read.get(nodeKey(index));
    if (definition instanceof ClusterError) {
      if (definition.kind !== 'not_found') left.push(notMoved(index, definition.message));
    } else if (typeof definition?.data_stream === 'string') {
      left.push(notMoved(index, dataStreamText(definition.data_stream)));
    } else if (definition) {
      const plain = plainJson(definition);
      definitions.set(index.id, replaceAt(plain, places.get(index.id) ?? [], exchange));
    }
  }
  const isKnown = new Set(indexes.map(({ id }) => id));
  const others = searched.filter(({ id }) => !isKnown.has(id)).map(named);
  return { definitions, left: [...left, ...others.map((one) => notMoved(one, elsewhereText()))] };
}

function dataStreamText(stream: string): string {
  return i18n.translate('mlModels.server.newIndexes.dataStream', {
    defaultMessage:
      'It is part of the data stream {stream}. Change the dimension in the template of the data stream, and roll it over.',
    values: { stream },
  });
}

function elsewhereText(): string {
  return i18n.translate('mlModels.server.newIndexes.elsewhere', {
    defaultMessage:
      'It is searched with the model, but no pipeline makes its vectors. Make a new index, and index its documents again with vectors of the new model.',
  });
}
