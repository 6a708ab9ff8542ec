import { isLastAfter } from '../../../common/deletion/bulk/review_in_run';
import type { Going } from './sort_out';

/** The names of the groups that lose their last version in a run, if all of it succeeds. */
export function groupsThatGo(going: readonly Going[]): string[] {
  const reviews = going.map(({ reviewed }) => reviewed);
  return reviews.flatMap((one, index) => {
    const group = one.review.model_group;
    // one that could not be read stays
    if (!group || group.latest_version === null) return [];
    return isLastAfter(one, reviews.slice(0, index)) ? group.name : [];
  });
}
