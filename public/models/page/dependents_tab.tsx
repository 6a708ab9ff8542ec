import React from 'react';
import { EuiLoadingContent, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Review } from '../../../common/dependents/review';
import type { Model } from '../../../common/models/model';
import { readStored, writeStored } from '../../components/browser_storage';
import { Choice } from '../../components/choice';
import { DependentsTable } from '../../dependents/dependents_table';
import { EffectSentences } from '../../dependents/effect_sentences';
import { ImpactSummary } from '../../dependents/impact_summary';
import { DependencyMap } from '../../dependents/map/dependency_map';
import { nothingUsesText } from '../../labels/dependent_labels';
import { notReviewedText } from './verdict';

/** The two views of what uses a model, as an address names them. */
const VIEWS = ['dependents', 'map'] as const;
type View = (typeof VIEWS)[number];

interface DependentsTabProps {
  model: Model;
  review: Review | undefined;
  isReading: boolean;
  view: View;
  onView(view: View): void;
}

/** What uses the model and what a delete does to that: as a table, or as a map. */
export function DependentsTab({ model, review, isReading, view, onView }: DependentsTabProps) {
  return (
    <>
      <ViewChoice
        view={view}
        onView={(chosen) => {
          writeStored(KEY, chosen);
          onView(chosen);
        }}
      />
      <EuiSpacer size="m" />
      {view === 'map' ? (
        <DependencyMap modelId={model.id} modelName={model.name} />
      ) : (
        <DependentsView review={review} isReading={isReading} />
      )}
    </>
  );
}

const KEY = 'mlModels.dependentsView';

/** The view that was chosen last in this browser. */
export function keptView(): View {
  const kept = readStored(KEY);
  return VIEWS.find((view) => view === kept) ?? VIEWS[0];
}

function ViewChoice({ view, onView }: Pick<DependentsTabProps, 'view' | 'onView'>) {
  return (
    <Choice
      label={i18n.translate('mlModels.modelPage.view', { defaultMessage: 'Show dependents as' })}
      options={VIEWS.map((one) => ({
        value: one,
        label: viewLabel(one),
        'data-test-subj': `dependentsView-${one}`,
      }))}
      chosen={view}
      onChoose={onView}
    />
  );
}

function viewLabel(view: View): string {
  return view === 'map'
    ? i18n.translate('mlModels.modelPage.view.map', { defaultMessage: 'Map' })
    : i18n.translate('mlModels.modelPage.view.table', { defaultMessage: 'Table' });
}

interface DependentsViewProps {
  review: Review | undefined;
  isReading: boolean;
}

function DependentsView({ review, isReading }: DependentsViewProps) {
  if (!review) {
    // why is above the tabs, with a way to try again
    return isReading ? <EuiLoadingContent lines={6} /> : <NotReviewed />;
  }
  const { dependents, conditions } = review;
  if (dependents.length === 0) {
    return (
      <EuiText size="s">
        <p>{conditions.includes('incomplete') ? nothingFoundText() : nothingUsesText()}</p>
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

function nothingFoundText(): string {
  return i18n.translate('mlModels.modelPage.noneFound', {
    defaultMessage: 'Nothing was found in what could be checked.',
  });
}
