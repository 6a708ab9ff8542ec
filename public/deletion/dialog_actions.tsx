import React from 'react';
import type { Ref } from 'react';
import { EuiButton, EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import { needsUndeploy, toAccept } from '../../common/deletion/consent';
import { cancelLabel, checkAgainLabel, closeLabel, deleteLabel } from '../labels/action_labels';
import type { ConfirmingView, DialogView } from './dialog_view';

interface Props {
  view: DialogView;
  cancelRef: Ref<HTMLButtonElement>;
}

/** The actions that are legal in a state. Cancel is the same button in all of them. */
export function DialogActions({ view, cancelRef }: Props) {
  const leave = dismissAction(view);
  return (
    <>
      <EuiButtonEmpty
        data-test-subj="deleteModelCancel"
        buttonRef={cancelRef}
        isDisabled={!leave}
        onClick={() => leave?.()}
      >
        {'confirm' in view || !('checkAgain' in view || 'repeat' in view)
          ? cancelLabel()
          : closeLabel()}
      </EuiButtonEmpty>
      <Action view={view} />
    </>
  );
}

/** What Cancel, Escape and the cross do: close the dialog, or stop what runs; null if neither can be. */
export function dismissAction(view: DialogView): (() => void) | null {
  if ('close' in view) return view.close;
  return 'stop' in view ? view.stop : null;
}

function Action({ view }: { view: DialogView }) {
  switch (view.kind) {
    case 'could_not_check':
    case 'refused':
    case 'undeploy_failed':
    case 'failed':
      return <CheckAgain view={view} />;
    case 'stays_deployed':
      return (
        <>
          <CheckAgain view={view} />
          {view.turnOffAndDelete && (
            <EuiButton
              fill
              color="danger"
              data-test-subj="deleteModelTurnOffAutoDeploy"
              onClick={view.turnOffAndDelete}
            >
              <FormattedMessage
                id="mlModels.delete.turnOffAndDelete"
                defaultMessage="Turn off auto-deploy and delete"
              />
            </EuiButton>
          )}
        </>
      );
    case 'confirming':
      return (
        <EuiButton
          fill
          color="danger"
          data-test-subj="deleteModelConfirm"
          isDisabled={!view.confirm}
          onClick={() => view.confirm?.()}
        >
          {confirmLabel(view)}
        </EuiButton>
      );
    case 'half_deleted':
      return (
        <EuiButton data-test-subj="deleteModelRepeat" onClick={view.repeat}>
          <FormattedMessage id="mlModels.delete.repeat" defaultMessage="Delete the rest" />
        </EuiButton>
      );
    case 'reviewing':
    case 'undeploying':
    case 'turning_off':
    case 'deleting':
    case 'cleaning_up':
    case 'done':
      return null;
  }
}

function CheckAgain({ view }: { view: { checkAgain(): void } }) {
  return (
    <EuiButton data-test-subj="deleteModelCheckAgain" onClick={view.checkAgain}>
      {checkAgainLabel()}
    </EuiButton>
  );
}

function confirmLabel({ review }: ConfirmingView): string {
  if (needsUndeploy(review)) {
    return i18n.translate('mlModels.delete.undeployAndDelete', {
      defaultMessage: 'Undeploy and delete',
    });
  }
  return toAccept(review).length > 0
    ? i18n.translate('mlModels.delete.deleteAnyway', { defaultMessage: 'Delete anyway' })
    : deleteLabel();
}
