import React from 'react';
import { EuiLoadingContent, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Dependent } from '../../../common/dependents/dependent';
import type { Review } from '../../../common/dependents/review';
import { ENFORCEMENTS, strongestEnforcement } from '../../../common/dependents/verdict';
import type { Enforcement } from '../../../common/dependents/verdict';
import { DependentsByKind, ImpactSummary } from '../../dependents/dependents_list';
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
  const { dependents, conditions, model, unreadable } = review;
  const isUnreadable = unreadable !== undefined;
  if (dependents.length === 0) {
    return (
      <EuiText size="s">
        <p>{conditions.includes('incomplete') ? nothingFoundText() : nothingText()}</p>
      </EuiText>
    );
  }
  // nothing is refused over a model that can't be deleted at all
  const effectOf = ({ references }: Dependent) => {
    const strongest = strongestEnforcement(references);
    return isUnreadable && strongest === 'blocks' ? 'breaks' : strongest;
  };
  return (
    <>
      {ENFORCEMENTS.map((enforcement) => (
        <Section
          key={enforcement}
          title={isUnreadable ? unreadableText(enforcement) : sectionText(enforcement)}
          modelId={model.id}
          dependents={dependents.filter((dependent) => effectOf(dependent) === enforcement)}
        />
      ))}
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

interface SectionProps {
  title: string;
  dependents: readonly Dependent[];
  modelId: string;
}

function Section({ title, dependents, modelId }: SectionProps) {
  if (dependents.length === 0) return null;
  return (
    <>
      <EuiTitle size="xs">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <DependentsByKind dependents={dependents} modelId={modelId} />
    </>
  );
}

/** Of a model that fails whoever calls it already. */
function unreadableText(enforcement: Enforcement): string {
  return enforcement === 'possible'
    ? sectionText(enforcement)
    : i18n.translate('mlModels.modelPage.usedUnreadable', {
        defaultMessage: 'These use the model',
      });
}

function sectionText(enforcement: Enforcement): string {
  switch (enforcement) {
    case 'blocks':
      return i18n.translate('mlModels.modelPage.blocks', {
        defaultMessage: 'ML Commons refuses the delete because of these, while safe delete is on',
      });
    case 'breaks':
      return i18n.translate('mlModels.modelPage.breaks', {
        defaultMessage: 'These would break, and nothing stops the delete',
      });
    case 'possible':
      return i18n.translate('mlModels.modelPage.possible', {
        defaultMessage: 'The ID stands in these, but it is not sure that they use the model',
      });
  }
}

function nothingText(): string {
  return i18n.translate('mlModels.modelPage.noDependents', {
    defaultMessage: 'Nothing uses this model.',
  });
}

function nothingFoundText(): string {
  return i18n.translate('mlModels.modelPage.noneFound', {
    defaultMessage: 'Nothing was found where it could be checked.',
  });
}
