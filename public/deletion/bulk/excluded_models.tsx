import React, { useState } from 'react';
import { EuiAccordion, EuiText, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { NotReviewed } from '../../../common/contracts/deletion';
import type { Review } from '../../../common/dependents/review';
import { CappedList } from '../../components/capped_list';
import { ClusterMessage } from '../../components/error_callout';
import { blockingDependents, DependentsSection } from '../review_sections';
import { modelIdOf } from './bulk_state';
import type { Excluded } from './bulk_state';
import { ModelTitle, namesText, RunSection } from './run_section';
import type { NameOf } from './run_section';

interface Props {
  excluded: readonly Excluded[];
  nameOf(modelId: string): string;
}

/** The models that can't be deleted, and why. */
export function ExcludedModels({ excluded, nameOf }: Props) {
  if (excluded.length === 0) return null;
  return (
    <RunSection
      data-test-subj="deleteModelsStaying"
      title={i18n.translate('mlModels.deleteMany.staying', {
        defaultMessage: '{count, plural, one {# model} other {# models}} can’t be deleted now',
        values: { count: excluded.length },
      })}
    >
      <EuiText size="s">
        <CappedList items={excluded}>
          {(one) => {
            const id = modelIdOf(one);
            return (
              <li key={id} data-test-subj={`deleteModelsRow-${id}`}>
                {one.why === 'not_reviewed' ? (
                  <strong className="eui-textBreakWord">{nameOf(id)}</strong>
                ) : (
                  <ModelTitle model={one.shown.model} />
                )}
                <p className="eui-textBreakWord">{excludedText(one, nameOf)}</p>
                {one.why === 'not_reviewed' && one.error.cluster_message && (
                  <ClusterMessage message={one.error.cluster_message} />
                )}
                {one.why === 'refused' && one.shown.unreadable !== undefined && (
                  <ClusterMessage message={one.shown.unreadable} />
                )}
                {one.why === 'refused' && <Blockers review={one.shown} />}
              </li>
            );
          }}
        </CappedList>
      </EuiText>
    </RunSection>
  );
}

function Blockers({ review }: { review: Review }) {
  const [id] = useState(htmlIdGenerator('blockers'));
  if (review.dependents.length === 0) return null;
  return (
    <EuiAccordion
      id={id}
      buttonContent={
        <EuiText size="s">
          {i18n.translate('mlModels.deleteMany.blockers', {
            defaultMessage: 'Dependents',
          })}
        </EuiText>
      }
    >
      <DependentsSection review={review} />
    </EuiAccordion>
  );
}

/** Why a model is not in the run. */
export function excludedText(excluded: Excluded, nameOf: NameOf): string {
  switch (excluded.why) {
    case 'not_reviewed':
      return notReviewedText(excluded.error);
    case 'refused':
      if (excluded.shown.unreadable !== undefined) return unreadableText();
      return i18n.translate('mlModels.deleteMany.refused', {
        defaultMessage:
          'ML Commons refuses the delete: {count, plural, one {# blocking resource} other {# blocking resources}}.',
        values: { count: blockingDependents(excluded.shown).length },
      });
    case 'cycle':
      return i18n.translate('mlModels.deleteMany.cycle', {
        defaultMessage:
          'These models use each other as guardrails, so none of them can be deleted first: {names}. Remove the guardrail from one of them.',
        values: { names: namesText(excluded.modelIds, nameOf) },
      });
    case 'user_stays':
      return i18n.translate('mlModels.deleteMany.userStays', {
        defaultMessage: 'Not deleted as long as these models use it as a guardrail: {names}.',
        values: { names: namesText(excluded.modelIds, nameOf) },
      });
    case 'not_accepted':
      return i18n.translate('mlModels.deleteMany.notAccepted', {
        defaultMessage: 'Not confirmed.',
      });
  }
}

function unreadableText(): string {
  return i18n.translate('mlModels.deleteMany.unreadable', {
    defaultMessage:
      'ML Commons can’t read this model, so it can’t delete it. The model’s page explains what to do.',
  });
}

function notReviewedText({ reason, message }: NotReviewed): string {
  return reason === 'not_found'
    ? i18n.translate('mlModels.deleteMany.goneAlready', {
        defaultMessage: 'This model was already deleted.',
      })
    : i18n.translate('mlModels.deleteMany.notReviewed', {
        defaultMessage: 'Couldn’t check this model: {message}',
        values: { message },
      });
}
