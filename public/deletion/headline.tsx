import React from 'react';
import type { Ref } from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Review } from '../../common/dependents/review';
import { isSureUse } from '../../common/dependents/verdict';
import { isOutcomeUnknown } from '../api/errors';
import { checkingText, nothingUsesText } from '../labels/dependent_labels';
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
      return checkingText();
    case 'could_not_check':
      if (view.after === 'delete') return outcomeOpenText();
      return i18n.translate('mlModels.delete.couldNotCheck', {
        defaultMessage: 'Couldn’t check what uses this model.',
      });
    case 'refused':
      return refusedText(view.review);
    case 'confirming':
      return verdictText(view.review);
    case 'undeploying':
      return view.stopping
        ? i18n.translate('mlModels.delete.stopping', {
            defaultMessage: 'Stopping and checking the model’s state…',
          })
        : i18n.translate('mlModels.delete.undeploying', {
            defaultMessage: 'Undeploying the model…',
          });
    case 'undeploy_failed':
      return i18n.translate('mlModels.delete.undeployFailed', {
        defaultMessage: 'Couldn’t undeploy the model. It wasn’t deleted.',
      });
    case 'stays_deployed':
      return view.cause === 'redeployed'
        ? i18n.translate('mlModels.delete.redeployed', {
            defaultMessage: 'Not deleted: the model keeps being redeployed.',
          })
        : i18n.translate('mlModels.delete.held', {
            defaultMessage: 'Not deleted: still deployed after {seconds} s.',
            values: { seconds: GIVE_UP_AFTER_MS / 1000 },
          });
    case 'turning_off':
      return i18n.translate('mlModels.delete.turningOff', {
        defaultMessage: 'Turning off auto-deploy…',
      });
    case 'deleting':
      return i18n.translate('mlModels.delete.deleting', { defaultMessage: 'Deleting the model…' });
    case 'failed':
      return isOutcomeUnknown(view.error)
        ? outcomeOpenText()
        : i18n.translate('mlModels.delete.failed', {
            defaultMessage: 'The model wasn’t deleted.',
          });
    case 'half_deleted':
      return i18n.translate('mlModels.delete.halfDeleted', {
        defaultMessage: 'Model deleted. Cleanup is incomplete.',
      });
    case 'cleaning_up':
      return i18n.translate('mlModels.delete.cleaningUp', {
        defaultMessage: 'Finishing cleanup…',
      });
    case 'deleting_connector':
      return i18n.translate('mlModels.delete.deletingConnector', {
        defaultMessage: 'Model deleted. Deleting its connector…',
      });
    case 'done':
      return '';
  }
}

/** What a delete would do: the worst that is known of a review that can be agreed to. */
function verdictText({ conditions, model, dependents }: Review): string {
  if (conditions.includes('breaks')) return breaksText(dependents);
  if (conditions.includes('incomplete')) {
    return i18n.translate('mlModels.delete.incomplete', {
      defaultMessage: 'Some resources couldn’t be checked.',
    });
  }
  if (conditions.includes('undeploy_first')) {
    const nodes = model.current_worker_node_count ?? 0;
    return nodes === 0
      ? i18n.translate('mlModels.delete.deployed', {
          defaultMessage: 'Nothing uses this model. It is deployed.',
        })
      : i18n.translate('mlModels.delete.undeployFirst', {
          defaultMessage:
            'Nothing uses this model. Deployed on {nodes, plural, one {# node} other {# nodes}}.',
          values: { nodes },
        });
  }
  return nothingUsesText();
}

function breaksText(dependents: Review['dependents']): string {
  const sure = dependents.filter(isSureUse);
  return sure.length > 0
    ? i18n.translate('mlModels.delete.breaks', {
        defaultMessage:
          'Deleting this model would break {count, plural, one {# resource} other {# resources}}.',
        values: { count: sure.length },
      })
    : i18n.translate('mlModels.delete.mightBreak', {
        defaultMessage:
          'Deleting this model might break {count, plural, one {# resource} other {# resources}}.',
        values: { count: dependents.length },
      });
}

function lookingAgainText(): string {
  return i18n.translate('mlModels.delete.lookingAgain', {
    defaultMessage: 'Checking whether the model still exists…',
  });
}

function outcomeOpenText(): string {
  return i18n.translate('mlModels.delete.outcomeOpen', {
    defaultMessage: 'Couldn’t confirm the deletion.',
  });
}

function refusedText(review: Review): string {
  if (review.unreadable !== undefined) {
    return i18n.translate('mlModels.delete.unreadable', {
      defaultMessage: 'Can’t delete: ML Commons can’t read this model.',
    });
  }
  const count = blockingDependents(review).length;
  return count > 0
    ? i18n.translate('mlModels.delete.refused', {
        defaultMessage:
          'Can’t delete yet: {count, plural, one {# blocking resource} other {# blocking resources}}.',
        values: { count },
      })
    : i18n.translate('mlModels.delete.refusedUnseen', {
        defaultMessage: 'Can’t delete yet: ML Commons refuses.',
      });
}
