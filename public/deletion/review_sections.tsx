import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import { needsUndeploy, toAccept } from '../../common/deletion/consent';
import type { Dependent } from '../../common/dependents/dependent';
import type { Review } from '../../common/dependents/review';
import { strongestEnforcement } from '../../common/dependents/verdict';
import { DependentsByKind, ImpactSummary } from '../dependents/dependents_list';
import { ShowMap } from '../dependents/map/show_map';
import { GroupSentence, NameField, UndeployChoice } from './consent_fields';
import { CheckedSources, NotCheckedSection } from './not_checked_section';
import type { ConfirmingView, DialogView } from './dialog_view';
import { NoticeCallout, UnreadableModel } from './notice_callout';

/** All conditions of a delete together, and how to agree to them. */
export function ConfirmingState({ view }: { view: ConfirmingView }) {
  const { review, notice, form } = view;
  return (
    <>
      <NoticeCallout notice={notice} />
      {review.conditions.includes('incomplete') && (
        <NotCheckedSection review={review} onCheckAgain={view.checkAgain} />
      )}
      <BreaksSection review={review} />
      <MapOfDependents review={review} />
      <CheckedSources coverage={review.coverage} />
      <GroupSentence group={review.model_group} />
      {needsUndeploy(review) && (
        <UndeployChoice review={review} isChosen={form.undeploy} onChoose={view.chooseUndeploy} />
      )}
      {toAccept(review).length > 0 && (
        <NameField model={review.model} typed={form.typedName} onType={view.typeName} />
      )}
    </>
  );
}

interface Props {
  view: Extract<DialogView, { kind: 'refused' }>;
}

/** ML Commons refuses: who blocks, what would break too, what was not seen. No delete here. */
export function RefusedState({ view }: Props) {
  const { review, notice } = view;
  if (review.unreadable !== undefined) {
    return <UnreadableState view={view} message={review.unreadable} />;
  }
  const blocking = blockingDependents(review);
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
function UnreadableState({ view, message }: Props & { message: string }) {
  const { review } = view;
  const { dependents, model } = review;
  return (
    <>
      <EuiSpacer size="m" />
      <UnreadableModel message={message} />
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

/** What would break with nothing to stop it, and what may: apart from what is refused. */
export function BreaksSection({ review }: { review: Review }) {
  const { breaks, possible } = breakingDependents(review);
  return (
    <>
      <Named dependents={breaks} modelId={review.model.id} intro={breaksText(review)} />
      <Named
        dependents={possible}
        modelId={review.model.id}
        intro={i18n.translate('mlModels.delete.possible', {
          defaultMessage:
            'May break: its ID stands in these, at a place whose meaning isn’t known.',
        })}
      />
    </>
  );
}

interface NamedProps {
  dependents: Dependent[];
  modelId: string;
  intro: string;
}

function Named({ dependents, modelId, intro }: NamedProps) {
  if (dependents.length === 0) return null;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiText size="s">
        <p>{intro}</p>
      </EuiText>
      <EuiSpacer size="s" />
      <DependentsByKind dependents={dependents} modelId={modelId} />
      <ImpactSummary dependents={dependents} />
    </>
  );
}

function breaksText(review: Review): string {
  if (blockingDependents(review).length > 0) {
    return i18n.translate('mlModels.delete.breaksToo', {
      defaultMessage: 'Would break too, though ML Commons doesn’t check:',
    });
  }
  return review.safe_delete.enabled === true
    ? i18n.translate('mlModels.delete.breaksUnchecked', {
        defaultMessage: 'Would break, though ML Commons doesn’t check and nothing stops it:',
      })
    : i18n.translate('mlModels.delete.breaksUnguarded', {
        defaultMessage: 'Would break, and as safe delete isn’t on nothing stops it:',
      });
}

/** The way to the map, where there is something to see on it. */
function MapOfDependents({ review: { model, dependents } }: { review: Review }) {
  return dependents.length > 0 ? <ShowMap modelId={model.id} modelName={model.name} /> : null;
}

/** The dependents over which ML Commons refuses the delete; none while safe delete is off. */
export function blockingDependents({ dependents, safe_delete: safeDelete }: Review): Dependent[] {
  if (safeDelete.enabled !== true) return [];
  return dependents.filter(({ references }) => strongestEnforcement(references) === 'blocks');
}

/** The others, apart: what would break with nothing to stop it, and what may. */
function breakingDependents(review: Review): { breaks: Dependent[]; possible: Dependent[] } {
  const blocking = new Set(blockingDependents(review));
  const rest = review.dependents.filter((dependent) => !blocking.has(dependent));
  const isPossible = ({ references }: Dependent) => strongestEnforcement(references) === 'possible';
  return {
    breaks: rest.filter((dependent) => !isPossible(dependent)),
    possible: rest.filter(isPossible),
  };
}
