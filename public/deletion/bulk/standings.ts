import type { ReviewModelsAnswer, RunReview } from '../../../common/deletion';
import { sortOut } from './sort_out';
import type { Staying } from './sort_out';

/** The models of a selection by what can become of them, whatever the admin has said so far. */
export interface Standings {
  /** Nothing of their own stands against them. */
  free: RunReview[];
  /** They go if the admin says so. */
  asked: RunReview[];
  /** Nothing that can be said here lets them go. */
  staying: Staying[];
}

/**
 * Where each model stands. It depends on the review alone, so that no model moves away while its
 * name is being typed.
 */
export function standings(answer: ReviewModelsAnswer): Standings {
  const all = new Set(answer.order);
  const { going, staying } = sortOut(answer, { accepted: all, undeploy: all });
  const able = going.map(({ reviewed }) => reviewed);
  const isFree = ({ conditions_in_run: conditions }: RunReview) => conditions.length === 0;
  return { free: able.filter(isFree), asked: able.filter((one) => !isFree(one)), staying };
}
