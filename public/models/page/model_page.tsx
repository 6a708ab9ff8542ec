import React, { useCallback, useEffect, useState } from 'react';
import {
  EuiLoadingContent,
  EuiPage,
  EuiPageBody,
  EuiSpacer,
  EuiTab,
  EuiTabs,
  EuiTitle,
} from '@elastic/eui';
import { useQueryClient } from '@tanstack/react-query';
import { useHistory, useLocation } from 'react-router-dom';
import { i18n } from '@osd/i18n';
import type { GetModelAnswer } from '../../../common/contracts/models';
import type { Model } from '../../../common/models/model';
import { APP_ID } from '../../../common/plugin';
import type { ApiError } from '../../api/errors';
import { AppLink } from '../../components/app_link';
import { FailurePrompt, ReadErrorText, StaleNotice } from '../../components/error_callout';
import { JsonView } from '../../components/json_view';
import { DeleteDialog } from '../../deletion/dialogs';
import { UnreadableModel } from '../../deletion/notice_callout';
import { OriginSentences } from '../../dependents/origin_sentences';
import { HistoryTab } from '../../history/history_tab';
import { modelKey, modelsKey, useModel, useReview } from '../../queries';
import { useAddresses } from '../../services/addresses';
import { useServices } from '../../services/services';
import { NotCheckedSources } from '../not_checked_sources';
import { usePageTitle } from '../page_frame';
import { useLeaveDeleted } from '../use_leave_deleted';
import { DependentsTab, keptView } from './dependents_tab';
import { ModelHeader } from './model_header';
import { ModelSummary } from './model_summary';
import { OverviewTab } from './overview_tab';
import { Verdict } from './verdict';

/** All about one model: what it is, what uses it, what a delete would do, and the delete. */
export function ModelPage({ modelId }: { modelId: string }) {
  const { data, error, isFetching, dataUpdatedAt, refetch } = useModel(modelId);
  const [isDeleting, setDeleting] = useState(false);
  const { dataSourceId } = useServices();
  const queryClient = useQueryClient();
  const leaveDeleted = useLeaveDeleted();
  const name = data?.model.name ?? modelId;
  usePageTitle(name);
  useRecentItem(data?.model);

  const readAgain = () => {
    void queryClient.invalidateQueries({ queryKey: modelKey(dataSourceId, modelId) });
    // lists show the model as well, the versions of its group among them
    void queryClient.invalidateQueries({ queryKey: modelsKey(dataSourceId) });
  };
  // a model that is gone is shown as gone, whatever was known of it
  const isGone = error?.reason === 'not_found';
  return (
    <EuiPage>
      <EuiPageBody component="main" tabIndex={-1} aria-label={name} data-test-subj="modelPage">
        {/* the page's body would stretch what stands in it on a short page */}
        <div>
          {data && !isGone ? (
            <ModelDetails
              answer={data}
              stale={error && { error, readAt: dataUpdatedAt }}
              isReading={isFetching}
              onReadAgain={readAgain}
              onDelete={() => setDeleting(true)}
            />
          ) : error ? (
            <ModelFailure
              modelId={modelId}
              error={error}
              isRetrying={isFetching}
              onRetry={() => void refetch()}
            />
          ) : (
            <EuiLoadingContent lines={10} data-test-subj="modelLoading" />
          )}
        </div>
        {isDeleting && data && (
          <DeleteDialog
            model={data.model}
            onClose={() => {
              setDeleting(false);
              readAgain();
            }}
            onDone={(outcome) => leaveDeleted(data.model, outcome)}
          />
        )}
      </EuiPageBody>
    </EuiPage>
  );
}

/** Has the platform list the model among what the user opened last. */
function useRecentItem(model: Model | undefined): void {
  const { core } = useServices();
  const { modelPage } = useAddresses();
  const id = model?.id;
  const name = model?.name;
  useEffect(() => {
    if (id === undefined || name === undefined) return;
    const { pathname, search } = modelPage(id);
    core.chrome.recentlyAccessed.add(`/app/${APP_ID}${pathname}${search}`, name, id);
  }, [core, modelPage, id, name]);
}

interface ModelDetailsProps {
  answer: GetModelAnswer;
  /** Where the answer is older than the last try to read it. */
  stale: { error: ApiError; readAt: number } | null;
  isReading: boolean;
  onReadAgain(): void;
  onDelete(): void;
}

/** The page of a model that was read. */
function ModelDetails({ answer, stale, isReading, onReadAgain, onDelete }: ModelDetailsProps) {
  const { model, unreadable } = answer;
  const review = useReview(model.id);
  const [part, openPart] = usePart();
  const tab = tabOf(part);
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
          <UnreadableModel message={unreadable} />
          <EuiSpacer size="s" />
        </>
      )}
      <ModelSummary
        answer={answer}
        review={review.data}
        onShowDependents={() => openPart(keptView())}
      />
      <Verdict
        review={review.data}
        error={review.error}
        isReading={review.isFetching}
        onRetry={() => void review.refetch()}
      />
      <EuiSpacer size="s" />
      {review.data && <OriginSentences review={review.data} />}
      <NotCheckedSources
        coverage={review.data?.coverage ?? []}
        isRetrying={review.isFetching}
        onRetry={onReadAgain}
      />
      <ModelTabs open={tab} dependents={review.data?.dependents.length} onOpen={openPart} />
      <EuiSpacer size="m" />
      <div role="tabpanel" id={PANEL_ID} aria-labelledby={tabId(tab)}>
        <TabBody part={part} answer={answer} review={review} onOpen={openPart} />
      </div>
    </>
  );
}

