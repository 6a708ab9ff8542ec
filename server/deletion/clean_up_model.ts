import { setTimeout as sleep } from 'timers/promises';
import type { Cluster } from '../cluster/cluster';
import { causeOf, ClusterError } from '../cluster/errors';
import { deleteModel } from '../cluster/models';
import { reviewModel } from '../dependents/review_model';
import { DeleteConflict } from './errors';

/** Content that was just deleted is found, and can't be deleted again, for about 1 s. */
const REPEAT_AFTER_MS = 1_200;

const isNotFound = (error: unknown): boolean =>
  error instanceof ClusterError && error.kind === 'not_found';

/** @throws DeleteConflict `changed` where the model is there: it must be reviewed before it goes */
async function checkGone(cluster: Cluster, modelId: string): Promise<void> {
  try {
    throw new DeleteConflict('changed', await reviewModel(cluster, modelId));
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

/**
 * Deletes what is left of a model that is deleted already: its content and its controller. ML
 * Commons does that when it is asked to delete a model that isn't there, and says 404 once all is
 * gone (DeleteModelTransportAction); so this may be repeated. Since it says 404 of an index that it
 * can't read as well, the model is looked for once more.
 * @throws DeleteConflict `changed` where the model is there
 * @throws ClusterError where something is still left
 */
export async function cleanUpModel(cluster: Cluster, modelId: string): Promise<void> {
  await checkGone(cluster, modelId);
  try {
    await deleteModel(cluster, modelId);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    await checkGone(cluster, modelId);
  }
}

/**
 * Finishes a delete that ML Commons broke off after the model itself was gone.
 * @returns null, since the answer to the delete was none
 * @throws as `cleanUpModel`; `error` itself where the second try was not answered either
 */
export async function finishDelete(
  cluster: Cluster,
  modelId: string,
  error: ClusterError
): Promise<null> {
  await sleep(REPEAT_AFTER_MS);
  try {
    await cleanUpModel(cluster, modelId);
    return null;
  } catch (again) {
    const saysLess = again instanceof ClusterError && causeOf(again) !== 'cleanup_failed';
    throw saysLess ? error : again;
  }
}
