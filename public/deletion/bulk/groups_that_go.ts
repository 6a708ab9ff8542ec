import { isLastAfter } from '../../../common/deletion/bulk/fingerprint_in_run';
import type { Going } from './sort_out';

/** The names of the groups that lose their last version in a run, if all of it succeeds. */
export function groupsThatGo(going: readonly Going[]): string[] {
  const reviews = going.map(({ reviewed }) => reviewed);
  return reviews.flatMap((one, index) => {
    const group = one.review.model_group;
    return group && isLastAfter(one, reviews.slice(0, index)) ? group.name : [];
  });
}
