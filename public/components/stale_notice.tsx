import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { unusableText } from '../api/errors';
import type { ApiError } from '../api/errors';
import { ReadFailure, ErrorDetailsText } from './error_callout';
import { timeAgo } from './time_ago';

interface Props {
  error: ApiError;
  /** Epoch ms of what is shown. */
  readAt: number;
  isRetrying: boolean;
  onRetry(): void;
}

/** Above a list that could not be read again: how old it is and why. */
export function StaleNotice({ error, readAt, isRetrying, onRetry }: Props) {
  return (
    <>
      <ReadFailure
        data-test-subj="modelsStale"
        title={i18n.translate('mlModels.stale.title', {
          defaultMessage: 'The refresh failed. What you see was read {ago}.',
          values: { ago: timeAgo(readAt) },
        })}
        error={error}
        isRetrying={isRetrying}
        onRetry={onRetry}
      />
      <EuiSpacer size="s" />
    </>
  );
}

/** Why models could not be read, and what to do where another data source helps. */
export function ReadErrorText({ error }: { error: ApiError }) {
  return (
    <>
      <ErrorDetailsText error={error} />
      {error.reason === 'data_source_unavailable' && <p>{unusableText()}</p>}
    </>
  );
}
