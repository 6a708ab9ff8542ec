import type { Review } from '../../common/dependents';
import type { Cluster } from '../cluster';
import { ClusterError } from '../cluster';
import type { ReadOptions } from './read_sources';
import { reviewModels } from './review_models';

/**
 * What uses a model, how far that could be checked, and what follows for a delete, all read now
 * and with the user's own permissions.
 * @throws ClusterError where the model itself or its group's versions can't be read
 */
export async function reviewModel(
  cluster: Cluster,
  modelId: string,
  options: ReadOptions = {}
): Promise<Review> {
  const reviewed = (await reviewModels(cluster, [modelId], options)).get(modelId);
  if (reviewed === undefined || reviewed instanceof ClusterError) {
    throw reviewed ?? new Error(`The model ${modelId} was not reviewed`);
  }
  return reviewed.review;
}
