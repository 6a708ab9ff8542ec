import { i18n } from '@osd/i18n';
import { needsUndeploy } from '../../../common/deletion/consent';
import { describeChange } from '../describe_change';
import { diffReviews } from '../diff_reviews';
import { connectorEndText, isConnectorOpen } from '../connector_end';
import { versionsLeftText } from '../delete_toast';
import type { ModelProgress, RunModel, StopReason } from './run';
import { namesText } from './run_section';
import type { NameOf } from './run_section';

/** How far a model is in a run: a colour of `EuiHealth`, and the label that says the same. */
export interface ResultBadge {
  color: 'success' | 'danger' | 'warning' | 'primary' | 'subdued';
  label: string;
}

/** How far a model of the run is, and what became of it. */
export function resultBadge({ planned, progress }: RunModel, nameOf: NameOf): ResultBadge {
  switch (progress.kind) {
    case 'waiting':
      return { color: 'subdued', label: waiting() };
    case 'deleting':
      return { color: 'primary', label: needsUndeploy(planned.shown) ? undeploying() : deleting() };
    case 'deleted':
      return {
        color: isConnectorOpen(progress.connector) ? 'warning' : 'success',
        label: deletedText(progress),
      };
    case 'half_deleted':
      return {
        color: 'warning',
        label: i18n.translate('mlModels.deleteMany.end.halfDeleted', {
          defaultMessage: 'Deleted, cleanup is incomplete',
        }),
      };
    case 'gone':
      return {
        color: 'success',
        label: i18n.translate('mlModels.deleteMany.end.gone', {
          defaultMessage: 'Already deleted',
        }),
      };
    case 'stopped':
      return { color: 'danger', label: stoppedText(progress.reason) };
    case 'failed':
      return {
        color: 'danger',
        label: i18n.translate('mlModels.deleteMany.end.failed', { defaultMessage: 'Not deleted' }),
      };
    case 'unknown':
      return {
        color: 'warning',
        label: i18n.translate('mlModels.deleteMany.end.unknown', {
          defaultMessage: 'Couldn’t confirm the deletion',
        }),
      };
    case 'skipped':
      return {
        color: 'warning',
        label: i18n.translate('mlModels.deleteMany.end.skipped', {
          defaultMessage: 'Not started: {names} still uses this model as a guardrail',
          values: { names: namesText(progress.modelIds, nameOf) },
        }),
      };
    case 'not_started':
      return {
        color: 'subdued',
        label: i18n.translate('mlModels.deleteMany.end.notStarted', {
          defaultMessage: 'Not started: the run ended first',
        }),
      };
  }
}

/** What was said about a model's end, or what had changed, where there is anything to say. */
export function resultDetails({ planned, progress }: RunModel): string {
  switch (progress.kind) {
    case 'stopped': {
      if (progress.reason !== 'changed') return progress.message;
      const changes = diffReviews(planned.shown, progress.review).filter(
        // the others of its group are deleted after it
        (change) => change.kind !== 'last_version_changed' || change.now
      );
      return changes.map(describeChange).join(' ');
    }
    case 'half_deleted':
    case 'failed':
    case 'unknown':
      return progress.error.displayMessage;
    case 'deleted':
      return [
        versionsLeftText(progress.answer),
        progress.connector ? connectorEndText(progress.connector) : '',
      ]
        .filter(Boolean)
        .join(' ');
    default:
      return '';
  }
}

function deletedText({ answer }: Extract<ModelProgress, { kind: 'deleted' }>): string {
  return answer.model_group === 'deleted'
    ? i18n.translate('mlModels.deleteMany.end.deletedWithGroup', {
        defaultMessage: 'Deleted, with its group',
      })
    : i18n.translate('mlModels.deleteMany.end.deleted', { defaultMessage: 'Deleted' });
}

function stoppedText(reason: StopReason): string {
  switch (reason) {
    case 'changed':
      return i18n.translate('mlModels.deleteMany.end.changed', {
        defaultMessage: 'Not deleted: something changed since the review',
      });
    case 'refused':
      return i18n.translate('mlModels.deleteMany.end.refused', {
        defaultMessage: 'Not deleted: ML Commons refuses while the model is in use',
      });
    case 'undeploy_first':
      return i18n.translate('mlModels.deleteMany.end.undeployFirst', {
        defaultMessage: 'Not deleted: the model is deployed',
      });
    case 'incomplete':
      return i18n.translate('mlModels.deleteMany.end.incomplete', {
        defaultMessage: 'Not deleted: some resources couldn’t be checked',
      });
    case 'breaks':
      return i18n.translate('mlModels.deleteMany.end.breaks', {
        defaultMessage: 'Not deleted: dependents would break',
      });
  }
}

function waiting(): string {
  return i18n.translate('mlModels.deleteMany.waiting', { defaultMessage: 'Waiting' });
}

function deleting(): string {
  return i18n.translate('mlModels.deleteMany.deleting', { defaultMessage: 'Deleting…' });
}

function undeploying(): string {
  return i18n.translate('mlModels.deleteMany.undeploying', {
    defaultMessage: 'Undeploying and deleting…',
  });
}
