import type { Dependent, Review } from '../../common/dependents';
import { strongestEnforcement } from '../../common/dependents/enforcement';

/** The dependents over which ML Commons refuses the delete; none while safe delete is off. */
export function blockers({ dependents, safe_delete: safeDelete }: Review): Dependent[] {
  if (safeDelete.enabled !== true) return [];
  return dependents.filter(({ references }) => strongestEnforcement(references) === 'blocks');
}

/** The others, told apart: what would break with nothing to stop it, and what may. */
export function breakers(review: Review): { breaks: Dependent[]; possible: Dependent[] } {
  const blocking = new Set(blockers(review));
  const rest = review.dependents.filter((dependent) => !blocking.has(dependent));
  const isPossible = ({ references }: Dependent) => strongestEnforcement(references) === 'possible';
  return {
    breaks: rest.filter((dependent) => !isPossible(dependent)),
    possible: rest.filter(isPossible),
  };
}
