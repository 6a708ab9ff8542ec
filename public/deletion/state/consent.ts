import type { AcceptableVerdict } from '../../../common/deletion';
import { ACCEPTABLE_VERDICTS } from '../../../common/deletion/acceptable_verdicts';
import type { Review } from '../../../common/dependents';
import type { Model } from '../../../common/models';
import type { Consent } from './dialog_state';

export const NO_CONSENT: Consent = { undeploy: false, typedName: '' };

/** The conditions of a review that the admin must set aside by typing the model's name. */
export function toAccept(review: Review): AcceptableVerdict[] {
  return ACCEPTABLE_VERDICTS.filter((verdict) => review.conditions.includes(verdict));
}

export function needsUndeploy(review: Review): boolean {
  return review.conditions.includes('undeploy_first');
}

/** What must be typed: the name, or the id of a model whose name is blank. */
export function nameToType({ name, id }: Model): string {
  return name.trim() || id;
}

/** Whether everything that stands against the delete was agreed to. */
export function isGiven(consent: Consent, review: Review): boolean {
  const named = consent.typedName.trim() === nameToType(review.model);
  return (
    !review.conditions.includes('refused') &&
    (consent.undeploy || !needsUndeploy(review)) &&
    (named || toAccept(review).length === 0)
  );
}
