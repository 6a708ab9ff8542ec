import React, { useState } from 'react';
import { EuiAccordion, EuiSpacer, EuiText, EuiTitle, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { NotReviewed, RunReview } from '../../../common/contracts/bulk_deletion';
import { asInRun } from '../../../common/deletion/review_in_run';
import { CappedList } from '../../components/capped_list';
import { ClusterMessage } from '../../components/error_callout';
import { DependentsByKind, ImpactSummary } from '../../dependents/dependents_list';
import { blockingDependents } from '../review_sections';
import { ModelTitle, namesText } from './model_title';
import type { NameOf } from './model_title';
import { modelIdOf } from './run_plan';
import type { Staying } from './run_plan';

interface Props {
  staying: readonly Staying[];
  nameOf(modelId: string): string;
}

/** The models that can't go, and why. */
export function StayingSection({ staying, nameOf }: Props) {
  if (staying.length === 0) return null;
  return (
    <section data-test-subj="deleteModelsStaying">
      <EuiSpacer size="m" />
      <EuiTitle size="xxs">
        <h3>
          {i18n.translate('mlModels.deleteMany.staying', {
            defaultMessage: '{count, plural, one {# model} other {# models}} can’t be deleted now',
            values: { count: staying.length },
          })}
        </h3>
      </EuiTitle>
      <EuiText size="s">
        <CappedList items={staying}>
          {(one) => {
            const id = modelIdOf(one);
            return (
              <li key={id} data-test-subj={`deleteModelsRow-${id}`}>
                {one.why === 'not_reviewed' ? (
                  <strong className="eui-textBreakWord">{nameOf(id)}</strong>
                ) : (
                  <ModelTitle model={one.reviewed.review.model} />
                )}
                <p className="eui-textBreakWord">{stayingText(one, nameOf)}</p>
                {one.why === 'not_reviewed' && one.error.cluster_message && (
                  <ClusterMessage words={one.error.cluster_message} />
                )}
                {one.why === 'refused' && one.reviewed.review.unreadable !== undefined && (
                  <ClusterMessage words={one.reviewed.review.unreadable} />
                )}
                {one.why === 'refused' && <Blockers reviewed={one.reviewed} />}
              </li>
            );
          }}
        </CappedList>
      </EuiText>
    </section>
  );
}

function Blockers({ reviewed }: { reviewed: RunReview }) {
  const [id] = useState(htmlIdGenerator('blockers'));
  const review = asInRun(reviewed);
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
      <DependentsByKind dependents={blocking} modelId={reviewed.review.model.id} />
      <ImpactSummary dependents={blocking} />
    </EuiAccordion>
  );
}

/** Why a model is no part of the run. */
export function stayingText(staying: Staying, nameOf: NameOf): string {
  switch (staying.why) {
    case 'not_reviewed':
      return notReviewedText(staying.error);
    case 'refused':
      if (staying.reviewed.review.unreadable !== undefined) return unreadableText();
      return i18n.translate('mlModels.deleteMany.refused', {
        defaultMessage:
          'ML Commons refuses: {count, plural, one {# resource uses} other {# resources use}} it, and safe delete is on.',
        values: { count: blockingDependents(asInRun(staying.reviewed)).length },
      });
    case 'cycle':
      return i18n.translate('mlModels.deleteMany.cycle', {
        defaultMessage:
          'These models guard each other, so that none of them can go first: {names}. Take the guardrail out of one of them.',
        values: { names: namesText(staying.modelIds, nameOf) },
      });
    case 'user_stays':
      return i18n.translate('mlModels.deleteMany.userStays', {
        defaultMessage: 'It guards {names}, which {count, plural, one {stays} other {stay}}.',
        values: { names: namesText(staying.modelIds, nameOf), count: staying.modelIds.length },
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
