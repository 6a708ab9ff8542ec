import type { Dependent } from '../../../common/dependents';
import type { Change } from './change';

/** The changes between the dependents of two reviews, in the order of the lists. */
export function diffDependents(before: Dependent[], now: Dependent[]): Change[] {
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
