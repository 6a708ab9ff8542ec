import React from 'react';
import { EuiLoadingContent, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Review } from '../../../common/dependents/review';
import { DependentsTable } from '../../dependents/dependents_table';
import { EffectSentences } from '../../dependents/effect_sentences';
import { ImpactSummary } from '../../dependents/impact_summary';
import { notReviewedText } from './verdict';

interface Props {
  review: Review | undefined;
  isReading: boolean;
}

/** What uses the model itself, by what a delete does to it, and what is affected through that. */
export function DependentsTab({ review, isReading }: Props) {
  if (!review) {
    // why is above the tabs, with a way to try again
    return isReading ? <EuiLoadingContent lines={6} /> : <NotReviewed />;
  }
  const { dependents, conditions } = review;
  if (dependents.length === 0) {
    return (
      <EuiText size="s">
        <p>{conditions.includes('incomplete') ? nothingFoundText() : nothingText()}</p>
      </EuiText>
    );
  }
  return (
    <>
      <EffectSentences review={review} />
      <EuiSpacer size="s" />
      <DependentsTable review={review} isWide />
      <EuiSpacer size="s" />
      <ImpactSummary dependents={dependents} />
    </>
  );
}

function NotReviewed() {
  return (
    <EuiText size="s">
      <p>{notReviewedText()}</p>
    </EuiText>
  );
}

function nothingText(): string {
  return i18n.translate('mlModels.modelPage.noDependents', {
    defaultMessage: 'Nothing uses this model.',
  });
}

function nothingFoundText(): string {
  return i18n.translate('mlModels.modelPage.noneFound', {
    defaultMessage: 'Nothing was found in what could be checked.',
  });
}
