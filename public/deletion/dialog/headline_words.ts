import { i18n } from '@osd/i18n';
import type { Review } from '../../../common/dependents';
import { blockers } from '../blockers';
import { isOutcomeOpen } from '../error_meaning';
import type { DialogView } from '../state';

/** What the dialog says first in each of its states. */
export function headlineWords(view: DialogView): string {
  switch (view.kind) {
    case 'reviewing':
      if (view.afterDelete) return lookingAgainWords();
      return i18n.translate('mlModels.delete.reviewing', {
        defaultMessage: 'Looking for everything that uses this model …',
      });
    case 'could_not_check':
      if (view.afterDelete) return outcomeOpenWords();
      return i18n.translate('mlModels.delete.couldNotCheck', {
        defaultMessage: 'It could not be checked what uses this model, so it can’t be deleted now.',
      });
    case 'refused':
      return refusedWords(view.review);
    case 'undeploy_first':
      return i18n.translate('mlModels.delete.undeployFirst', {
        defaultMessage:
          '{nodes, plural, =0 {It is deployed} one {It is deployed on # node} other {It is deployed on # nodes}}, and must be undeployed before it can be deleted.',
        values: { nodes: view.review.model.current_worker_node_count ?? 0 },
      });
    case 'incomplete':
      return i18n.translate('mlModels.delete.incomplete', {
        defaultMessage: 'Not everything that may use it could be checked.',
      });
    case 'breaks':
      return i18n.translate('mlModels.delete.breaks', {
        defaultMessage:
          'Nothing will stop this delete, but {count, plural, one {# resource that holds its ID may} other {# resources that hold its ID may}} fail afterwards.',
        values: { count: view.review.dependents.length },
      });
    case 'clear':
      return i18n.translate('mlModels.delete.clear', { defaultMessage: 'Nothing uses it.' });
    case 'deleting':
      return view.undeploy
        ? i18n.translate('mlModels.delete.undeploying', {
            defaultMessage: 'Undeploying and deleting …',
          })
        : i18n.translate('mlModels.delete.deleting', { defaultMessage: 'Deleting …' });
    case 'failed':
      return isOutcomeOpen(view.error)
        ? outcomeOpenWords()
        : i18n.translate('mlModels.delete.failed', {
            defaultMessage: 'The model was not deleted.',
          });
    case 'half_deleted':
      return i18n.translate('mlModels.delete.halfDeleted', {
        defaultMessage: 'The model is deleted, but not all that belongs to it.',
      });
    case 'cleaning_up':
      return i18n.translate('mlModels.delete.cleaningUp', {
        defaultMessage: 'Deleting what is left …',
      });
    case 'done':
      return '';
  }
}

function lookingAgainWords(): string {
  return i18n.translate('mlModels.delete.lookingAgain', {
    defaultMessage: 'Looking whether the model is still there …',
  });
}

function outcomeOpenWords(): string {
  return i18n.translate('mlModels.delete.outcomeOpen', {
    defaultMessage: 'It is not known whether the model was deleted.',
  });
}

function refusedWords(review: Review): string {
  const count = blockers(review).length;
  return count > 0
    ? i18n.translate('mlModels.delete.refused', {
        defaultMessage:
          'Can’t be deleted yet: {count, plural, one {# resource uses} other {# resources use}} it, and safe delete is on.',
        values: { count },
      })
    : i18n.translate('mlModels.delete.refusedUnseen', {
        defaultMessage: 'Can’t be deleted yet: ML Commons refuses it.',
      });
}
