import type { Review } from '../dependents/review';
import type { Verdict } from '../dependents/verdict';

/** What is known of one model of a run before it starts. */
export interface ReviewedInRun {
  review: Review;
  /** Versions in its group, itself included; null where it has no group. */
  versions: number | null;
  /** The models of the run that must be gone before it. */
  waits_for: readonly string[];
  /** What will stand against its delete once those are gone. */
  conditions_in_run: Verdict[];
}

/** ML Commons' searches, by which versions are counted, leave hidden models out. */
function countsIn(groupId: string, { model, model_group: group }: Review): boolean {
  return group?.id === groupId && model.is_hidden !== true;
}

/**
 * Whether a model is the last version of its group after those of the run that are gone by then:
 * the group goes with it.
 */
export function isLastAfter(
  { review: { model_group: group }, versions }: ReviewedInRun,
  gone: readonly ReviewedInRun[]
): boolean {
  if (group === null || versions === null) return false;
  return versions - gone.filter((one) => countsIn(group.id, one.review)).length <= 1;
}

/** The review that a model has once those are gone that the run deletes before it. */
export function asInRun({ review, waits_for: gone, conditions_in_run }: ReviewedInRun): Review {
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
export function agreedAtTurn(reviewed: ReviewedInRun, gone: readonly ReviewedInRun[]): Review {
  const review = asInRun(reviewed);
  const group = review.model_group;
  const lastVersion = isLastAfter(reviewed, gone);
  return { ...review, model_group: group && { ...group, last_version: lastVersion } };
}
