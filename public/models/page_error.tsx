import React from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { ApiError } from '../api';
import { SaidWords } from '../components';

interface Props {
  error: ApiError;
  isRetrying: boolean;
  onRetry(): void;
}

/** In place of the list where it could not be read: the cluster's words, what they mean, Retry. */
export function PageError({ error, isRetrying, onRetry }: Props) {
  const isForbidden = error.status === 403;
  return (
    <EuiEmptyPrompt
      data-test-subj="pageError"
      role="alert"
      iconType={isForbidden ? 'lock' : 'alert'}
      title={<h2>{isForbidden ? noAccess() : failed()}</h2>}
      body={
        <>
          <SaidWords said={error} />
          {isForbidden && (
            <p>
              <FormattedMessage
                id="mlModels.pageError.askAdmin"
                defaultMessage="Reading models needs a role of the cluster that has this permission, such as ml_read_access or ml_full_access."
              />
            </p>
          )}
        </>
      }
      actions={
        <EuiButton iconType="refresh" onClick={onRetry} isLoading={isRetrying}>
          <FormattedMessage id="mlModels.pageError.retry" defaultMessage="Retry" />
        </EuiButton>
      }
    />
  );
}

function noAccess(): string {
  return i18n.translate('mlModels.pageError.noAccess', {
    defaultMessage: 'You have no access to the models of this cluster',
  });
}

function failed(): string {
  return i18n.translate('mlModels.pageError.failed', {
    defaultMessage: 'The models could not be read',
  });
}
