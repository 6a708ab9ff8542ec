import type { UsageAnswer } from '../../common/contracts/models';
import type { Dependent } from '../../common/dependents/dependent';
import { strongestEnforcement } from '../../common/dependents/verdict';
import type { Usage } from '../../common/models/usage';
import type { Cluster } from '../cluster/cluster';
import { readModelIds } from '../cluster/models';
import { findDependents } from '../dependents/find_dependents';
import { matchIds } from '../dependents/id_matcher';
import { coverageOf, readSources } from '../dependents/read_sources';
import { SOURCES } from '../dependents/sources/sources';

/** Number of dependents by the strongest enforcement of their references. */
export function usageOf(dependents: readonly Dependent[]): Usage {
  const usage: Usage = { blocks: 0, breaks: 0, possible: 0 };
  for (const { references } of dependents) usage[strongestEnforcement(references)] += 1;
  return usage;
}

/** How many there are of each kind, each once however many models it uses. */
function countByKind(dependents: readonly Dependent[]): UsageAnswer['dependents'] {
  const ids = new Map<Dependent['kind'], Set<string>>();
  for (const { kind, id } of dependents) {
    const known = ids.get(kind);
    if (known) known.add(id);
    else ids.set(kind, new Set([id]));
  }
  return [...ids].map(([kind, { size: count }]) => ({ kind, count }));
}

/**
 * What uses each model that the user may see, in numbers, and how far that was checked.
 *
 * Reads the models first: an API that this cluster lacks must never be the first that a request
 * asks for. The security plugin answers it with 400 where the sign-in failed, and gives the 401 to
 * whoever uses the connection next, another user perhaps (seen on 2.19).
 * @throws ClusterError where the models themselves can't be read
 */
export async function readUsage(cluster: Cluster): Promise<UsageAnswer> {
  const readAt = Date.now();
  const ids = new Set<string>();
  await readModelIds(cluster, (id) => ids.add(id));
  const readings = await readSources(cluster, SOURCES, matchIds(ids));
  const dependents = findDependents(readings);
  return {
    usage: Object.fromEntries([...dependents].map(([id, ofModel]) => [id, usageOf(ofModel)])),
    dependents: countByKind([...dependents.values()].flat()),
    coverage: coverageOf(readings),
    read_at: readAt,
  };
}
