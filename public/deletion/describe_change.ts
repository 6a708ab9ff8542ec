import { i18n } from '@osd/i18n';
import type { CoverageState } from '../../common/dependents/coverage';
import type { Dependent } from '../../common/dependents/dependent';
import type { DependentKind } from '../../common/dependents/kinds';
import type { Enforcement } from '../../common/dependents/verdict';
import { kindName, kindPlural } from '../labels/dependent_labels';
import { stateLabel } from '../labels/model_labels';

/** One change as a line; what came starts with "+", what went with "−". */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case 'dependent_added':
      return i18n.translate('mlModels.change.dependentAdded', {
        defaultMessage: '+ {kind} “{name}”',
        values: named(change),
      });
    case 'dependent_removed':
      return i18n.translate('mlModels.change.dependentRemoved', {
        defaultMessage: '− {kind} “{name}”',
        values: named(change),
      });
    case 'reference_added':
      return i18n.translate('mlModels.change.referenceAdded', {
        defaultMessage: '+ {path} in {kind} “{name}”',
        values: { ...named(change), path: change.path },
      });
    case 'reference_removed':
      return i18n.translate('mlModels.change.referenceRemoved', {
        defaultMessage: '− {path} in {kind} “{name}”',
        values: { ...named(change), path: change.path },
      });
    case 'enforcement_changed':
      return i18n.translate('mlModels.change.enforcement', {
        defaultMessage: '{path} in {kind} “{name}” uses the model differently',
        values: { ...named(change), path: change.path },
      });
    case 'impact_changed':
      return i18n.translate('mlModels.change.impact', {
        defaultMessage: 'Resources affected through {kind} “{name}” changed',
        values: named(change),
      });
    case 'coverage_changed':
      return coverageChange(kindPlural(change.source), change.to);
    case 'name_changed':
      return fromTo(i18n.translate('mlModels.change.name', { defaultMessage: 'Name' }), change);
    case 'version_changed':
      return fromTo(
        i18n.translate('mlModels.change.version', { defaultMessage: 'Version' }),
        change
      );
    case 'state_changed':
      return fromTo(i18n.translate('mlModels.change.state', { defaultMessage: 'State' }), {
        from: stateLabel(change.from),
        to: stateLabel(change.to),
      });
    case 'model_replaced':
      return i18n.translate('mlModels.change.replaced', {
        defaultMessage: 'Another model has this ID: the reviewed one was deleted',
      });
    case 'version_registered':
      return i18n.translate('mlModels.change.versionRegistered', {
        defaultMessage: 'A new version was registered in the group, or is being registered',
      });
    case 'group_changed': {
      const none = i18n.translate('mlModels.change.noGroup', { defaultMessage: 'none' });
      const { from, to } = change;
      return fromTo(i18n.translate('mlModels.change.group', { defaultMessage: 'Group' }), {
        from: from ?? none,
        to: to ?? none,
      });
    }
    case 'last_version_changed':
      return i18n.translate('mlModels.change.lastVersion', {
        defaultMessage:
          '{now, select, true {The model is the last version in its group} other {The model is no longer the last version in its group}}',
        values: { now: String(change.now) },
      });
    case 'safe_delete_changed':
      return i18n.translate('mlModels.change.safeDelete', {
        defaultMessage:
          '{to, select, true {Safe delete is on} false {Safe delete is off} other {Couldn’t read whether safe delete is on}}',
        values: { to: String(change.to) },
      });
  }
}

function named({ dependent }: { dependent: { kind: string; name: string } }) {
  return { kind: kindName(dependent.kind), name: dependent.name };
}

function fromTo(what: string, { from, to }: { from: string; to: string }): string {
  return i18n.translate('mlModels.change.fromTo', {
    defaultMessage: '{what}: {from} → {to}',
    values: { what, from, to },
  });
}

/** How far a source is read now, where that changed. */
function coverageChange(sources: string, to: CoverageState | null): string {
  switch (to) {
    case 'read':
      return i18n.translate('mlModels.change.sourceRead', {
        defaultMessage: 'All {sources} were checked',
        values: { sources },
      });
    case 'forbidden':
      return i18n.translate('mlModels.change.sourceForbidden', {
        defaultMessage: 'You don’t have permission to read {sources}',
        values: { sources },
      });
    case 'failed':
      return i18n.translate('mlModels.change.sourceFailed', {
        defaultMessage: 'Couldn’t read {sources}',
        values: { sources },
      });
    case 'partial':
      return i18n.translate('mlModels.change.sourcePartial', {
        defaultMessage: 'Only some {sources} were checked',
        values: { sources },
      });
    case 'off':
      return i18n.translate('mlModels.change.sourceOff', {
        defaultMessage: 'The feature of {sources} is turned off',
        values: { sources },
      });
    case 'absent':
    case null:
      return i18n.translate('mlModels.change.sourceAbsent', {
        defaultMessage: 'This cluster no longer has {sources}',
        values: { sources },
      });
  }
}

type Named = Pick<Dependent, 'kind' | 'id' | 'name'>;

/** One thing that is different from when the admin looked. */
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
