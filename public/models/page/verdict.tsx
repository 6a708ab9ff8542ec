import React from 'react';
import { EuiCallOut, EuiLoadingContent } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Review } from '../../../common/dependents';
import type { ApiError } from '../../api';
import { ReadFailure } from '../../components';
import { verdictSentence } from './verdict_sentence';

interface Props {
  review: Review | undefined;
  error: ApiError | null;
  isReading: boolean;
  onRetry(): void;
}

const ICONS = { success: 'check', primary: 'iInCircle', warning: 'alert', danger: 'alert' };

/** What a delete would do, in one sentence, or why nobody can tell; read out when it changes. */
export function Verdict(props: Props) {
  return (
    <div role="status">
      <Sentence {...props} />
    </div>
  );
}

function Sentence({ review, error, isReading, onRetry }: Props) {
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
    <ReadFailure
      data-test-subj="modelVerdictError"
      title={notReviewedWords()}
      error={error}
      onRetry={onRetry}
    />
  );
}

/** Where it isn't known what uses the model. */
export function notReviewedWords(): string {
  return i18n.translate('mlModels.modelPage.notReviewed', {
    defaultMessage: 'What uses the model could not be read.',
  });
}
