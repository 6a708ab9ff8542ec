import type { AcceptableVerdict } from '../../common/deletion/consent';
import type { Review } from '../../common/dependents/review';
import { UNDEPLOY_FIRST_STATES, UNDEPLOYED_STATES } from '../../common/models/model_state';
import { fingerprintOf } from '../dependents/fingerprint';
import { DeleteConflict } from './errors';

/** What the admin agreed to, and on the ground of which review. */
export interface Consent {
  /** Of the review that the admin saw. */
  fingerprint: string;
  accept: readonly AcceptableVerdict[];
  /** `done`: that was agreed to, and done for this delete; it is not to be done again. */
  undeploy: boolean | 'done';
}

/**
 * Whether a review is the one that the admin saw. Where they agreed to an undeploy, the state that
 * it leads to, or that it is on the way to, is no difference. Any other state is: such as that of a
 * new model with the same id.
 */
function isAsSeen(review: Review, { fingerprint, undeploy }: Consent): boolean {
  if (review.fingerprint === fingerprint) return true;
  const { model } = review;
  const isOfUndeploy = UNDEPLOYED_STATES.has(model.state) || UNDEPLOY_FIRST_STATES.has(model.state);
  if (undeploy === false || !isOfUndeploy) return false;
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
  const { accept, undeploy } = consent;
  const accepted = new Set<string>(undeploy === true ? [...accept, 'undeploy_first'] : accept);
  for (const condition of review.conditions) {
    if (condition !== 'clear' && !accepted.has(condition)) {
      throw new DeleteConflict(condition, review);
    }
  }
}
