import { i18n } from '@osd/i18n';
import type { GraphNode } from '../../common/dependents';
import { isResourceId } from '../../common/http/fields';
import type { Cluster } from '../cluster';
import { ClusterError, collected, readModel, readModelsByIds } from '../cluster';
import { isGeneratedId } from './generated_ids';
import { readEach } from './read_each';
import type { Source } from './source';
import type { StringPlace } from './walk_strings';

/** An id that ML Commons can have given; placeholders such as `${parameters.x}` are none. */
const POSSIBLE_ID = /^[A-Za-z0-9_-]{1,512}$/;

/**
 * Whether a text stands where a model's id belongs. What is stored with any id can call for a model
 * that never was; under the others a model can have been deleted. A workflow keeps ids of every
 * kind of resource under one key.
 */
export function mayBeMissing(text: string, at: StringPlace, source: Source): boolean {
  if (source.kind === 'workflow' || at.key === undefined) return false;
  if (!POSSIBLE_ID.test(text)) return false;
  const place = at.place();
  return source.expectsModelId(place, at.holder) && source.ignores?.(place, at.holder) !== true;
}

/** As many ids as are asked for one by one; a definition can hold any number of texts like ids. */
const MOST_LOOKED_UP = 100;

function notLookedUpWords(): string {
  return i18n.translate('mlModels.server.notLookedUp', {
    defaultMessage: 'Whether there is such a model was not looked up: too many IDs are unknown.',
  });
}

/** What ML Commons said of an id when it was asked for it alone: none where the model is there. */
function nodeOf(id: string, said: unknown): GraphNode[] {
  if (!(said instanceof ClusterError)) return [];
  const node = { kind: 'model', id, name: id };
  if (said.kind === 'not_found') return [{ ...node, missing: true }];
  // it is there, and of others
  return [said.kind === 'forbidden' ? node : { ...node, not_read: said.message }];
}

/** Ids that ML Commons makes itself first: under the others there may never have been a model. */
function likeliestFirst(ids: readonly string[]): string[] {
  return [...ids.filter(isGeneratedId), ...ids.filter((id) => !isGeneratedId(id))];
}

/**
 * The nodes of the models that the list doesn't have. One search says which of them have come
 * meanwhile. The others are missing, or hidden, or belong to a group that the user can't see: no
 * search tells these apart, since ML Commons leaves the last two out of all of them, so each is
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
  const said = await readEach(asked, (id) => readModel(cluster, id));
  const nodes = new Map(asked.map((id) => [id, nodeOf(id, said.get(id))]));
  const words = notLookedUpWords();
  return [
    ...added.map(({ id, source: { name } }) => ({
      kind: 'model',
      id,
      name: typeof name === 'string' && name !== '' ? name : id,
    })),
    ...left.flatMap((id) => nodes.get(id) ?? [{ kind: 'model', id, name: id, not_read: words }]),
  ];
}
