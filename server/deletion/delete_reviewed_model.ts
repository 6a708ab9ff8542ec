import type { DeleteModelAnswer } from '../../common/contracts/deletion';
import type { Consent } from '../../common/deletion/consent';
import type { Review } from '../../common/dependents/review';
import { UNDEPLOY_FIRST_STATES, UNDEPLOYED_STATES } from '../../common/models/model_state';
import type { Cluster } from '../cluster/cluster';
import { causeOf, ClusterError, isOutcomeUnknown, isResponseLost } from '../cluster/errors';
import type { JsonRecord } from '../cluster/json';
import { deleteModel } from '../cluster/models';
import { fingerprintOf, reviewModel, waitUntilSearchable } from '../dependents/review_model';
import { finishDelete } from './clean_up_model';
import { DeleteConflict, DeleteOutcomeUnknown } from './errors';
import { removeEmptyGroup } from './remove_empty_group';

/**
 * What became of a delete that ML Commons did not answer with success. The model is looked at
 * again, since its 409 bodies come malformed when two of its checks refuse at once, and its 404 is
 * said of a model that is there, too, while its index can't be read (seen on 3.6.0 and 2.19.6).
 * @returns null where the model is gone after all
 * @throws DeleteConflict where ML Commons refused; DeleteOutcomeUnknown where its answer was lost
 * and the model is there; `unreachable` where what is there isn't known; the error itself for
 * anything else
 */
async function resolveFailedDelete(
  cluster: Cluster,
  modelId: string,
  error: ClusterError
): Promise<null> {
  if (causeOf(error) === 'cleanup_failed') return finishDelete(cluster, modelId, error);
  const refused = error.status === 409;
  const maybeDeployed = error.status === 400;
  const saidGone = error.kind === 'not_found';
  if (!refused && !maybeDeployed && !saidGone && !isOutcomeUnknown(error)) throw error;
  let now: Review;
  try {
    now = await reviewModel(cluster, modelId);
  } catch (again) {
    if (!(again instanceof ClusterError)) throw error;
    const gone = again.kind === 'not_found';
    if (gone && isOutcomeUnknown(error)) return null;
    if (gone) throw again;
    const isOpen = saidGone || (error.kind === 'rejected' && isOutcomeUnknown(error));
    throw isOpen ? new ClusterError('unreachable', again.message) : error;
  }
  const message = error.kind === 'malformed' ? undefined : error.message;
  // with safe delete off there are no checks whose refusals could damage each other
  const maybeRefused = error.kind === 'malformed' && now.safe_delete.enabled !== false;
  if (refused || maybeRefused) throw new DeleteConflict('refused', now, message);
  if (maybeDeployed && UNDEPLOY_FIRST_STATES.has(now.model.state)) {
    throw new DeleteConflict('undeploy_first', now, message);
  }
  if (isResponseLost(error)) throw new DeleteOutcomeUnknown(error, now);
  // it is there: a 404 of ours would say that it is not
  throw saidGone ? new ClusterError('rejected', error.message) : error;
}

/**
 * Deletes a model on the review that the admin saw: reviews again, compares, and sends the delete
 * with nothing in between. The group goes with its last version.
 * @throws DeleteConflict where the model was not deleted, with the review as it is now
 * @throws DeleteOutcomeUnknown where the answer was lost and the model is still there
 * @throws ClusterError `not_found` where the model is gone already; others in the cluster's words
 */
export async function deleteReviewedModel(
  cluster: Cluster,
  modelId: string,
  consent: Consent
): Promise<DeleteModelAnswer> {
  // what changed before the delete was asked for is seen by its own review
  await waitUntilSearchable(cluster);
  const review = await reviewModel(cluster, modelId, { inRealTime: true });
  checkReview(review, consent);
  let response: JsonRecord | null;
  try {
    response = await deleteModel(cluster, modelId);
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    response = await resolveFailedDelete(cluster, modelId, error);
  }
  return {
    result: 'deleted',
    model_id: modelId,
    ...(await removeEmptyGroup(cluster, review.model_group)),
    response,
  };
}

/**
 * Whether a review is the one that the admin saw. Where the model was undeployed for the delete,
 * the state that this leads to, or that it has when it was deployed again, is no difference. Any
 * other state is: such as that of a new model with the same id.
 */
function isAsSeen(review: Review, { fingerprint, undeployed }: Consent): boolean {
  if (review.fingerprint === fingerprint) return true;
  const { model } = review;
  const isOfUndeploy = UNDEPLOYED_STATES.has(model.state) || UNDEPLOY_FIRST_STATES.has(model.state);
  if (!undeployed || !isOfUndeploy) return false;
  return [...UNDEPLOY_FIRST_STATES].some(
    (state) => fingerprintOf({ ...review, model: { ...model, state } }) === fingerprint
  );
}

/**
 * Lets a delete pass only on the review that the admin saw, with all its conditions
 * accepted. What ML Commons will refuse can't be accepted.
 * @throws DeleteConflict `changed`, or the first condition that was not accepted
 */
export function checkReview(review: Review, consent: Consent): void {
  if (!isAsSeen(review, consent)) throw new DeleteConflict('changed', review);
  const accepted = new Set<string>(consent.accept);
  for (const condition of review.conditions) {
    if (condition !== 'clear' && !accepted.has(condition)) {
      throw new DeleteConflict(condition, review);
    }
  }
}
