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

/**
 * The fingerprint that a model's review has after those of the run that are gone by now, if nothing
 * but the run has changed anything. All that the model waits for must be among them.
 */
export function fingerprintInRun(reviewed: RunReview, gone: readonly RunReview[]): string {
  const { last_version: asLast, versions_left: withOthers } = reviewed.fingerprint_in_run;
  // without a group both are the same
  return isLastAfter(reviewed, gone) ? asLast : withOthers;
}
