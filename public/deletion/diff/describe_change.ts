import { i18n } from '@osd/i18n';
import { kindName, kindPlural } from '../../dependents/kind_words';
import { stateWords } from '../../models/state_words';
import type { Change } from './change';
import { coverageChange } from './coverage_change';

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
        defaultMessage: '{path} in {kind} “{name}” is used in another way now',
        values: { ...named(change), path: change.path },
      });
    case 'impact_changed':
      return i18n.translate('mlModels.change.impact', {
        defaultMessage: 'What stands behind {kind} “{name}” is something else now',
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
        from: stateWords(change.from),
        to: stateWords(change.to),
      });
    case 'model_replaced':
      return i18n.translate('mlModels.change.replaced', {
        defaultMessage:
          'It is another model now: the one that was checked is gone, and this one has the same ID',
      });
    case 'version_registered':
      return i18n.translate('mlModels.change.versionRegistered', {
        defaultMessage: 'A new version was, or is being, registered in its group',
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
          '{now, select, true {It is the last version in its group now} other {It is not the last version in its group any more}}',
        values: { now: String(change.now) },
      });
    case 'safe_delete_changed':
      return i18n.translate('mlModels.change.safeDelete', {
        defaultMessage:
          '{to, select, true {Safe delete is on now} false {Safe delete is off now} other {Safe delete can’t be read now}}',
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
