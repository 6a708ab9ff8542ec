import type { Consent } from '../../common/deletion/consent';
import type { Review } from '../../common/dependents/review';
import { UNDEPLOY_FIRST_STATES, UNDEPLOYED_STATES } from '../../common/models/model_state';
import { fingerprintOf } from '../dependents/fingerprint';
import { DeleteConflict } from './errors';

/**
 * Whether a review is the one that the admin saw. Where the model was undeployed for the delete, the
 * state that this leads to, or that it has when it was deployed again, is no difference. Any other
 * state is: such as that of a new model with the same id.
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
 * Lets a delete pass only on the review that the admin saw, with all that stands against it
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
