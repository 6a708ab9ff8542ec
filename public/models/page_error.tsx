import React from 'react';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { ApiError } from '../api/errors';
import { FailurePrompt, ReadErrorText } from '../components/error_callout';

interface PageErrorProps {
  error: ApiError;
  isRetrying: boolean;
  onRetry(): void;
}

/** In place of models that could not be read: the cluster's words, what they mean, Retry. */
export function PageError({ error, ...retry }: PageErrorProps) {
  const isForbidden = error.status === 403;
  const isAbsent = error.cause === 'no_ml_commons';
  return (
    <FailurePrompt
      {...retry}
      title={isForbidden ? noAccess() : isAbsent ? noMlCommons() : failed()}
      iconType={isForbidden ? 'lock' : 'alert'}
      data-test-subj="pageError"
    >
      <ReadErrorText error={error} />
      {isForbidden && (
        <p>
          <FormattedMessage
            id="mlModels.pageError.askAdmin"
            defaultMessage="To read models, you need a role with this permission, such as ml_read_access or ml_full_access."
          />
        </p>
      )}
    </FailurePrompt>
  );
}

function noAccess(): string {
  return i18n.translate('mlModels.pageError.noAccess', {
    defaultMessage: 'You don’t have access to the models of this cluster',
  });
}

function noMlCommons(): string {
  return i18n.translate('mlModels.pageError.noMlCommons', {
    defaultMessage: 'ML Commons isn’t installed',
  });
}

function failed(): string {
  return i18n.translate('mlModels.pageError.failed', {
    defaultMessage: 'Couldn’t read the models',
  });
}
