import { i18n } from '@osd/i18n';
import { isResourceId } from '../../common/contracts/fields';
import type { Dependent } from '../../common/dependents/dependent';
import type { Dangling, GraphNode } from '../../common/dependents/graph';
import { isGeneratedId } from '../../common/models/generated_id';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import type { StoredDocument } from '../cluster/json';
import { readModel, readModels, readModelsByIds } from '../cluster/models';
import { collected } from '../cluster/search_all';
import { findDependents } from './find_dependents';
import { matchGeneratedIds, matchOneOf } from './id_matcher';
import { coverageOf, readAllSettled, readSources, type SourceReading } from './read_sources';
import type { Source } from './source';
import { SOURCES } from './sources/sources';
import type { StringPlace } from './walk_strings';

/**
 * What calls for models that are gone, or never were. An id counts only if ML Commons says that
 * there is no such model: the user may not see all of them. How many could not be looked up, too
 * many or for an error, is said.
 * @throws ClusterError where models can't be read
 */
export async function readDangling(cluster: Cluster): Promise<Dangling> {
  const { readings, dependents, unknown } = await readAllReferences(cluster);
  const nodes = await readMissing(cluster, unknown);
  const notLookedUp = nodes.filter((node) => node.not_read !== undefined).length;
  return {
    missing: nodes
      .filter(({ missing }) => missing)
      .map(({ id }) => ({ model_id: id, dependents: dependents.get(id) ?? [] })),
    ...(notLookedUp > 0 && { not_looked_up: notLookedUp }),
    coverage: coverageOf(readings),
  };
}

/** Every reference to a model in the cluster, also where there is no such model. */
export interface AllReferences {
  /** The models that the user may see. */
  documents: StoredDocument[];
  readings: SourceReading[];
  dependents: Map<string, Dependent[]>;
  /** The ids that are in dependents and that none of these models has. */
  unknown: string[];
}

/** @throws ClusterError where the models themselves can't be read */
export async function readAllReferences(cluster: Cluster): Promise<AllReferences> {
  // as in the list, never an API first that the cluster may lack
  const documents = await collected((take) => readModels(cluster, take));
  const ids = documents.map(({ id }) => id);
  const isKnown = matchOneOf(ids);
  const readings = await readSources(cluster, SOURCES, {
    isModelId: (text, at, source) => isKnown(text) || mayBeMissing(text, at, source),
    isMentioned: matchGeneratedIds(ids),
  });
  const dependents = findDependents(readings);
  const unknown = [...dependents.keys()].filter((id) => !isKnown(id));
  return { documents, readings, dependents, unknown };
}

/** An id that ML Commons can have given; placeholders such as `${parameters.x}` are none. */
const POSSIBLE_ID = /^[A-Za-z0-9_-]{1,512}$/;

/**
 * Whether a text is where a model's id belongs. What is stored with any id can call for a model
 * that never was; under the others a model can have been deleted. A workflow keeps ids of every
 * kind of resource under one key.
 */
function mayBeMissing(text: string, at: StringPlace, source: Source): boolean {
  if (source.kind === 'workflow' || at.key === undefined) return false;
  if (!POSSIBLE_ID.test(text)) return false;
  const place = at.place();
  return source.expectsModelId(place, at.holder) && source.ignores?.(place, at.holder) !== true;
}

/** As many ids as are asked for one by one; a definition can hold any number of texts like ids. */
const MOST_LOOKED_UP = 100;

function notLookedUpText(): string {
  return i18n.translate('mlModels.server.notLookedUp', {
    defaultMessage: 'Couldn’t check whether the model exists: too many IDs are unknown.',
  });
}

/** What ML Commons said of an id when it was asked for it alone: none where the model is there. */
function nodeOf(id: string, found: unknown): GraphNode[] {
  if (!(found instanceof ClusterError)) return [];
  const node = { kind: 'model', id, name: id };
  if (found.kind === 'not_found') return [{ ...node, missing: true }];
  // it is there, and of others
  return [found.kind === 'forbidden' ? node : { ...node, not_read: found.message }];
}

/** Ids that ML Commons makes itself first: under the others there may never have been a model. */
function likeliestFirst(ids: readonly string[]): string[] {
  return [...ids.filter(isGeneratedId), ...ids.filter((id) => !isGeneratedId(id))];
}

/**
 * The nodes of the models that the list doesn't have. One search says which of them have come
 * meanwhile. The others are missing, or hidden, or belong to a group that the user can't see: no
 * search distinguishes these, since ML Commons leaves the last two out of all of them, so each is
 * asked for by its id, and only a 404 makes it missing. A model that can be read so is hidden, and
 * no node. Of more than `MOST_LOOKED_UP` the rest is not asked for, and `not_read` says that:
 * nothing is called missing that was not found to be so.
 * @throws ClusterError where the search fails, or the cluster doesn't answer at all
 */
export async function readMissing(cluster: Cluster, ids: readonly string[]): Promise<GraphNode[]> {
  if (ids.length === 0) return [];
  const added = await collected((take) => readModelsByIds(cluster, ids, take));
  const isAdded = new Set(added.map(({ id }) => id));
  const left = likeliestFirst(ids.filter((id) => !isAdded.has(id)));
  // what has the name of another API can't be asked for
  const asked = left.filter((id) => isResourceId('model', id)).slice(0, MOST_LOOKED_UP);
  const found = await readAllSettled(asked, (id) => readModel(cluster, id));
  const nodes = new Map(asked.map((id) => [id, nodeOf(id, found.get(id))]));
  const notLookedUp = notLookedUpText();
  return [
    ...added.map(({ id, source: { name } }) => ({
      kind: 'model',
      id,
      name: typeof name === 'string' && name !== '' ? name : id,
    })),
    ...left.flatMap(
      (id) => nodes.get(id) ?? [{ kind: 'model', id, name: id, not_read: notLookedUp }]
    ),
  ];
}
