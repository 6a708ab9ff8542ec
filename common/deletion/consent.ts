import type { Dependent } from '../dependents/dependent';
import { nodeKey } from '../dependents/kinds';
import type { Review } from '../dependents/review';
import { ENFORCEMENTS, notChecked } from '../dependents/verdict';
import type { Verdict } from '../dependents/verdict';
import type { Model } from '../models/model';
import { UNDEPLOY_FIRST_STATES, UNDEPLOYED_STATES } from '../models/model_state';

/** The verdicts that an admin may accept, for one model, by typing its name. */
export const ACCEPTABLE_VERDICTS = ['breaks', 'incomplete'] as const;
export type AcceptableVerdict = (typeof ACCEPTABLE_VERDICTS)[number];

/** What an admin agreed to for one model, as a delete carries it. */
export interface Consent {
  /** Of the review that the admin was shown. */
  fingerprint: string;
  accept: readonly AcceptableVerdict[];
  /** The model was undeployed for this delete: that is no change of what was reviewed. */
  undeployed: boolean;
}

/** What an admin has entered so far to agree to the delete of one model. */
export interface ConsentForm {
  undeploy: boolean;
  typedName: string;
}

export const EMPTY_FORM: ConsentForm = { undeploy: false, typedName: '' };

/** The conditions of a review that the admin accepts by typing the model's name. */
export function toAccept(review: Pick<Review, 'conditions'>): AcceptableVerdict[] {
  return ACCEPTABLE_VERDICTS.filter((verdict) => review.conditions.includes(verdict));
}

export function needsUndeploy({ conditions }: Pick<Review, 'conditions'>): boolean {
  return conditions.includes('undeploy_first');
}

/** What must be typed: the name, or the id of a model whose name is blank. */
export function nameToType({ name, id }: Model): string {
  return name.trim() || id;
}

/** The conditions of a review that were not agreed to; ML Commons' refusal can't be. */
export function openConditions({ conditions, model }: Review, form: ConsentForm): Verdict[] {
  const isNamed = form.typedName.trim() === nameToType(model);
  return conditions.filter((condition) => {
    if (condition === 'refused') return true;
    return condition === 'undeploy_first' ? !form.undeploy : !isNamed;
  });
}

/**
 * Whether a delete would do anything now that it would not have done by the review that the admin
 * was shown, or is less sure of it. What only went away is nothing new: a dependent, a reference,
 * what fails together with a dependent, a source that can be read now and holds nothing.
 */
export function hasNewConsequences(shown: Review, now: Review): boolean {
  return (
    isAnotherModel(shown, now) ||
    hasNewState(shown, now) ||
    losesMore(shown, now) ||
    hasNewDependents(shown.dependents, now.dependents) ||
    isLessChecked(shown, now) ||
    isLessGuarded(shown, now) ||
    now.conditions.some((condition) => !shown.conditions.includes(condition))
  );
}

/** Another model can have the id of one that was deleted (custom ids, 3.9). */
function isAnotherModel({ model: shown }: Review, { model: now }: Review): boolean {
  return shown.id !== now.id || shown.created_time !== now.created_time;
}

/** An undeploy that was agreed to, or that others did, takes away a condition of the delete. */
function hasNewState({ model: shown }: Review, { model: now }: Review): boolean {
  const stayedDeployed =
    UNDEPLOY_FIRST_STATES.has(shown.state) && UNDEPLOY_FIRST_STATES.has(now.state);
  return shown.state !== now.state && !stayedDeployed && !UNDEPLOYED_STATES.has(now.state);
}

/** A group that was not to be deleted is, or one that was has a version that was not seen. */
function losesMore({ model_group: shown }: Review, { model_group: now }: Review): boolean {
  if (!now) return false;
  if (shown?.id !== now.id) return true;
  const isAsShown = shown.last_version && shown.latest_version === now.latest_version;
  return now.last_version && !isAsShown;
}

function hasNewDependents(shown: readonly Dependent[], now: readonly Dependent[]): boolean {
  const known = new Map(shown.map((one) => [nodeKey(one), one]));
  return now.some((one) => {
    const before = known.get(nodeKey(one));
    return !before || hasNewReferences(before, one) || hasNewImpact(before, one);
  });
}

function hasNewReferences({ references: shown }: Dependent, { references: now }: Dependent) {
  const known = new Map(shown.map(({ path, enforcement }) => [path, enforcement]));
  return now.some(({ path, enforcement }) => {
    const before = known.get(path);
    return before === undefined || ENFORCEMENTS.indexOf(enforcement) < ENFORCEMENTS.indexOf(before);
  });
}

function hasNewImpact({ impact: shown }: Dependent, { impact: now }: Dependent): boolean {
  const known = new Set(shown.map(nodeKey));
  return now.some((one) => !known.has(nodeKey(one)));
}

/** A source that was checked is not, or what was shown of one that wasn't is otherwise. */
function isLessChecked({ coverage: shown }: Review, { coverage: now }: Review): boolean {
  const before = new Map(shown.map(({ source, state }) => [source, state]));
  const sources = new Set(now.map(({ source }) => source));
  return (
    shown.some(({ source }) => !sources.has(source)) ||
    notChecked(now).some(({ source, state }) => before.get(source) !== state)
  );
}

/** Safe delete is off, or not known, and the admin was shown that it was on. */
function isLessGuarded({ safe_delete: shown }: Review, { safe_delete: now }: Review): boolean {
  return shown.enabled !== now.enabled && (shown.enabled === true || now.enabled === null);
}
