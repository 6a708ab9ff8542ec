import type { ConnectorToDelete } from './connector';
import { connectorToDelete } from './connector';
import { conditionsOf, verdictOf } from '../dependents/verdict';
import type { Review } from '../dependents/review';
import type { Verdict } from '../dependents/verdict';

/** As many models as one request reviews, and the run after it deletes. */
export const MAX_RUN = 500;

/** What was reviewed of the models that were selected. */
interface ReviewedSelection {
  reviews: readonly Review[];
  /** Those that could not be reviewed. */
  errors: ReadonlyArray<{ model_id: string }>;
}

/** A model that a run deletes. */
export interface PlannedDelete {
  /** What the admin is shown and agrees to: its review, less what the run itself deletes before. */
  shown: Review;
  /** The models of the run that use it, by id: they must be gone before it. */
  users: readonly string[];
  /** The connector that goes with it; null where none does. */
  connector: ConnectorToDelete | null;
}

/** Why a model that was reviewed is not in the run. */
export type Exclusion = { shown: Review } & (
  | { why: 'refused' }
  /** These models guard each other, so that none can be deleted before the others. */
  | { why: 'cycle'; modelIds: readonly string[] }
  /** These models use it, and are not in the run. */
  | { why: 'user_stays'; modelIds: readonly string[] }
  /** It would be in the run if these were agreed to. */
  | { why: 'not_accepted'; conditions: readonly Verdict[] }
);

export interface RunPlan {
  /** In the order in which they are deleted: users before what guards them. */
  deletes: PlannedDelete[];
  /** In the order of the selection. */
  excluded: Exclusion[];
}

/**
 * Which of some models can be deleted one after the other, in which order, and why the others
 * can't. `openIn` gives the conditions of a review that were not agreed to.
 */
export function planRun(
  { reviews, errors }: ReviewedSelection,
  openIn: (shown: Review) => readonly Verdict[]
): RunPlan {
  const selected = new Set([
    ...reviews.map(({ model }) => model.id),
    ...errors.map((one) => one.model_id),
  ]);
  const candidates = reviews.map((review) => ({
    shown: withoutUsers(review, selected),
    users: usersIn(review, selected),
    connector: null,
  }));

  const planned = new Map<string, PlannedDelete>();
  let pending = candidates;
  for (let before = -1; before !== planned.size;) {
    before = planned.size;
    pending = pending.filter((one) => {
      if (openIn(one.shown).length > 0 || !one.users.every((id) => planned.has(id))) return true;
      planned.set(one.shown.model.id, one);
      return false;
    });
  }

  const ringOf = ringsOf(pending);
  const excluded = pending.map((one): Exclusion => {
    const { shown } = one;
    const conditions = openIn(shown);
    if (conditions.includes('refused')) return { shown, why: 'refused' };
    const ring = ringOf(shown.model.id);
    if (ring.length > 0) return { shown, why: 'cycle', modelIds: ring };
    const modelIds = one.users.filter((id) => !planned.has(id));
    return modelIds.length > 0
      ? { shown, why: 'user_stays', modelIds }
      : { shown, why: 'not_accepted', conditions };
  });
  return { deletes: withGroups([...planned.values()]), excluded };
}

/** The models of a selection that use a model: deleted before them it would break them. */
function usersIn({ dependents }: Review, selected: ReadonlySet<string>): string[] {
  return dependents.flatMap(({ kind, id }) => (kind === 'model' && selected.has(id) ? id : []));
}

/** The review that a model has once those of a selection are gone that use it. */
function withoutUsers(review: Review, selected: ReadonlySet<string>): Review {
  const dependents = review.dependents.filter(
    ({ kind, id }) => kind !== 'model' || !selected.has(id)
  );
  const conditions = conditionsOf({ ...review, dependents });
  return { ...review, dependents, conditions, verdict: verdictOf(conditions) };
}

/** Gives the models that use each other in a circle with one, itself included; none without one. */
function ringsOf(deletes: readonly PlannedDelete[]): (modelId: string) => string[] {
  const usersOf = new Map(deletes.map(({ shown, users }) => [shown.model.id, users] as const));
  const reached = new Map<string, Set<string>>();
  for (const start of usersOf.keys()) {
    const found = new Set(usersOf.get(start));
    // a set gives what is added to it while it is walked through
    for (const id of found) usersOf.get(id)?.forEach((user) => found.add(user));
    reached.set(start, found);
  }
  return (modelId) =>
    [...(reached.get(modelId) ?? [])].filter((id) => reached.get(id)?.has(modelId));
}

/** ML Commons' searches, by which versions are counted, leave hidden models out. */
function isCounted({ shown: { model } }: PlannedDelete): boolean {
  return model.is_hidden !== true;
}

/** Says of each model whether its group is deleted with the last of those that the run deletes. */
function withGroups(deletes: readonly PlannedDelete[]): PlannedDelete[] {
  const counts = new Map<string, number>();
  for (const one of deletes.filter(isCounted)) {
    const id = one.shown.model_group?.id;
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return deletes.map((one) => {
    const group = one.shown.model_group;
    if (!group) return one;
    const others = (counts.get(group.id) ?? 0) - (isCounted(one) ? 1 : 0);
    const isDeleted = group.last_version || others >= group.other_versions;
    return { ...one, shown: { ...one.shown, model_group: { ...group, last_version: isDeleted } } };
  });
}

/** A run with the connectors that only its models use: each goes with the last of those. */
export function withConnectors(deletes: readonly PlannedDelete[]): PlannedDelete[] {
  const inRun = new Set(deletes.map(({ shown }) => shown.model.id));
  const taken = new Set<string>();
  return [...deletes]
    .reverse()
    .map((one) => {
      const connector = connectorToDelete(one.shown, inRun);
      if (!connector || taken.has(connector.id)) return one;
      taken.add(connector.id);
      return { ...one, connector };
    })
    .reverse();
}

/** The names of the connectors that can go with the models of a run. */
export function connectorsToDelete(deletes: readonly PlannedDelete[]): string[] {
  return withConnectors(deletes).flatMap(({ connector }) => connector?.name ?? []);
}

/** The names of the groups that a run deletes with their last version, if all of it succeeds. */
export function groupsDeleted(deletes: readonly PlannedDelete[]): string[] {
  const names = new Map<string, string>();
  for (const { shown } of deletes) {
    const group = shown.model_group;
    // one that could not be read stays
    if (group?.last_version && group.latest_version !== null) names.set(group.id, group.name);
  }
  return [...names.values()];
}
