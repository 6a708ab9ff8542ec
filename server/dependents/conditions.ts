import type { Coverage } from '../../common/dependents/coverage';
import type { Dependent } from '../../common/dependents/dependent';
import { notChecked } from '../../common/dependents/verdict';
import type { Verdict } from '../../common/dependents/verdict';
import { UNDEPLOY_FIRST_STATES } from '../../common/models/model_state';

export interface ReviewFacts {
  modelState: string;
  dependents: readonly Dependent[];
  coverage: Coverage;
  /** Whether safe delete is on; null where that could not be read. */
  safeDelete: boolean | null;
  /** Whether ML Commons can't read the model's document: it answers a delete with that alone. */
  isUnreadable?: boolean;
}

/**
 * All that stands against a delete, in the order in which it is told; none means clear.
 * With safe delete off, or unknown, nothing that ML Commons could refuse over is sure to be
 * refused: it counts as breaking. Not knowing whether it is on is a gap in the review.
 */
export function conditionsOf({
  modelState,
  dependents,
  coverage,
  safeDelete,
  isUnreadable = false,
}: ReviewFacts): Exclude<Verdict, 'clear'>[] {
  const references = dependents.flatMap((dependent) => dependent.references);
  const guarded = (enforcement: string) => safeDelete === true && enforcement === 'blocks';
  const holds = {
    refused: isUnreadable || references.some(({ enforcement }) => guarded(enforcement)),
    undeploy_first: UNDEPLOY_FIRST_STATES.has(modelState),
    incomplete: safeDelete === null || notChecked(coverage).length > 0,
    breaks: references.some(({ enforcement }) => !guarded(enforcement)),
  };
  const order = ['refused', 'undeploy_first', 'incomplete', 'breaks'] as const;
  return order.filter((condition) => holds[condition]);
}
