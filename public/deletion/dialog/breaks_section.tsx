import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Dependent, Review } from '../../../common/dependents';
import { DependentsByKind, ImpactSummary } from '../../dependents';
import { blockers, breakers } from '../blockers';

/** What would break with nothing to stop it, and what may: told apart from what is refused. */
export function BreaksSection({ review }: { review: Review }) {
  const { breaks, possible } = breakers(review);
  return (
    <>
      <Named dependents={breaks} modelId={review.model.id} intro={breaksWords(review)} />
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

function breaksWords(review: Review): string {
  if (blockers(review).length > 0) {
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
