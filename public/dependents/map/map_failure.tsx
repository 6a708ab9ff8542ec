import React from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ApiError } from '../../api';
import { SaidWords } from '../../components';

interface Props {
  error: ApiError;
  isRetrying: boolean;
  onRetry(): void;
}

/** In place of a map whose graph could not be read. */
export function MapFailure({ error, isRetrying, onRetry }: Props) {
  return (
    <EuiEmptyPrompt
      data-test-subj="mapError"
      role="alert"
      iconType="alert"
      title={
        <h2>
          {i18n.translate('mlModels.map.failed', {
            defaultMessage: 'What stands around the model could not be read',
          })}
        </h2>
      }
      body={<SaidWords said={error} />}
      actions={
        <EuiButton iconType="refresh" onClick={onRetry} isLoading={isRetrying}>
          {i18n.translate('mlModels.map.retry', { defaultMessage: 'Retry' })}
        </EuiButton>
      }
    />
  );
}
