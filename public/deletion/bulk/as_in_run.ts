import type { RunReview } from '../../../common/deletion';
import type { Review } from '../../../common/dependents';

/** The review that a model has once those are gone that the run deletes before it. */
export function asInRun({ review, waits_for: gone, conditions_in_run }: RunReview): Review {
  return {
    ...review,
    dependents: review.dependents.filter(({ kind, id }) => kind !== 'model' || !gone.includes(id)),
    conditions: conditions_in_run,
  };
}
