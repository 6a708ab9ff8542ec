import type { Dependent, Impact } from '../../common/dependents';

/** All that stands behind some dependents, each once, and how many of each kind. */
export function impactBehind(dependents: readonly Dependent[]) {
  const once = new Map<string, Impact>();
  for (const one of dependents.flatMap(({ impact }) => impact)) {
    once.set(`${one.kind} ${one.id}`, one);
  }
  const counts = new Map<string, number>();
  for (const { kind } of once.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return { impact: [...once.values()], counts: [...counts] };
}
