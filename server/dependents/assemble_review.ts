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

/** What other deletes change of a model's review. */
export interface Meanwhile {
  /** Models that will be gone: they depend on nothing any more. */
  gone: ReadonlySet<string>;
  /** Whether no other version will be left in its group. */
  lastVersion: boolean;
}

/** The review as it will be once other models are gone and nothing else has changed. */
export function reviewAfter(review: Review, { gone, lastVersion }: Meanwhile): Review {
  const stays = ({ kind, id }: Dependent) => kind !== 'model' || !gone.has(id);
  return assembleReview({
    model: review.model,
    model_group: review.model_group && { ...review.model_group, last_version: lastVersion },
    ...(review.unreadable !== undefined && { unreadable: review.unreadable }),
    dependents: review.dependents.filter(stays),
    coverage: review.coverage,
    safe_delete: review.safe_delete,
  });
}
