import type { Dependent } from '../../common/dependents/dependent';
import type { Review } from '../../common/dependents/review';
import type { Change } from './describe_change';

/** What came, what went and what is otherwise between two reviews of one model. */
export function diffReviews(before: Review, now: Review): Change[] {
  return [
    ...diffDependents(before.dependents, now.dependents),
    ...diffCoverage(before, now),
    ...diffModel(before, now),
    ...diffGroup(before, now),
    ...diffSafeDelete(before, now),
  ];
}

function diffCoverage(before: Review, now: Review): Change[] {
  const stateIn = (review: Review) =>
    new Map(review.coverage.map((one) => [one.source, one.state]));
  const [was, is] = [stateIn(before), stateIn(now)];
  const sources = [...new Set([...was.keys(), ...is.keys()])];
  return sources
    .filter((source) => was.get(source) !== is.get(source))
    .map((source) => ({
      kind: 'coverage_changed' as const,
      source,
      from: was.get(source) ?? null,
      to: is.get(source) ?? null,
    }));
}

function diffModel({ model: before }: Review, { model: now }: Review): Change[] {
  const fields = ['name', 'version', 'state'] as const;
  const replaced: Change[] =
    before.created_time === now.created_time ? [] : [{ kind: 'model_replaced' }];
  const changed = fields
    .filter((field) => before[field] !== now[field])
    .map((field) => ({
      kind: `${field}_changed` as const,
      from: before[field],
      to: now[field],
    }));
  return [...replaced, ...changed];
}

function diffGroup({ model_group: before }: Review, { model_group: now }: Review): Change[] {
  if (before?.id !== now?.id || before?.name !== now?.name) {
    return [{ kind: 'group_changed', from: before?.name ?? null, to: now?.name ?? null }];
  }
  if (!before || !now) return [];
  if (before.last_version !== now.last_version) {
    return [{ kind: 'last_version_changed', now: now.last_version }];
  }
  const hasGrown = now.last_version && before.latest_version !== now.latest_version;
  return hasGrown ? [{ kind: 'version_registered' }] : [];
}

function diffSafeDelete(before: Review, now: Review): Change[] {
  const to = now.safe_delete.enabled;
  return before.safe_delete.enabled === to ? [] : [{ kind: 'safe_delete_changed', to }];
}

/** The changes between the dependents of two reviews, in the order of the lists. */
function diffDependents(before: Dependent[], now: Dependent[]): Change[] {
  const known = byKey(before);
  const current = byKey(now);
  return [
    ...now.flatMap((dependent): Change[] => {
      const was = known.get(keyOf(dependent));
      return was
        ? diffDependent(was, dependent)
        : [{ kind: 'dependent_added', dependent: named(dependent) }];
    }),
    ...before
      .filter((dependent) => !current.has(keyOf(dependent)))
      .map((dependent) => ({ kind: 'dependent_removed' as const, dependent: named(dependent) })),
  ];
}

function diffDependent(before: Dependent, now: Dependent): Change[] {
  const dependent = named(now);
  const was = new Map(before.references.map((one) => [one.path, one.enforcement]));
  const is = new Map(now.references.map((one) => [one.path, one.enforcement]));
  const changes: Change[] = [];
  for (const [path, to] of is) {
    const from = was.get(path);
    if (from === undefined) changes.push({ kind: 'reference_added', dependent, path });
    else if (from !== to) changes.push({ kind: 'enforcement_changed', dependent, path, from, to });
  }
  for (const path of was.keys()) {
    if (!is.has(path)) changes.push({ kind: 'reference_removed', dependent, path });
  }
  if (impactKey(before) !== impactKey(now)) changes.push({ kind: 'impact_changed', dependent });
  return changes;
}

function byKey(dependents: Dependent[]): Map<string, Dependent> {
  return new Map(dependents.map((dependent) => [keyOf(dependent), dependent]));
}

function keyOf({ kind, id }: Dependent): string {
  return `${kind} ${id}`;
}

function impactKey({ impact }: Dependent): string {
  return JSON.stringify(
    impact.map(({ kind, id, through }) => [kind, id, through].join(' ')).sort()
  );
}

function named({ kind, id, name }: Dependent) {
  return { kind, id, name };
}
