import { useCallback } from 'react';
import { i18n } from '@osd/i18n';
import type { DeleteModelAnswer } from '../../common/deletion';
import type { Review } from '../../common/dependents';
import type { Model } from '../../common/models';
import { useServices } from '../services';
import type { Outcome } from './state';
import { versionsLeftWords } from './versions_left_words';

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
  const text = review.model_group && groupText(review.model_group, answer);
  return text ? { title, text } : { title };
}

/** What became of a group of which the admin was told that it goes with the model. */
function groupText(
  { name: group, last_version: last }: NonNullable<Review['model_group']>,
  answer: DeleteModelAnswer
): string | undefined {
  const values = { group };
  const left = versionsLeftWords(answer);
  if (left) return left;
  switch (answer.model_group) {
    case 'deleted':
      return i18n.translate('mlModels.outcome.groupDeleted', {
        defaultMessage: 'It was the last version: its group “{group}” was deleted too.',
        values,
      });
    case 'unknown':
      return i18n.translate('mlModels.outcome.groupUnknown', {
        defaultMessage:
          'The connection to the cluster was lost before it told whether the group “{group}” was deleted too.',
        values,
      });
    case 'kept':
      if (!last) return undefined;
      return i18n.translate('mlModels.outcome.groupKept', {
        defaultMessage: 'Its group “{group}” was kept.',
        values,
      });
  }
}

function deletedWords(name: string): string {
  return i18n.translate('mlModels.outcome.deleted', {
    defaultMessage: 'Deleted “{name}”',
    values: { name },
  });
}
