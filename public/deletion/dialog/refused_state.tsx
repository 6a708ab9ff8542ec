import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import { DependentsByKind, ImpactSummary } from '../../dependents';
import { blockers } from '../blockers';
import { needsUndeploy } from '../state';
import type { DialogView } from '../state';
import { UnreadableModel } from '../unreadable_model';
import { BreaksSection } from './breaks_section';
import { MapOfDependents } from './map_of_dependents';
import { NotCheckedSection } from './not_checked_section';
import { NoticeCallout } from './notice_callout';

interface Props {
  view: Extract<DialogView, { kind: 'refused' }>;
}

/** ML Commons refuses: who blocks, what would break too, what was not seen. No delete here. */
export function RefusedState({ view }: Props) {
  const { review, notice } = view;
  if (review.unreadable !== undefined) {
    return <UnreadableState view={view} words={review.unreadable} />;
  }
  const blocking = blockers(review);
  return (
    <>
      <NoticeCallout notice={notice} />
      {blocking.length > 0 && (
        <>
          <EuiSpacer size="m" />
          <EuiText size="s">
            <p>
              <FormattedMessage
                id="mlModels.delete.blocks"
                defaultMessage="ML Commons will refuse the delete because of these. Change them so that they use another model, or delete them."
              />
            </p>
          </EuiText>
          <EuiSpacer size="s" />
          <DependentsByKind dependents={blocking} modelId={review.model.id} />
          <ImpactSummary dependents={blocking} />
        </>
      )}
      <BreaksSection review={review} />
      <MapOfDependents review={review} />
      {needsUndeploy(review) && (
        <>
          <EuiSpacer size="m" />
          <EuiText size="s">
            <p>
              <FormattedMessage
                id="mlModels.delete.undeployLater"
                defaultMessage="It is deployed, too: once nothing blocks the delete, it is undeployed first."
              />
            </p>
          </EuiText>
        </>
      )}
      {review.conditions.includes('incomplete') && (
        <NotCheckedSection review={review} onCheckAgain={view.checkAgain} />
      )}
    </>
  );
}

/** ML Commons can't read the model: why, what helps, and what uses it all the same. */
function UnreadableState({ view, words }: Props & { words: string }) {
  const { review } = view;
  const { dependents, model } = review;
  return (
    <>
      <EuiSpacer size="m" />
      <UnreadableModel words={words} />
      {dependents.length > 0 && (
        <>
          <EuiSpacer size="m" />
          <EuiText size="s">
            <p>
              <FormattedMessage
                id="mlModels.delete.unreadableUsers"
                defaultMessage="These use it, or have its ID in them:"
              />
            </p>
          </EuiText>
          <EuiSpacer size="s" />
          <DependentsByKind dependents={dependents} modelId={model.id} />
          <ImpactSummary dependents={dependents} />
        </>
      )}
      <MapOfDependents review={review} />
      {review.conditions.includes('incomplete') && (
        <NotCheckedSection review={review} onCheckAgain={view.checkAgain} />
      )}
    </>
  );
}
