import type { AcceptableVerdict } from '../../common/deletion';
import type { Review } from '../../common/dependents';
import { fingerprintOf } from '../dependents';
import { DeleteStopped } from './delete_stopped';

/** What the admin agreed to, and on the ground of which review. */
export interface Consent {
  /** Of the review that the admin saw. */
  fingerprint: string;
  accept: readonly AcceptableVerdict[];
  undeploy: boolean;
}

/**
 * Lets a delete pass only on the review that the admin saw, with all that stands against it
 * accepted. What ML Commons will refuse can't be accepted.
 * @throws DeleteStopped `changed`, or the first condition that was not accepted
 */
export function checkReview(review: Review, { fingerprint, accept, undeploy }: Consent): void {
  if (review.fingerprint !== fingerprint) throw new DeleteStopped('changed', review);
  const accepted = new Set<string>(undeploy ? [...accept, 'undeploy_first'] : accept);
  for (const condition of review.conditions) {
    if (condition !== 'clear' && !accepted.has(condition)) {
      throw new DeleteStopped(condition, review);
    }
  }
}

/** The same after the model was undeployed for this delete: its state is the one difference. */
export function checkReviewAfterUndeploy(
  review: Review,
  consent: Consent,
  stateBefore: string
): void {
  const model = { ...review.model, state: stateBefore };
  if (fingerprintOf({ ...review, model }) !== consent.fingerprint) {
    throw new DeleteStopped('changed', review);
  }
  checkReview(review, { ...consent, fingerprint: review.fingerprint, undeploy: false });
}
