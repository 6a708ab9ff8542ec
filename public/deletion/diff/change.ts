import type {
  CoverageState,
  Dependent,
  DependentKind,
  Enforcement,
} from '../../../common/dependents';

type Named = Pick<Dependent, 'kind' | 'id' | 'name'>;

/** One thing that is otherwise than when the admin looked. */
export type Change =
  | { kind: 'dependent_added' | 'dependent_removed'; dependent: Named }
  | { kind: 'reference_added' | 'reference_removed'; dependent: Named; path: string }
  | {
      kind: 'enforcement_changed';
      dependent: Named;
      path: string;
      from: Enforcement;
      to: Enforcement;
    }
  | {
      kind: 'coverage_changed';
      source: DependentKind;
      from: CoverageState | null;
      to: CoverageState | null;
    }
  | { kind: 'impact_changed'; dependent: Named }
  | { kind: 'name_changed' | 'version_changed' | 'state_changed'; from: string; to: string }
  /** Another model has the id now. */
  | { kind: 'model_replaced' }
  /** In its group, or it is being registered. */
  | { kind: 'version_registered' }
  | { kind: 'group_changed'; from: string | null; to: string | null }
  | { kind: 'last_version_changed'; now: boolean }
  | { kind: 'safe_delete_changed'; to: boolean | null };
