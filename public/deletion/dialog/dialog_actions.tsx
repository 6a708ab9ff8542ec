import React from 'react';
import type { Ref } from 'react';
import { EuiButton, EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import { needsUndeploy, toAccept } from '../state';
import type { AskingView, DialogView } from '../state';

interface Props {
  view: DialogView;
  cancelRef: Ref<HTMLButtonElement>;
}

/** The actions that are legal in a state. Cancel is the same button in all of them. */
export function DialogActions({ view, cancelRef }: Props) {
  const close = 'close' in view ? view.close : undefined;
  return (
    <>
      <EuiButtonEmpty
        data-test-subj="deleteModelCancel"
        buttonRef={cancelRef}
        isDisabled={!close}
        onClick={close}
      >
        {'confirm' in view || !('checkAgain' in view || 'repeat' in view)
          ? cancelWords()
          : closeWords()}
      </EuiButtonEmpty>
      <Action view={view} />
    </>
  );
}

function Action({ view }: { view: DialogView }) {
  switch (view.kind) {
    case 'could_not_check':
    case 'refused':
    case 'failed':
      return (
        <EuiButton data-test-subj="deleteModelCheckAgain" onClick={view.checkAgain}>
          <FormattedMessage id="mlModels.delete.checkAgain" defaultMessage="Check again" />
        </EuiButton>
      );
    case 'undeploy_first':
    case 'incomplete':
    case 'breaks':
    case 'clear':
      return (
        <EuiButton
          fill
          color="danger"
          data-test-subj="deleteModelConfirm"
          isDisabled={!view.confirm}
          onClick={() => view.confirm?.()}
        >
          {confirmWords(view)}
        </EuiButton>
      );
    case 'half_deleted':
      return (
        <EuiButton data-test-subj="deleteModelRepeat" onClick={view.repeat}>
          <FormattedMessage id="mlModels.delete.repeat" defaultMessage="Delete the rest" />
        </EuiButton>
      );
    case 'reviewing':
    case 'deleting':
    case 'cleaning_up':
    case 'done':
      return null;
  }
}

function confirmWords({ review }: AskingView): string {
  if (needsUndeploy(review)) {
    return i18n.translate('mlModels.delete.undeployAndDelete', {
      defaultMessage: 'Undeploy and delete',
    });
  }
  return toAccept(review).length > 0
    ? i18n.translate('mlModels.delete.deleteAnyway', { defaultMessage: 'Delete anyway' })
    : i18n.translate('mlModels.delete.delete', { defaultMessage: 'Delete' });
}

function cancelWords(): string {
  return i18n.translate('mlModels.delete.cancel', { defaultMessage: 'Cancel' });
}

function closeWords(): string {
  return i18n.translate('mlModels.delete.close', { defaultMessage: 'Close' });
}
