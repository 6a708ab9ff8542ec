import type { RunReview } from './contracts';

/** ML Commons' searches, by which versions are counted, leave hidden models out. */
function countsIn(groupId: string, { model, model_group: group }: RunReview['review']): boolean {
  return group?.id === groupId && model.is_hidden !== true;
}

/**
 * The fingerprint that a model's review has after those of the run that are gone by now, if nothing
 * but the run has changed anything. All that the model waits for must be among them.
 */
export function fingerprintInRun(
  { review, versions, fingerprint_in_run: fingerprints }: RunReview,
  gone: readonly RunReview[]
): string {
  const { model_group: group } = review;
  // without a group both are the same
  if (group === null || versions === null) return fingerprints.versions_left;
  const left = versions - gone.filter((one) => countsIn(group.id, one.review)).length;
  return left <= 1 ? fingerprints.last_version : fingerprints.versions_left;
}
