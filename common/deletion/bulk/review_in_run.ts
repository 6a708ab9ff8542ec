import type { Review } from '../../dependents';
import type { RunReview } from './contracts';

/** ML Commons' searches, by which versions are counted, leave hidden models out. */
function countsIn(groupId: string, { model, model_group: group }: RunReview['review']): boolean {
  return group?.id === groupId && model.is_hidden !== true;
}

/**
 * Whether a model is the last version of its group after those of the run that are gone by then:
 * the group goes with it.
 */
export function isLastAfter(
  { review: { model_group: group }, versions }: RunReview,
  gone: readonly RunReview[]
): boolean {
  if (group === null || versions === null) return false;
  return versions - gone.filter((one) => countsIn(group.id, one.review)).length <= 1;
}

/** The review that a model has once those are gone that the run deletes before it. */
export function asInRun({ review, waits_for: gone, conditions_in_run }: RunReview): Review {
  return {
    ...review,
    dependents: review.dependents.filter(({ kind, id }) => kind !== 'model' || !gone.includes(id)),
    conditions: conditions_in_run,
  };
}

/**
 * What the admin has agreed to for a model, at its turn: what was shown, less what those had to do
 * with it that are gone by now. All that the model waits for must be among them.
 */
export function agreedAtTurn(reviewed: RunReview, gone: readonly RunReview[]): Review {
  const review = asInRun(reviewed);
  const group = review.model_group;
  const lastVersion = isLastAfter(reviewed, gone);
  return { ...review, model_group: group && { ...group, last_version: lastVersion } };
}
