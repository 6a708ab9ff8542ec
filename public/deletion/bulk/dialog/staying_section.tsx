import React, { useState } from 'react';
import { EuiAccordion, EuiSpacer, EuiText, EuiTitle, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { RunReview } from '../../../../common/deletion';
import { asInRun } from '../../../../common/deletion/bulk/review_in_run';
import { ClusterWords } from '../../../components';
import { CappedList, DependentsByKind, ImpactSummary } from '../../../dependents';
import { blockers } from '../../blockers';
import { modelIdOf } from '../sort_out';
import type { Staying } from '../sort_out';
import { ModelTitle } from './model_title';
import { stayingWords } from './staying_words';

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
                <p className="eui-textBreakWord">{stayingWords(one, nameOf)}</p>
                {one.why === 'not_reviewed' && one.error.cluster_message && (
                  <ClusterWords words={one.error.cluster_message} />
                )}
                {one.why === 'refused' && one.reviewed.review.unreadable !== undefined && (
                  <ClusterWords words={one.reviewed.review.unreadable} />
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
  const blocking = review.unreadable === undefined ? blockers(review) : review.dependents;
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
