import { useCallback } from 'react';
import { i18n } from '@osd/i18n';
import type { DeleteModelAnswer } from '../../common/contracts/deletion';
import type { Review } from '../../common/dependents/review';
import type { Model } from '../../common/models/model';
import { formatList } from '../components/format_list';
import { useServices } from '../services/services';
import { connectorEndText, isConnectorOpen } from './connector_end';
import type { DeletedHere, Outcome } from './dialog_state';

/** Says in a toast that a model is gone, and its group if that went too. */
export function useDeleteToast() {
  const { toasts } = useServices().core.notifications;
  return useCallback(
    (model: Pick<Model, 'name'>, outcome: Outcome) => {
      const toast = toastOf(model.name, outcome);
      if ('connector' in outcome && isConnectorOpen(outcome.connector)) toasts.addWarning(toast);
      else toasts.addSuccess(toast);
    },
    [toasts]
  );
}

function toastOf(name: string, outcome: Outcome): { title: string; text?: string } {
  if (outcome.kind === 'gone') {
    if (outcome.afterDelete) {
      return {
        title: deletedText(name),
        text: i18n.translate('mlModels.outcome.goneAfterDelete', {
          defaultMessage: 'The response was lost, but the model was deleted.',
        }),
      };
    }
    return {
      title: i18n.translate('mlModels.outcome.gone', {
        defaultMessage: '“{name}” was already deleted',
        values: { name },
      }),
      text: i18n.translate('mlModels.outcome.goneWords', {
        defaultMessage: 'Cluster response: “{words}”',
        values: { words: outcome.message },
      }),
    };
  }
  const { connector } = outcome;
  const texts = [groupEndText(outcome), connector && connectorEndText(connector)].filter(Boolean);
  return { title: deletedText(name), ...(texts.length > 0 && { text: texts.join(' ') }) };
}

function groupEndText(outcome: DeletedHere): string | null | undefined {
  if (outcome.kind === 'deleted') {
    const { answer, review } = outcome;
    return review.model_group && groupText(review.model_group, answer);
  }
  const { model_group: group } = outcome.reviewed;
  if (!group?.last_version) return null;
  return i18n.translate('mlModels.outcome.groupLeft', {
    defaultMessage: 'Group “{group}” is now empty.',
    values: { group: group.name },
  });
}

/** What became of a group of which the admin was shown that it is deleted with the model. */
function groupText(
  { name: group, last_version: last }: NonNullable<Review['model_group']>,
  answer: DeleteModelAnswer
): string | undefined {
  const values = { group };
  const left = versionsLeftText(answer);
  if (left) return left;
  switch (answer.model_group) {
    case 'deleted':
      return i18n.translate('mlModels.outcome.groupDeleted', {
        defaultMessage: 'Group “{group}” was deleted with its last version.',
        values,
      });
    case 'unknown':
      return i18n.translate('mlModels.outcome.groupUnknown', {
        defaultMessage:
          'The connection was lost. Couldn’t confirm whether group “{group}” was deleted.',
        values,
      });
    case 'kept':
      if (!last) return undefined;
      return i18n.translate('mlModels.outcome.groupKept', {
        defaultMessage: 'Group “{group}” wasn’t deleted.',
        values,
      });
  }
}

function deletedText(name: string): string {
  return i18n.translate('mlModels.outcome.deleted', {
    defaultMessage: 'Deleted “{name}”',
    values: { name },
  });
}

/**
 * That versions came into a group while it was deleted with its last one, or that nobody could look
 * for them; empty where there are none.
 */
export function versionsLeftText({ versions_without_group: left }: DeleteModelAnswer): string {
  if (left === undefined || left?.length === 0) return '';
  if (left === null) {
    return i18n.translate('mlModels.versionsLeft.unknown', {
      defaultMessage:
        'The group was deleted too. Couldn’t check whether others registered a version in it at that moment.',
    });
  }
  return i18n.translate('mlModels.versionsLeft.found', {
    defaultMessage:
      'The group was deleted too, while others registered {count, plural, one {a version} other {versions}} in it: {ids}. Without the group, only a user with the role all_access may be able to read or delete them. Have them registered again in another group.',
    values: { count: left.length, ids: formatList(left) },
  });
}
