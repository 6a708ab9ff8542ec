import type { GraphNode } from '../../common/dependents';
import type { Cluster } from '../cluster';
import { ClusterError, readModel } from '../cluster';
import { fewAtOnce } from './few_at_once';
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

/**
 * A model that the list doesn't have is missing only if ML Commons says so: it may belong to a
 * group that the user can't see. One that can be read is hidden, and no node.
 */
async function readIfMissing(cluster: Cluster, id: string): Promise<GraphNode | undefined> {
  try {
    await readModel(cluster, id);
    return undefined;
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    const missing = error.kind === 'not_found';
    return { kind: 'model', id, name: id, ...(missing && { missing }) };
  }
}

/** The nodes of the models that the list doesn't have, in the order of their ids given. */
export async function readMissing(cluster: Cluster, ids: readonly string[]): Promise<GraphNode[]> {
  const nodes = await fewAtOnce(ids, (id) => readIfMissing(cluster, id));
  return nodes.flatMap((node) => node ?? []);
}