interface TabBodyProps {
  part: Part;
  answer: GetModelAnswer;
  review: ReturnType<typeof useReview>;
  onOpen(part: Part): void;
}

function TabBody({ part, answer, review, onOpen }: TabBodyProps) {
  const { model, metadata } = answer;
  switch (part) {
    case 'overview':
      return <OverviewTab answer={answer} />;
    case 'dependents':
    case 'map':
      return (
        <DependentsTab
          model={model}
          review={review.data}
          isReading={review.isFetching}
          view={part}
          onView={onOpen}
        />
      );
    case 'history':
      return <HistoryTab modelId={model.id} />;
    case 'json':
      return <JsonView value={metadata} />;
  }
}

interface ModelTabsProps {
  open: Tab;
  /** Undefined while it isn't known. */
  dependents: number | undefined;
  onOpen(part: Part): void;
}

/** The parts of the model's page. */
function ModelTabs({ open, dependents, onOpen }: ModelTabsProps) {
  const { hasHistory } = useServices();
  return (
    <EuiTabs>
      {TABS.filter((tab) => tab !== 'history' || hasHistory).map((tab) => (
        <EuiTab
          key={tab}
          id={tabId(tab)}
          isSelected={tab === open}
          aria-controls={PANEL_ID}
          onClick={() => onOpen(tab === 'dependents' ? keptView() : tab)}
          data-test-subj={`modelPageTab-${tab}`}
        >
          {tabLabel(tab, dependents)}
        </EuiTab>
      ))}
    </EuiTabs>
  );
}

/** Of what is under the tabs. */
const PANEL_ID = 'mlModelsModelPagePanel';

function tabId(tab: Tab): string {
  return `mlModelsModelPageTab-${tab}`;
}

function tabLabel(tab: Tab, dependents: number | undefined): string {
  switch (tab) {
    case 'overview':
      return i18n.translate('mlModels.modelPage.tab.overview', { defaultMessage: 'Overview' });
    case 'dependents':
      return dependents === undefined
        ? i18n.translate('mlModels.modelPage.tab.dependents', { defaultMessage: 'Dependents' })
        : i18n.translate('mlModels.modelPage.tab.dependentsCount', {
            defaultMessage: 'Dependents ({count})',
            values: { count: dependents },
          });
    case 'history':
      return i18n.translate('mlModels.modelPage.tab.history', { defaultMessage: 'History' });
    case 'json':
      return i18n.translate('mlModels.modelPage.tab.json', { defaultMessage: 'JSON' });
  }
}

interface ModelFailureProps {
  modelId: string;
  error: ApiError;
  isRetrying: boolean;
  onRetry(): void;
}

/** In place of the page where there is no such model, or it could not be read. */
function ModelFailure({ modelId, error, ...retry }: ModelFailureProps) {
  const { list } = useAddresses();
  const { header, hasHistory } = useServices();
  const frame = {
    // the platform's header has the page's title
    heading: header ? ('h2' as const) : ('h1' as const),
    link: (
      <AppLink to={list}>
        {i18n.translate('mlModels.modelPage.toList', { defaultMessage: 'All models' })}
      </AppLink>
    ),
  };
  if (error.reason === 'not_found') {
    return (
      <>
        <FailurePrompt {...frame} title={goneText()} iconType="search" data-test-subj="modelGone">
          <p className="eui-textBreakWord">
            {i18n.translate('mlModels.modelPage.goneBody', {
              defaultMessage:
                'No model in this cluster has the ID {modelId}. It may have been deleted.',
              values: { modelId },
            })}
          </p>
        </FailurePrompt>
        {hasHistory && (
          <>
            <EuiTitle size="s">
              <h2>{tabLabel('history', undefined)}</h2>
            </EuiTitle>
            <EuiSpacer size="m" />
            <HistoryTab modelId={modelId} />
          </>
        )}
      </>
    );
  }
  return (
    <FailurePrompt
      {...frame}
      {...retry}
      title={failedText()}
      iconType={error.status === 403 ? 'lock' : 'alert'}
      data-test-subj="pageError"
    >
      <ReadErrorText error={error} />
    </FailurePrompt>
  );
}

function goneText(): string {
  return i18n.translate('mlModels.modelPage.gone', { defaultMessage: 'Model not found' });
}

function failedText(): string {
  return i18n.translate('mlModels.modelPage.failed', {
    defaultMessage: 'Couldn’t read the model',
  });
}

const TABS = ['overview', 'dependents', 'history', 'json'] as const;
type Tab = (typeof TABS)[number];

/** What an address can name; the map is a view of the tab of dependents. */
const PARTS = [...TABS, 'map'] as const;
type Part = (typeof PARTS)[number];

function tabOf(part: Part): Tab {
  return part === 'map' ? 'dependents' : part;
}

/** The part that the URL names; the first where it names none that there is. */
function usePart(): [Part, (part: Part) => void] {
  const history = useHistory();
  const { search } = useLocation();
  const named = new URLSearchParams(search).get('tab');
  const { hasHistory } = useServices();
  const open = useCallback(
    (part: Part) => {
      const { location } = history;
      const params = new URLSearchParams(location.search);
      params.set('tab', part);
      history.push({ ...location, search: `?${params.toString()}` });
    },
    [history]
  );
  const part = PARTS.find((one) => one === named && (one !== 'history' || hasHistory));
  return [part ?? PARTS[0], open];
}
