import React from 'react';
import { EuiButtonEmpty, EuiCallOut, EuiLoadingContent, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Review } from '../../../common/dependents';
import type { ApiError } from '../../api';
import { SaidWords } from '../../components';
import { verdictSentence } from './verdict_sentence';

interface Props {
  review: Review | undefined;
  error: ApiError | null;
  isReading: boolean;
  onRetry(): void;
}

const ICONS = { success: 'check', primary: 'iInCircle', warning: 'alert', danger: 'alert' };

/** What a delete would do, in one sentence, or why nobody can tell. */
export function Verdict({ review, error, isReading, onRetry }: Props) {
  if (review) {
    const { tone, words } = verdictSentence(review);
    return (
      <EuiCallOut
        size="s"
        color={tone}
        iconType={ICONS[tone]}
        title={words}
        data-test-subj="modelVerdict"
      />
    );
  }
  if (!error || isReading) return <EuiLoadingContent lines={1} />;
  return (
    <EuiCallOut
      size="s"
      color="danger"
      iconType="alert"
      role="alert"
      data-test-subj="modelVerdictError"
      title={i18n.translate('mlModels.modelPage.notReviewed', {
        defaultMessage: 'What uses the model could not be read.',
      })}
    >
      <EuiText size="s">
        <SaidWords said={error} />
      </EuiText>
      <EuiButtonEmpty size="xs" flush="left" onClick={onRetry}>
        {i18n.translate('mlModels.modelPage.retry', { defaultMessage: 'Retry' })}
      </EuiButtonEmpty>
    </EuiCallOut>
  );
}
