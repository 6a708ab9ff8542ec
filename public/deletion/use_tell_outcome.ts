import { useCallback } from 'react';
import { i18n } from '@osd/i18n';
import type { Model } from '../../common/models';
import { useServices } from '../services';
import type { Outcome } from './state';

/** Says in a toast that a model is gone, and its group if that went too. */
export function useTellOutcome() {
  const { toasts } = useServices().core.notifications;
  return useCallback(
    (model: Pick<Model, 'name'>, outcome: Outcome) => {
      toasts.addSuccess(toastOf(model.name, outcome));
    },
    [toasts]
  );
}

function toastOf(name: string, outcome: Outcome): { title: string; text?: string } {
  if (outcome.kind === 'gone') {
    if (outcome.afterDelete) {
      return {
        title: deletedWords(name),
        text: i18n.translate('mlModels.outcome.goneAfterDelete', {
          defaultMessage: 'The answer to the delete was lost, but the model is gone.',
        }),
      };
    }
    return {
      title: i18n.translate('mlModels.outcome.gone', {
        defaultMessage: '“{name}” was deleted already',
        values: { name },
      }),
      text: i18n.translate('mlModels.outcome.goneWords', {
        defaultMessage: 'The cluster said: “{words}”',
        values: { words: outcome.words },
      }),
    };
  }
  const title = deletedWords(name);
  if (outcome.kind === 'cleaned_up') {
    const { model_group: group } = outcome.reviewed;
    if (!group?.last_version) return { title };
    return {
      title,
      text: i18n.translate('mlModels.outcome.groupLeft', {
        defaultMessage: 'It was the last version of its group “{group}”, which is left empty.',
        values: { group: group.name },
      }),
    };
  }
  const { answer, review } = outcome;
  if (answer.model_group !== 'deleted' || !review.model_group) return { title };
  return {
    title,
    text: i18n.translate('mlModels.outcome.groupDeleted', {
      defaultMessage: 'It was the last version: its group “{group}” was deleted too.',
      values: { group: review.model_group.name },
    }),
  };
}

function deletedWords(name: string): string {
  return i18n.translate('mlModels.outcome.deleted', {
    defaultMessage: 'Deleted “{name}”',
    values: { name },
  });
}
