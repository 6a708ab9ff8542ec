import type { Dangling } from '../../common/dependents';
import type { Cluster } from '../cluster';
import { readMissing } from './missing_models';
import { readAllReferences } from './read_all_references';
import { coverageOf } from './read_sources';

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
