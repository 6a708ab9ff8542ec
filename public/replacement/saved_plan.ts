import type { CoverageState } from '../../common/dependents/coverage';
import { type DependentKind, nodeKey } from '../../common/dependents/kinds';
import type { FitCheck } from '../../common/replacement/fit';
import type { Change, Plan } from '../../common/replacement/plan';
import { isJsonObject } from './json_object';

/** What is compared of a dependent, in the order of display. */
const COMPARED_PARTS = [
  'action',
  'paths',
  'possible_paths',
  'definition',
  'impact',
  'mixed_vectors',
] as const;

/** `not_shown`: the fingerprint alone says that it is another, so that a plan doesn't have what. */
export type ChangedPart = (typeof COMPARED_PARTS)[number] | 'not_shown';

/** One dependent of both plans, and what of it is another. */
export interface ChangedDependent {
  saved: Change;
  now: Change;
  parts: ChangedPart[];
}

/** A model that is no more the one of the saved plan, though it has the id. */
export type ChangedModel = 'old_deleted' | 'old_another' | 'replacement_another';

/** What is otherwise now than a saved plan has it. */
export interface PlanComparison {
  added: Change[];
  removed: Change[];
  changed: ChangedDependent[];
  models: ChangedModel[];
  /** Null where a plan has no such check. */
  fit: Array<{ saved: FitCheck | null; now: FitCheck | null }>;
  /** Null where a plan has no such source. */
  coverage: Array<{
    source: DependentKind;
    saved: CoverageState | null;
    now: CoverageState | null;
  }>;
}

/** What has changed between a saved plan and the plan of now of the same two models. */
export function comparePlans(saved: Plan, now: Plan): PlanComparison {
  const [was, is] = [dependentsOf(saved), dependentsOf(now)];
  const models = changedModels(saved, now);
  const changed = [...is].flatMap(([key, change]) => {
    const before = was.get(key);
    if (!before) return [];
    const parts = changedParts(before, change, models.length > 0);
    return parts.length > 0 ? [{ saved: before, now: change, parts }] : [];
  });
  return {
    added: [...is].filter(([key]) => !was.has(key)).map(([, change]) => change),
    removed: [...was].filter(([key]) => !is.has(key)).map(([, change]) => change),
    changed,
    models,
    fit: compareFit(saved, now),
    coverage: compareCoverage(saved, now),
  };
}

/** How many resources changed. */
export function countChanged({ added, removed, changed }: PlanComparison): number {
  return added.length + removed.length + changed.length;
}

/** Whether nothing at all has changed. */
export function isUpToDate(comparison: PlanComparison): boolean {
  const { models, fit, coverage } = comparison;
  return countChanged(comparison) + models.length + fit.length + coverage.length === 0;
}

/** By their keys; that all of a kind could not be read is for the coverage to say. */
function dependentsOf({ changes }: Plan): Map<string, Change> {
  const known = changes.filter(({ id }) => id !== '');
  return new Map(known.map((change) => [nodeKey(change), change]));
}

/** A part of a change as it is compared: no order of a list says anything, and no count. */
function comparedPart(change: Change, part: (typeof COMPARED_PARTS)[number]): unknown {
  switch (part) {
    case 'action':
      return change.action;
    case 'paths':
      return members(change.paths);
    case 'possible_paths':
      return members(change.possible_paths);
    case 'definition':
      return change.before;
    case 'impact':
      return members(change.impact.map(nodeKey));
    case 'mixed_vectors':
      return change.mixed_vectors && members(change.mixed_vectors.map(({ index }) => index));
  }
}

function members(list: readonly string[]): string[] {
  return [...new Set(list)].sort();
}

function changedParts(saved: Change, now: Change, hasOtherModels: boolean): ChangedPart[] {
  // a plan has the definition of what it changes only: that is for the action to say
  const hasBoth = saved.before !== null && now.before !== null;
  const parts = COMPARED_PARTS.filter(
    (part) =>
      (part !== 'definition' || hasBoth) &&
      !isSameJson(comparedPart(saved, part), comparedPart(now, part))
  );
  if (parts.length > 0) return parts;
  // the models are part of each fingerprint
  return saved.fingerprint === now.fingerprint || hasOtherModels ? [] : ['not_shown'];
}

/** Whatever the order of the members. */
function isSameJson(one: unknown, other: unknown): boolean {
  return sortedText(one) === sortedText(other);
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    isJsonObject(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member
  );
}

function changedModels(saved: Plan, now: Plan): ChangedModel[] {
  const models: ChangedModel[] = [];
  if (saved.model !== null && now.model === null) models.push('old_deleted');
  else if (saved.model?.created_time !== now.model?.created_time) models.push('old_another');
  if (saved.replacement.created_time !== now.replacement.created_time) {
    models.push('replacement_another');
  }
  return models;
}

function compareFit(saved: Plan, now: Plan): PlanComparison['fit'] {
  const checksIn = ({ fit }: Plan) => new Map(fit.map((check) => [check.check, check]));
  const [was, is] = [checksIn(saved), checksIn(now)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({ saved: was.get(name) ?? null, now: is.get(name) ?? null }))
    .filter((pair) => !isSameCheck(pair.saved, pair.now));
}

function isSameCheck(saved: FitCheck | null, now: FitCheck | null): boolean {
  return (
    saved?.result === now?.result &&
    saved?.new === now?.new &&
    // whether the old model is deployed says nothing of the replacement
    (saved?.old === now?.old || now?.check === 'deployed')
  );
}

function compareCoverage(saved: Plan, now: Plan): PlanComparison['coverage'] {
  const statesIn = ({ coverage }: Plan) =>
    new Map(coverage.map(({ source, state }) => [source, state]));
  const [was, is] = [statesIn(saved), statesIn(now)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((source) => ({ source, saved: was.get(source) ?? null, now: is.get(source) ?? null }))
    .filter((pair) => pair.saved !== pair.now);
}
