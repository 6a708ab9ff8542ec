import React from 'react';
import { EuiButtonEmpty, EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { ApiError } from '../api';
import { SaidWords, timeAgo } from '../components';

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
      <EuiCallOut
        size="s"
        color="danger"
        iconType="alert"
        role="alert"
        data-test-subj="modelsStale"
        title={i18n.translate('mlModels.stale.title', {
          defaultMessage: 'The refresh failed. What you see was read {ago}.',
          values: { ago: timeAgo(readAt) },
        })}
      >
        <EuiText size="s">
          <SaidWords said={error} />
        </EuiText>
        <EuiButtonEmpty size="xs" flush="left" onClick={onRetry} isLoading={isRetrying}>
          <FormattedMessage id="mlModels.stale.retry" defaultMessage="Retry" />
        </EuiButtonEmpty>
      </EuiCallOut>
      <EuiSpacer size="s" />
    </>
  );
}
