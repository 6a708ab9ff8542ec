import type {
  NotReviewed,
  ReviewModelsAnswer,
  RunReview,
} from '../../../common/contracts/bulk_deletion';
import { ACCEPTABLE_VERDICTS } from '../../../common/deletion/consent';
import type { AcceptableVerdict } from '../../../common/deletion/consent';
import { isLastAfter } from '../../../common/deletion/review_in_run';
import type { Verdict } from '../../../common/dependents/verdict';

/** What the admin has agreed to so far, by the ids of models. */
export interface RunConsents {
  /** What breaks, or could not be checked, was accepted for these. */
  accepted: ReadonlySet<string>;
  undeploy: ReadonlySet<string>;
}

export const NO_CONSENTS: RunConsents = { accepted: new Set(), undeploy: new Set() };

/** A model that the run deletes, and what was agreed to for it. */
export interface Going {
  reviewed: RunReview;
  accept: AcceptableVerdict[];
  undeploy: boolean;
}

/** Why a model that was selected is no part of the run. */
export type Staying =
  | { why: 'not_reviewed'; error: NotReviewed }
  | { why: 'refused'; reviewed: RunReview }
  /** These models guard each other. */
  | { why: 'cycle'; reviewed: RunReview; modelIds: readonly string[] }
  /** It guards these models, which stay. */
  | { why: 'user_stays'; reviewed: RunReview; modelIds: readonly string[] }
  /** It could go if that were accepted. */
  | { why: 'not_accepted'; reviewed: RunReview; conditions: readonly Verdict[] };

/** The model that stays. */
export function modelIdOf(staying: Staying): string {
  return staying.why === 'not_reviewed' ? staying.error.model_id : staying.reviewed.review.model.id;
}

export interface SortedOut {
  /** In the order in which they are deleted. */
  going: Going[];
  /** In the order of the selection, those that could not be reviewed last. */
  staying: Staying[];
}

function notAccepted({ review, conditions_in_run: conditions }: RunReview, given: RunConsents) {
  const { id } = review.model;
  const accepted = (condition: Verdict) =>
    condition === 'undeploy_first' ? given.undeploy.has(id) : given.accepted.has(id);
  return conditions.filter((condition) => !accepted(condition));
}

function whyItStays(
  reviewed: RunReview,
  going: ReadonlyMap<string, Going>,
  consents: RunConsents
): Staying | null {
  const { conditions_in_run: conditions, left_out: leftOut, waits_for: waitsFor } = reviewed;
  if (leftOut) return { why: leftOut.why, reviewed, modelIds: leftOut.model_ids };
  if (conditions.includes('refused')) return { why: 'refused', reviewed };
  const users = waitsFor.filter((id) => !going.has(id));
  if (users.length > 0) return { why: 'user_stays', reviewed, modelIds: users };
  const open = notAccepted(reviewed, consents);
  return open.length > 0 ? { why: 'not_accepted', reviewed, conditions: open } : null;
}

/**
 * Which of the models that were reviewed go, in which order, and why the others stay. What guards a
 * model of the selection never goes before it, and stays where that stays.
 */
export function sortOut(
  { reviews, errors, order }: ReviewModelsAnswer,
  consents: RunConsents
): SortedOut {
  const byId = new Map(reviews.map((one) => [one.review.model.id, one]));
  const going = new Map<string, Going>();
  for (const id of order) {
    const reviewed = byId.get(id);
    if (!reviewed || whyItStays(reviewed, going, consents)) continue;
    const conditions = reviewed.conditions_in_run;
    going.set(id, {
      reviewed,
      accept: ACCEPTABLE_VERDICTS.filter((verdict) => conditions.includes(verdict)),
      undeploy: conditions.includes('undeploy_first'),
    });
  }
  const staying = reviews
    .filter(({ review }) => !going.has(review.model.id))
    .flatMap((reviewed) => whyItStays(reviewed, going, consents) ?? []);
  const unread = errors.map((error): Staying => ({ why: 'not_reviewed', error }));
  return { going: [...going.values()], staying: [...staying, ...unread] };
}

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
