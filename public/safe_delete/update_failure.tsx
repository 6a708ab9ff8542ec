import React from 'react';
import { EuiButtonEmpty, EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { ApiError } from '../api';
import { SaidWords } from '../components';

/** A change that did not go through: the switch shows the true value, this says why. */
export function UpdateFailure({ error, onRetry }: { error: ApiError; onRetry(): void }) {
  const title =
    error.status === 403
      ? i18n.translate('mlModels.safeDelete.forbidden', {
          defaultMessage: 'You are not allowed to change safe delete',
        })
      : i18n.translate('mlModels.safeDelete.failed', {
          defaultMessage: 'Safe delete could not be changed',
        });
  return (
    <>
      <EuiSpacer size="s" />
      <EuiCallOut
        size="s"
        color="danger"
        iconType="alert"
        role="alert"
        title={title}
        data-test-subj="safeDeleteUpdateFailure"
      >
        <EuiText size="s">
          <SaidWords said={error} />
        </EuiText>
        {error.status === 403 && (
          <EuiButtonEmpty size="xs" flush="left" onClick={onRetry} data-test-subj="safeDeleteRetry">
            <FormattedMessage
              id="mlModels.safeDelete.mayNow"
              defaultMessage="I have the permission now"
            />
          </EuiButtonEmpty>
        )}
      </EuiCallOut>
    </>
  );
}
