import { nodeKey } from '../../common/dependents/kinds';
import { isApplicable } from '../../common/replacement/action';
import type { Change, MixedIndex, Plan } from '../../common/replacement/plan';

/** What an admin has chosen of a plan. */
export interface PlanChoices {
  /** The dependents, by `nodeKey`, that are left out though they could change. */
  excluded: ReadonlySet<string>;
  /** Those that change where the model isn't used for sure, too. */
  possible: ReadonlySet<string>;
  /** Where the admin has agreed that vectors of two models are compared: see `consentsOf`. */
  agreed: ReadonlySet<string>;
}

export const NO_CHOICES: PlanChoices = {
  excluded: new Set(),
  possible: new Set(),
  agreed: new Set(),
};

/** The changes that are to be applied, in their order. */
export function chosenChanges({ changes }: Plan, { excluded }: PlanChoices): Change[] {
  return changes.filter((change) => isApplicable(change) && !excluded.has(nodeKey(change)));
}

/** What needs the admin's consent: an index, or a dependent of which the indexes aren't known. */
export type ConsentSubject =
  ({ kind: 'index' } & MixedIndex) | { kind: 'dependent'; change: Change };

/** By what a consent is kept. */
export function consentKey(subject: ConsentSubject): string {
  return subject.kind === 'index' ? `index:${subject.index}` : `of:${nodeKey(subject.change)}`;
}

/** The consents that some changes need, each once. */
export function consentsOf(changes: readonly Change[]): ConsentSubject[] {
  const subjects = changes.flatMap((change): ConsentSubject[] => {
    const { mixed_vectors: mixed } = change;
    if (mixed === null) return [];
    if (mixed.length === 0) return [{ kind: 'dependent', change }];
    // an index without documents has no vectors yet
    const filled = mixed.filter(({ documents }) => documents !== 0);
    return filled.map((one) => ({ kind: 'index', ...one }));
  });
  return [...new Map(subjects.map((one) => [consentKey(one), one])).values()];
}

/** Whether the plan can be tried and applied: something changes, and all is agreed to. */
export function isReady(plan: Plan, choices: PlanChoices): boolean {
  const chosen = chosenChanges(plan, choices);
  return (
    chosen.length > 0 && consentsOf(chosen).every((one) => choices.agreed.has(consentKey(one)))
  );
}

/** A set with a member in it, or without. */
export function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
