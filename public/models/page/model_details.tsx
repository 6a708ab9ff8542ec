import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import type { GetModelAnswer } from '../../../common/models';
import type { ApiError } from '../../api';
import { JsonView } from '../../components';
import { UnreadableModel } from '../../deletion';
import { DependencyMap } from '../../dependents';
import { NotCheckedSources } from '../not_checked_sources';
import { StaleNotice } from '../stale_notice';
import { useReview } from '../use_review';
import { DependentsTab } from './dependents_tab';
import { ModelHeader } from './model_header';
import { ModelTabs, PANEL_ID, tabId } from './model_tabs';
import { OverviewTab } from './overview_tab';
import { useTab, type Tab } from './use_tab';
import { Verdict } from './verdict';

interface Props {
  answer: GetModelAnswer;
  /** Where the answer is older than the last try to read it. */
  stale: { error: ApiError; readAt: number } | null;
  isReading: boolean;
  onReadAgain(): void;
  onDelete(): void;
}

/** The page of a model that was read. */
export function ModelDetails({ answer, stale, isReading, onReadAgain, onDelete }: Props) {
  const { model, unreadable } = answer;
  const review = useReview(model.id);
  const [tab, openTab] = useTab();
  return (
    <>
      {stale && <StaleNotice {...stale} isRetrying={isReading} onRetry={onReadAgain} />}
      <ModelHeader
        model={model}
        onChanged={onReadAgain}
        // nothing can be done with one that ML Commons can't read
        onDelete={unreadable === undefined ? onDelete : null}
      />
      {unreadable !== undefined && (
        <>
          <UnreadableModel words={unreadable} />
          <EuiSpacer size="s" />
        </>
      )}
      <Verdict
        review={review.data}
        error={review.error}
        isReading={review.isFetching}
        onRetry={() => void review.refetch()}
      />
      <EuiSpacer size="s" />
      <NotCheckedSources
        coverage={review.data?.coverage ?? []}
        isRetrying={review.isFetching}
        onRetry={onReadAgain}
      />
      <ModelTabs open={tab} dependents={review.data?.dependents.length} onOpen={openTab} />
      <EuiSpacer size="m" />
      <div role="tabpanel" id={PANEL_ID} aria-labelledby={tabId(tab)}>
        <TabBody tab={tab} answer={answer} review={review} />
      </div>
    </>
  );
}

interface TabBodyProps {
  tab: Tab;
  answer: GetModelAnswer;
  review: ReturnType<typeof useReview>;
}

function TabBody({ tab, answer, review }: TabBodyProps) {
  const { model, metadata } = answer;
  switch (tab) {
    case 'overview':
      return <OverviewTab answer={answer} />;
    case 'dependents':
      return <DependentsTab review={review.data} isReading={review.isFetching} />;
    case 'map':
      return <DependencyMap modelId={model.id} modelName={model.name} />;
    case 'json':
      return <JsonView value={metadata} />;
  }
}
