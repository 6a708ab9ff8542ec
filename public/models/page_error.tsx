import React from 'react';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { ApiError } from '../api';
import { FailurePrompt } from '../components';
import { UnreadWords } from './unread_words';

interface Props {
  error: ApiError;
  isRetrying: boolean;
  onRetry(): void;
}

/** In place of the list where it could not be read: the cluster's words, what they mean, Retry. */
export function PageError({ error, ...retry }: Props) {
  const isForbidden = error.status === 403;
  return (
    <FailurePrompt
      {...retry}
      title={isForbidden ? noAccess() : failed()}
      iconType={isForbidden ? 'lock' : 'alert'}
      data-test-subj="pageError"
    >
      <UnreadWords error={error} />
      {isForbidden && (
        <p>
          <FormattedMessage
            id="mlModels.pageError.askAdmin"
            defaultMessage="Reading models needs a role of the cluster that has this permission, such as ml_read_access or ml_full_access."
          />
        </p>
      )}
    </FailurePrompt>
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
