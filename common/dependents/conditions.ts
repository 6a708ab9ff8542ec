import { UNDEPLOY_FIRST_STATES } from '../models/model_state';
import type { Review } from './review';
import { notChecked } from './verdict';
import type { Verdict } from './verdict';

/** What conditions follow from: a review, or all that was read for one. */
export type ConditionBasis = Pick<
  Review,
  'model' | 'dependents' | 'coverage' | 'safe_delete' | 'unreadable'
>;

/**
 * All conditions of a delete, in the order in which they are shown; none means clear.
 * With safe delete off, or unknown, nothing that ML Commons could refuse over is sure to be
 * refused: it counts as breaking. Not knowing whether it is on is a gap in the review.
 */
export function conditionsOf(basis: ConditionBasis): Exclude<Verdict, 'clear'>[] {
  const { model, dependents, coverage, safe_delete: safeDelete, unreadable } = basis;
  const references = dependents.flatMap((dependent) => dependent.references);
  const isRefused = (enforcement: string) =>
    safeDelete.enabled === true && enforcement === 'blocks';
  const holds = {
    // ML Commons answers a delete of a model that it can't read with that alone
    refused: unreadable !== undefined || references.some((one) => isRefused(one.enforcement)),
    undeploy_first: UNDEPLOY_FIRST_STATES.has(model.state),
    incomplete: safeDelete.enabled === null || notChecked(coverage).length > 0,
    breaks: references.some((one) => !isRefused(one.enforcement)),
  };
  const order = ['refused', 'undeploy_first', 'incomplete', 'breaks'] as const;
  return order.filter((condition) => holds[condition]);
}
