import type { Coverage } from '../../common/dependents/coverage';
import type { Dependent } from '../../common/dependents/dependent';
import type { Leftover, Leftovers } from '../../common/dependents/leftovers';
import { notChecked } from '../../common/dependents/verdict';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import type { StoredDocument } from '../cluster/json';
import {
  readConnector,
  readConnectorNames,
  readModelGroup,
  readModelGroups,
} from '../cluster/model_groups';
import { isThere, modelPath, readContents, readModelFields } from '../cluster/models';
import { collected } from '../cluster/search_all';
import { hashOf } from '../documents/canonical_json';
import { findDependents } from './find_dependents';
import { matchIds } from './id_matcher';
import { coverageOf, readAllSettled, readSources } from './read_sources';
import { isUse } from './review_connectors';
import { SOURCES } from './sources/sources';

/** As many are read one by one, and listed. */
const MOST_LISTED = 200;

interface Candidate extends Pick<Leftover, 'id' | 'name'> {
  kind: 'connector' | 'model_group';
  /** Workflows that have made it. */
  makers: readonly Dependent[];
}

function candidateOf(
  kind: Candidate['kind'],
  { id, source: { name } }: StoredDocument,
  dependents: readonly Dependent[]
): Candidate {
  const makers = dependents.filter((one) => one.kind === 'workflow');
  return { kind, id, name: typeof name === 'string' && name !== '' ? name : id, makers };
}

/** The ids of the user's models, and of the connectors and groups that they have. */
async function readNeeded(cluster: Cluster): Promise<Set<string>> {
  const needed = new Set<string>();
  await readModelFields(cluster, ['connector_id', 'model_group_id'], ({ id: modelId, source }) => {
    for (const id of [modelId, source.connector_id, source.model_group_id]) {
      if (typeof id === 'string') needed.add(id);
    }
  });
  return needed;
}

/** What was found of some ids; those that are gone are no part of it. */
type Found = Pick<Leftovers, 'leftovers' | 'not_read'>;

function countNotRead(answers: Iterable<unknown>): number {
  return [...answers].filter(
    (answer) => answer instanceof ClusterError && answer.kind !== 'not_found'
  ).length;
}

/**
 * What is left of models that are deleted. That a search finds no model is no proof: it may be one
 * of others. ML Commons says whether it is there.
 */
async function readRemains(
  cluster: Cluster,
  contents: ReadonlyMap<string, string>,
  models: ReadonlySet<string>
): Promise<Found> {
  const ids = [...contents.keys()].filter((id) => !models.has(id)).slice(0, MOST_LISTED);
  const areRemains = await readAllSettled(ids, async (id) => {
    const path = contents.get(id);
    if (path === undefined || (await isThere(cluster, modelPath(id)))) return false;
    return isThere(cluster, path);
  });
  const leftovers = ids
    .filter((id) => areRemains.get(id) === true)
    .map((id) => {
      const remains = { kind: 'model_remains' as const, id, name: id };
      return { ...remains, created_time: null, fingerprint: '' };
    });
  return { leftovers, not_read: countNotRead(areRemains.values()) };
}

/** The kinds of which it is known what is unused: a group is used by models only. */
function checkedKinds(coverage: Coverage): ReadonlySet<Candidate['kind']> {
  const gaps = notChecked(coverage);
  const kinds = new Set<Candidate['kind']>();
  if (!gaps.some(({ source }) => source === 'model')) kinds.add('model_group');
  if (gaps.length === 0) kinds.add('connector');
  return kinds;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * The connectors that nothing uses, the groups without a model and what is left of models that are
 * deleted, as of now and with the user's own permissions: none of a kind where not everything was
 * checked that may use it.
 * @throws ClusterError where connectors, groups or models can't be read
 */
export async function readLeftovers(cluster: Cluster): Promise<Leftovers> {
  // before the models: one that is made meanwhile for a new model is not in the list
  const [connectors, groups, contents] = await Promise.all([
    collected((take) => readConnectorNames(cluster, take)),
    collected((take) => readModelGroups(cluster, take)),
    readContents(cluster),
  ]);
  const needed = await readNeeded(cluster);
  const remains = await readRemains(cluster, contents, needed);
  const isFree = ({ id }: StoredDocument) => !needed.has(id);
  const free = [...connectors, ...groups].filter(isFree);
  const readings = await readSources(cluster, SOURCES, matchIds(new Set(free.map(({ id }) => id))));
  const dependents = findDependents(readings);
  const coverage = coverageOf(readings);
  const kinds = checkedKinds(coverage);
  const listed = (kind: Candidate['kind'], documents: readonly StoredDocument[]) =>
    documents
      .filter((one) => kinds.has(kind) && isFree(one))
      .filter(({ id }) => !dependents.get(id)?.some(isUse))
      .map((one) => candidateOf(kind, one, dependents.get(one.id) ?? []));
  const found = [...listed('connector', connectors), ...listed('model_group', groups)].sort(
    (a, b) => collator.compare(a.kind, b.kind) || collator.compare(a.name, b.name)
  );
  const definitions = await readDefinitionsOf(cluster, found.slice(0, MOST_LISTED));
  return {
    leftovers: [...remains.leftovers, ...definitions.leftovers],
    not_read: remains.not_read + definitions.not_read,
    more: Math.max(0, found.length - MOST_LISTED),
    coverage,
  };
}

/** Each with its definition's fingerprint. */
async function readDefinitionsOf(
  cluster: Cluster,
  candidates: readonly Candidate[]
): Promise<Found> {
  const byId = new Map(candidates.map((one) => [one.id, one]));
  const read = await readAllSettled([...byId.keys()], (id) =>
    byId.get(id)?.kind === 'connector' ? readConnector(cluster, id) : readModelGroup(cluster, id)
  );
  const leftovers = candidates.flatMap(({ kind, id, name, makers }): Leftover[] => {
    const stored = read.get(id);
    if (!stored || stored instanceof ClusterError) return [];
    const { created_time: created } = stored.source;
    const [maker] = makers;
    return [
      {
        ...{ kind, id, name },
        created_time: typeof created === 'number' ? created : null,
        ...(maker && { made_by: { id: maker.id, name: maker.name } }),
        fingerprint: hashOf(stored.source),
      },
    ];
  });
  return { leftovers, not_read: countNotRead(read.values()) };
}
