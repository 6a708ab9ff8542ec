import React, { useState } from 'react';
import { EuiAccordion, EuiSpacer, EuiText, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { NotReviewed } from '../../../common/contracts/deletion';
import type { Review } from '../../../common/dependents/review';
import { CappedList } from '../../components/capped_list';
import { ClusterMessage } from '../../components/error_callout';
import { DependentsByKind, ImpactSummary } from '../../dependents/dependents_list';
import { blockingDependents } from '../review_sections';
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
  const blocking = review.unreadable === undefined ? blockingDependents(review) : review.dependents;
  if (blocking.length === 0) return null;
  return (
    <EuiAccordion
      id={id}
      buttonContent={
        <EuiText size="s">
          {i18n.translate('mlModels.deleteMany.blockers', {
            defaultMessage: 'What uses it',
          })}
        </EuiText>
      }
    >
      <EuiSpacer size="s" />
      <DependentsByKind dependents={blocking} modelId={review.model.id} />
      <ImpactSummary dependents={blocking} />
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
          'ML Commons refuses: {count, plural, one {# resource uses} other {# resources use}} it, and safe delete is on.',
        values: { count: blockingDependents(excluded.shown).length },
      });
    case 'cycle':
      return i18n.translate('mlModels.deleteMany.cycle', {
        defaultMessage:
          'These models guard each other, so that none of them can go first: {names}. Take the guardrail out of one of them.',
        values: { names: namesText(excluded.modelIds, nameOf) },
      });
    case 'user_stays':
      return i18n.translate('mlModels.deleteMany.userStays', {
        defaultMessage: 'It guards {names}, which {count, plural, one {stays} other {stay}}.',
        values: { names: namesText(excluded.modelIds, nameOf), count: excluded.modelIds.length },
      });
    case 'not_accepted':
      return i18n.translate('mlModels.deleteMany.notAccepted', {
        defaultMessage: 'It would have gone only if you had said so.',
      });
  }
}

function unreadableText(): string {
  return i18n.translate('mlModels.deleteMany.unreadable', {
    defaultMessage: 'ML Commons can’t read it, so it can’t delete it. Its page says what helps.',
  });
}

function notReviewedText({ reason, message }: NotReviewed): string {
  return reason === 'not_found'
    ? i18n.translate('mlModels.deleteMany.goneAlready', {
        defaultMessage: 'It is gone already.',
      })
    : i18n.translate('mlModels.deleteMany.notReviewed', {
        defaultMessage: 'It could not be checked: {message}',
        values: { message },
      });
}
