import type { Dependent, DependentKind } from '../../common/dependents';
import { DEPENDENT_KINDS } from '../../common/dependents/dependent_kind';

export interface KindGroup {
  kind: DependentKind;
  dependents: Dependent[];
}

/** The dependents of each kind that has any, in the order in which kinds are always told. */
export function groupByKind(dependents: readonly Dependent[]): KindGroup[] {
  return DEPENDENT_KINDS.map((kind) => ({
    kind,
    dependents: dependents.filter((dependent) => dependent.kind === kind),
  })).filter((group) => group.dependents.length > 0);
}
