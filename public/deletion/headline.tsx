import React from 'react';
import type { Ref } from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Review } from '../../common/dependents/review';
import { isOutcomeUnknown } from '../api/errors';
import type { DialogView } from './dialog_view';
import { blockingDependents } from './review_sections';
import { GIVE_UP_AFTER_MS } from './undeploy_state';

interface Props {
  view: DialogView;
  focusRef: Ref<HTMLParagraphElement>;
}

/** The state in one sentence, read out whenever it changes. */
export function Headline({ view, focusRef }: Props) {
  return (
    <EuiText>
      <p ref={focusRef} tabIndex={-1} role="status" aria-live="polite">
        <strong>{headlineText(view)}</strong>
      </p>
    </EuiText>
  );
}

/** What the dialog says first in each of its states. */
function headlineText(view: DialogView): string {
  switch (view.kind) {
    case 'reviewing':
      if (view.after === 'delete') return lookingAgainText();
      return i18n.translate('mlModels.delete.reviewing', {
        defaultMessage: 'Looking for everything that uses this model …',
      });
    case 'could_not_check':
      if (view.after === 'delete') return outcomeOpenText();
      return i18n.translate('mlModels.delete.couldNotCheck', {
        defaultMessage: 'It could not be checked what uses this model, so it can’t be deleted now.',
      });
    case 'refused':
      return refusedText(view.review);
    case 'confirming':
      return verdictText(view.review);
    case 'undeploying':
      return view.stopping
        ? i18n.translate('mlModels.delete.stopping', {
            defaultMessage: 'Stopping; looking what has become of it …',
          })
        : i18n.translate('mlModels.delete.undeploying', {
            defaultMessage: 'Undeploying it, to delete it then …',
          });
    case 'undeploy_failed':
      return i18n.translate('mlModels.delete.undeployFailed', {
        defaultMessage: 'It could not be undeployed, and was not deleted.',
      });
    case 'stays_deployed':
      return view.cause === 'redeployed'
        ? i18n.translate('mlModels.delete.redeployed', {
            defaultMessage: 'It was not deleted: something deploys it again and again.',
          })
        : i18n.translate('mlModels.delete.held', {
            defaultMessage: 'It was not deleted: it is still deployed after {seconds} s.',
            values: { seconds: GIVE_UP_AFTER_MS / 1000 },
          });
    case 'turning_off':
      return i18n.translate('mlModels.delete.turningOff', {
        defaultMessage: 'Turning its auto-deploy off …',
      });
    case 'deleting':
      return i18n.translate('mlModels.delete.deleting', { defaultMessage: 'Deleting …' });
    case 'failed':
      return isOutcomeUnknown(view.error)
        ? outcomeOpenText()
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

/** The first condition of a review that can be agreed to. */
function verdictText({ conditions, model, dependents }: Review): string {
  switch (conditions[0]) {
    case 'undeploy_first':
      return i18n.translate('mlModels.delete.undeployFirst', {
        defaultMessage:
          '{nodes, plural, =0 {It is deployed} one {It is deployed on # node} other {It is deployed on # nodes}}, and must be undeployed before it can be deleted.',
        values: { nodes: model.current_worker_node_count ?? 0 },
      });
    case 'incomplete':
      return i18n.translate('mlModels.delete.incomplete', {
        defaultMessage: 'Not everything that may use it could be checked.',
      });
    case 'breaks':
      return i18n.translate('mlModels.delete.breaks', {
        defaultMessage:
          'Nothing will stop this delete, but {count, plural, one {# resource that holds its ID may} other {# resources that hold its ID may}} fail afterwards.',
        values: { count: dependents.length },
      });
    default:
      return i18n.translate('mlModels.delete.clear', { defaultMessage: 'Nothing uses it.' });
  }
}

function lookingAgainText(): string {
  return i18n.translate('mlModels.delete.lookingAgain', {
    defaultMessage: 'Looking whether the model is still there …',
  });
}

function outcomeOpenText(): string {
  return i18n.translate('mlModels.delete.outcomeOpen', {
    defaultMessage: 'It is not known whether the model was deleted.',
  });
}

function refusedText(review: Review): string {
  if (review.unreadable !== undefined) {
    return i18n.translate('mlModels.delete.unreadable', {
      defaultMessage: 'Can’t be deleted: ML Commons can’t read this model.',
    });
  }
  const count = blockingDependents(review).length;
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
