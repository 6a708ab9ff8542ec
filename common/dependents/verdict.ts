import { UNDEPLOY_FIRST_STATES } from '../models/model_state';
import type { Coverage, CoverageState } from './coverage';
import type { Review } from './review';

/** In the order in which they are shown: the first that holds is a review's verdict. */
export const VERDICTS = ['refused', 'undeploy_first', 'incomplete', 'breaks', 'clear'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * `blocks`: ML Commons refuses the delete while safe delete is on. `breaks`: it would break, and
 * ML Commons doesn't look. `possible`: the id is where it has no meaning that we know.
 * The strongest first.
 */
export const ENFORCEMENTS = ['blocks', 'breaks', 'possible'] as const;
export type Enforcement = (typeof ENFORCEMENTS)[number];

/** The strongest enforcement among a dependent's references; `possible` for none. */
export function strongestEnforcement(
  references: ReadonlyArray<{ enforcement: Enforcement }>
): Enforcement {
  return (
    ENFORCEMENTS.find((level) => references.some((one) => one.enforcement === level)) ?? 'possible'
  );
}

/** Whether a dependent uses the model for sure, and not only has its ID somewhere. */
export function isSureUse({ references }: Parameters<typeof effectOn>[0]): boolean {
  return strongestEnforcement(references) !== 'possible';
}

/**
 * What a delete does to a dependent as things are: nothing blocks it unless safe delete is on, and
 * ML Commons can read the model.
 */
export function effectOn(
  { references }: { references: ReadonlyArray<{ enforcement: Enforcement }> },
  { safe_delete: safeDelete, unreadable }: Pick<Review, 'safe_delete' | 'unreadable'>
): Enforcement {
  const strongest = strongestEnforcement(references);
  const canBlock = safeDelete.enabled === true && unreadable === undefined;
  return strongest === 'blocks' && !canBlock ? 'breaks' : strongest;
}

/** Whether a source was read whole, or there is nothing of it to read. */
export function isChecked(state: CoverageState): boolean {
  return state === 'read' || state === 'absent';
}

/** The sources that may hide a dependent: nothing found there means nothing. */
export function notChecked(coverage: Coverage): Coverage {
  return coverage.filter(({ state }) => !isChecked(state));
}

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

/** The verdict is the first condition that holds. */
export function verdictOf(conditions: readonly Verdict[]): Verdict {
  return conditions[0] ?? 'clear';
}
