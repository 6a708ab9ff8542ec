import React from 'react';
import { i18n } from '@osd/i18n';
import type { ApiError } from '../../api';
import { FailurePrompt, SaidWords } from '../../components';

interface Props {
  error: ApiError;
  isRetrying: boolean;
  onRetry(): void;
}

/** In place of a map whose graph could not be read. */
export function MapFailure({ error, ...retry }: Props) {
  return (
    <FailurePrompt
      {...retry}
      title={i18n.translate('mlModels.map.failed', {
        defaultMessage: 'What stands around the model could not be read',
      })}
      iconType="alert"
      data-test-subj="mapError"
    >
      <SaidWords said={error} />
    </FailurePrompt>
  );
}
