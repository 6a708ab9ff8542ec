import React, { useCallback, useState } from 'react';
import { EuiLoadingContent, EuiPage, EuiPageBody, EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import { useQueryClient } from '@tanstack/react-query';
import { useHistory, useLocation } from 'react-router-dom';
import { i18n } from '@osd/i18n';
import type { GetModelAnswer } from '../../../common/contracts/models';
import type { ApiError } from '../../api/errors';
import { AppLink } from '../../components/app_link';
import { FailurePrompt, ReadErrorText, StaleNotice } from '../../components/error_callout';
import { JsonView } from '../../components/json_view';
import { useDeleteToast } from '../../deletion/delete_toast';
import { DeleteDialog } from '../../deletion/dialogs';
import { UnreadableModel } from '../../deletion/notice_callout';
import { DependencyMap } from '../../dependents/map/dependency_map';
import { modelKey, modelsKey, useModel, useRemoveFromCache, useReview } from '../../queries';
import { useAddresses } from '../../services/addresses';
import { useServices } from '../../services/services';
import { NotCheckedSources } from '../not_checked_sources';
import { usePageTitle } from '../page_frame';
import { DependentsTab } from './dependents_tab';
import { ModelHeader } from './model_header';
import { OverviewTab } from './overview_tab';
import { Verdict } from './verdict';

/** All about one model: what it is, what uses it, what a delete would do, and the delete. */
export function ModelPage({ modelId }: { modelId: string }) {
  const { data, error, isFetching, dataUpdatedAt, refetch } = useModel(modelId);
  const [isDeleting, setDeleting] = useState(false);
  const { dataSourceId } = useServices();
  const { list } = useAddresses();
  const history = useHistory();
  const queryClient = useQueryClient();
  const removeFromCache = useRemoveFromCache();
  const showOutcome = useDeleteToast();
  const name = data?.model.name ?? modelId;
  usePageTitle(name);

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
            onDone={(outcome) => {
              showOutcome(data.model, outcome);
              history.push(list);
              queryClient.removeQueries({ queryKey: modelKey(dataSourceId, modelId) });
              void removeFromCache([modelId]);
            }}
          />
        )}
      </EuiPageBody>
    </EuiPage>
  );
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
          <UnreadableModel message={unreadable} />
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

interface ModelTabsProps {
  open: Tab;
  /** Undefined while it isn't known. */
  dependents: number | undefined;
  onOpen(tab: Tab): void;
}

/** The parts of the model's page. */
function ModelTabs({ open, dependents, onOpen }: ModelTabsProps) {
  return (
    <EuiTabs>
      {TABS.map((tab) => (
        <EuiTab
          key={tab}
          id={tabId(tab)}
          isSelected={tab === open}
          aria-controls={PANEL_ID}
          onClick={() => onOpen(tab)}
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
    case 'map':
      return i18n.translate('mlModels.modelPage.tab.map', { defaultMessage: 'Map' });
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
  const frame = {
    // the platform's header has the page's title
    heading: useServices().header ? ('h2' as const) : ('h1' as const),
    link: (
      <AppLink to={list}>
        {i18n.translate('mlModels.modelPage.toList', { defaultMessage: 'All models' })}
      </AppLink>
    ),
  };
  if (error.reason === 'not_found') {
    return (
      <FailurePrompt {...frame} title={goneText()} iconType="search" data-test-subj="modelGone">
        <p className="eui-textBreakWord">
          {i18n.translate('mlModels.modelPage.goneBody', {
            defaultMessage:
              'No model in this cluster has the ID {modelId}. It may have been deleted.',
            values: { modelId },
          })}
        </p>
      </FailurePrompt>
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

const TABS = ['overview', 'dependents', 'map', 'json'] as const;
type Tab = (typeof TABS)[number];

/** The tab that the URL names; the first where it names none that there is. */
function useTab(): [Tab, (tab: Tab) => void] {
  const history = useHistory();
  const { search } = useLocation();
  const named = new URLSearchParams(search).get('tab');
  const open = useCallback(
    (tab: Tab) => {
      const { location } = history;
      const params = new URLSearchParams(location.search);
      params.set('tab', tab);
      history.push({ ...location, search: `?${params.toString()}` });
    },
    [history]
  );
  return [TABS.find((tab) => tab === named) ?? TABS[0], open];
}
