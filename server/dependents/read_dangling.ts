import type { Dangling } from '../../common/dependents';
import type { Cluster } from '../cluster';
import { readMissing } from './missing_models';
import { readAllReferences } from './read_all_references';
import { coverageOf } from './read_sources';

/**
 * What calls for models that are gone, or never were. An id counts only if ML Commons says that
 * there is no such model: the user may not see all of them.
 * @throws ClusterError where models can't be read
 */
export async function readDangling(cluster: Cluster): Promise<Dangling> {
  const { readings, dependents, unknown } = await readAllReferences(cluster);
  const nodes = await readMissing(cluster, unknown);
  return {
    missing: nodes
      .filter(({ missing }) => missing)
      .map(({ id }) => ({ model_id: id, dependents: dependents.get(id) ?? [] })),
    coverage: coverageOf(readings),
  };
}
