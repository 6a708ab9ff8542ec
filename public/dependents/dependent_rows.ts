import type { Dependent } from '../../common/dependents/dependent';
import { DEPENDENT_KINDS } from '../../common/dependents/kinds';
import type { Review } from '../../common/dependents/review';
import { effectOn, ENFORCEMENTS } from '../../common/dependents/verdict';
import type { Enforcement } from '../../common/dependents/verdict';

/** A dependent with what a delete does to it. */
export interface DependentRow {
  dependent: Dependent;
  effect: Enforcement;
}

/** The dependents as they are shown: what blocks first, each kind together, names as people sort. */
export function dependentRows(
  review: Pick<Review, 'dependents' | 'safe_delete' | 'unreadable'>
): DependentRow[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return review.dependents
    .map((dependent) => ({ dependent, effect: effectOn(dependent, review) }))
    .sort(
      (one, other) =>
        ENFORCEMENTS.indexOf(one.effect) - ENFORCEMENTS.indexOf(other.effect) ||
        DEPENDENT_KINDS.indexOf(one.dependent.kind) -
          DEPENDENT_KINDS.indexOf(other.dependent.kind) ||
        compare(one.dependent.name, other.dependent.name)
    );
}
