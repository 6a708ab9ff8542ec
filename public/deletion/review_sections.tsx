import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import { needsUndeploy } from '../../common/deletion/consent';
import type { Dependent } from '../../common/dependents/dependent';
import type { Review } from '../../common/dependents/review';
import { effectOn } from '../../common/dependents/verdict';
import { AppLink } from '../components/app_link';
import { DependentsTable } from '../dependents/dependents_table';
import { EffectSentences } from '../dependents/effect_sentences';
import { OriginSentences } from '../dependents/origin_sentences';
import { ImpactSummary } from '../dependents/impact_summary';
import { ShowMap } from '../dependents/map/show_map';
import { useAddresses } from '../services/addresses';
import { MayRefuseNotice } from './consent_fields';
import { CheckedSources, NotCheckedSection } from './not_checked_section';
import type { ConfirmingView, DialogView } from './dialog_view';
import { NoticeCallout, UnreadableModel } from './notice_callout';

/** What a delete does that the admin can agree to; how is in the footer. */
export function ConfirmingState({ view }: { view: ConfirmingView }) {
  const { review, notice } = view;
  return (
    <>
      <NoticeCallout notice={notice} />
      <NotCheckedSection review={review} onCheckAgain={view.checkAgain} />
      {needsUndeploy(review) && <MayRefuseNotice review={review} />}
      <DependentsSection review={review} />
      <CheckedSources coverage={review.coverage} />
    </>
  );
}

interface Props {
  view: Extract<DialogView, { kind: 'refused' }>;
}

/** ML Commons refuses: who blocks, what would break too, what was not checked. No delete here. */
export function RefusedState({ view }: Props) {
  const { review, notice } = view;
  return (
    <>
      <NoticeCallout notice={notice} />
      {review.unreadable !== undefined && (
        <>
          <EuiSpacer size="m" />
          <UnreadableModel message={review.unreadable} />
        </>
      )}
      <NotCheckedSection review={review} onCheckAgain={view.checkAgain} />
      <DependentsSection review={review} />
      {review.unreadable === undefined && needsUndeploy(review) && (
        <>
          <EuiSpacer size="m" />
          <EuiText size="s">
            <p>
              <FormattedMessage
                id="mlModels.delete.undeployLater"
                defaultMessage="The model is also deployed. Once nothing blocks the delete, undeploy it first."
              />
            </p>
          </EuiText>
        </>
      )}
    </>
  );
}

/** What uses the model and what a delete does to that; nothing where nothing was found. */
export function DependentsSection({ review }: { review: Review }) {
  const { dependents, model } = review;
  if (dependents.length === 0) return null;
  return (
    <>
      <EuiSpacer size="s" />
      <OriginSentences review={review} />
      <EffectSentences review={review} />
      <EuiSpacer size="s" />
      <DependentsTable review={review} />
      <EuiSpacer size="s" />
      <ImpactSummary dependents={dependents} />
      {review.unreadable === undefined && <ReplaceLink modelId={model.id} />}
      <ShowMap modelId={model.id} modelName={model.name} />
    </>
  );
}

/** The way to another model in the place of this one. */
function ReplaceLink({ modelId }: { modelId: string }) {
  const address = useAddresses().replacePage(modelId);
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="s">
        <p>
          <AppLink to={address} data-test-subj="replaceInstead">
            <FormattedMessage
              id="mlModels.delete.replace"
              defaultMessage="Replace the model in these resources instead"
            />
          </AppLink>
        </p>
      </EuiText>
    </>
  );
}

/** The dependents over which ML Commons refuses the delete; none while safe delete is off. */
export function blockingDependents(review: Review): Dependent[] {
  return review.dependents.filter((dependent) => effectOn(dependent, review) === 'blocks');
}
