import type { Dependent, Review } from '../../common/dependents';
import { conditionsOf } from './conditions';
import { fingerprintOf } from './fingerprint';

/** All that was read for a review. */
export type ReviewBasis = Omit<Review, 'conditions' | 'verdict' | 'fingerprint'>;

/** What follows from what was read: the conditions of a delete, the first of them, fingerprint. */
export function assembleReview(basis: ReviewBasis): Review {
  const conditions = conditionsOf({
    modelState: basis.model.state,
    dependents: basis.dependents,
    coverage: basis.coverage,
    safeDelete: basis.safe_delete.enabled,
    isUnreadable: basis.unreadable !== undefined,
  });
  return {
    ...basis,
    verdict: conditions[0] ?? 'clear',
    conditions,
    fingerprint: fingerprintOf(basis),
  };
}

/** What stands against a delete once some models are gone that depend on the model now. */
export function conditionsAfter(review: Review, gone: ReadonlySet<string>): Review['conditions'] {
  const stays = ({ kind, id }: Dependent) => kind !== 'model' || !gone.has(id);
  return conditionsOf({
    modelState: review.model.state,
    dependents: review.dependents.filter(stays),
    coverage: review.coverage,
    safeDelete: review.safe_delete.enabled,
    isUnreadable: review.unreadable !== undefined,
  });
}
