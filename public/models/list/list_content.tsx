import React, { useMemo } from 'react';
import {
  EuiButton,
  EuiEmptyPrompt,
  EuiFlexGroup,
  EuiFlexItem,
  EuiIcon,
  EuiLink,
  EuiLoadingContent,
  EuiScreenReaderOnly,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { ListModelsAnswer } from '../../../common/contracts/models';
import type { Model } from '../../../common/models/model';
import { isWholeCluster } from '../../api/errors';
import type { ApiError } from '../../api/errors';
import { StaleNotice } from '../../components/error_callout';
import type { useUsage } from '../../queries';
import { NotCheckedSources } from '../not_checked_sources';
import { PageError } from '../page_error';
import { UsageAge, UsageFailure, usageOfPage } from './known_usage';
import { isBeyondEnd, NO_FILTERS } from './list_state';
import type { ListState } from './list_state';
import type { ChangeListState } from './use_list_state';
import { ViewMenu } from './list_view';
import type { ListView } from './list_view';
import { SelectableModels } from './models_table';
import type { Selection } from './selection';

interface ListBodyProps {
  data: ListModelsAnswer | undefined;
  usage: ReturnType<typeof useUsage>;
  /** Beside data: that is older than the last try to read it. */
  error: ApiError | null;
  readAt: number;
  isFetching: boolean;
  /** What is read now was asked for by nobody: what stays as it was is not read out again. */
  isSilent: boolean;
  state: ListState;
  onRetry(): void;
  onChange: ChangeListState;
  selection: Selection;
  view: ListView;
  onView(part: Partial<ListView>): void;
  onDelete(model: Model): void;
  onDeleteMany(): void;
}

/** What is under the filters: first read, failed, no model, no match, or the table. */
export function ListBody(props: ListBodyProps) {
  const { data, usage, error, readAt, isFetching, isSilent, state, onRetry, onChange } = props;
  const { selection, view, onView, onDelete, onDeleteMany } = props;
  const known = useMemo(() => usageOfPage(data, usage), [data, usage]);
  const loading = <ListLoading />;
  if (!data) {
    return error ? <PageError error={error} onRetry={onRetry} isRetrying={isFetching} /> : loading;
  }
  const table = isBeyondEnd(state, data.total) ? (
    loading
  ) : (
    <SelectableModels
      answer={data}
      usage={known}
      state={state}
      isLoading={isFetching}
      selection={selection}
      view={view}
      menu={
        <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
          <EuiFlexItem grow={false}>
            <UsageAge usage={usage} />
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <ViewMenu view={view} onChange={onView} />
          </EuiFlexItem>
        </EuiFlexGroup>
      }
      onChange={onChange}
      onDelete={onDelete}
      onDeleteMany={onDeleteMany}
    />
  );
  return (
    <>
      {error && (
        <StaleNotice error={error} readAt={readAt} onRetry={onRetry} isRetrying={isFetching} />
      )}
      {data.total_unfiltered === 0 ? (
        <NoModels />
      ) : (
        <>
          {!(error && isWholeCluster(error)) && <UsageFailure usage={usage} />}
          <NotCheckedSources
            coverage={data.coverage ?? known?.coverage ?? []}
            onRetry={() => (data.coverage ? onRetry() : void usage.refetch())}
            isRetrying={data.coverage ? isFetching : usage.isFetching}
          />
          <ListAnnouncement
            isLoading={isFetching && !isSilent}
            before={state.page * state.size}
            shown={data.models.length}
            total={data.total}
          />
          {data.total === 0 ? <NoMatch onClear={() => onChange(NO_FILTERS)} /> : table}
        </>
      )}
    </>
  );
}

/** What the rows, the filters and the line over the rows have. */
const ICONS = ['copy', 'dot', 'trash', 'sortUp', 'arrowDown', 'arrowLeft', 'arrowRight'];

/**
 * In place of a list that is read for the first time. OUI loads an icon when it is first drawn, and
 * draws it again then: here they are loaded before there are 25 rows of them.
 */
function ListLoading() {
  return (
    <>
      <EuiLoadingContent lines={10} data-test-subj="modelsLoading" />
      <span hidden>
        {ICONS.map((icon) => (
          <EuiIcon key={icon} type={icon} />
        ))}
      </span>
    </>
  );
}

/** Where there are models, but none that the filters let through. */
function NoMatch({ onClear }: { onClear(): void }) {
  return (
    <EuiEmptyPrompt
      data-test-subj="noMatch"
      iconType="search"
      title={
        <h2>
          <FormattedMessage id="mlModels.noMatch.title" defaultMessage="No model matches" />
        </h2>
      }
      actions={
        <EuiButton onClick={onClear} data-test-subj="clearFilters">
          <FormattedMessage id="mlModels.noMatch.clear" defaultMessage="Clear search and filters" />
        </EuiButton>
      }
    />
  );
}

const HOW_TO_REGISTER =
  'https://opensearch.org/docs/latest/ml-commons-plugin/integrating-ml-models/';

/** Where the cluster has no model that the user can see: what one is and how to get one. */
function NoModels() {
  return (
    <EuiEmptyPrompt
      data-test-subj="noModels"
      iconType="machineLearningApp"
      title={
        <h2>
          <FormattedMessage id="mlModels.noModels.title" defaultMessage="No models yet" />
        </h2>
      }
      body={
        <p>
          <FormattedMessage
            id="mlModels.noModels.body"
            defaultMessage="A model turns text or images into vectors, ranks results or answers questions. It runs in the cluster or is called through a connector. Pipelines, agents and indexes use a model by its ID. This page lists the models registered with ML Commons that you can see."
          />
        </p>
      }
      actions={
        <EuiLink href={HOW_TO_REGISTER} target="_blank" external>
          <FormattedMessage id="mlModels.noModels.link" defaultMessage="How to register a model" />
        </EuiLink>
      }
    />
  );
}

interface ListAnnouncementProps {
  isLoading: boolean;
  /** How many are on the pages before. */
  before: number;
  shown: number;
  total: number;
}

/** Says to screen readers what the list shows after a filter, a page or a delete. */
function ListAnnouncement({ isLoading, before, shown, total }: ListAnnouncementProps) {
  return (
    <EuiScreenReaderOnly>
      <p role="status" aria-live="polite">
        {!isLoading &&
          i18n.translate('mlModels.list.announcement', {
            defaultMessage:
              '{total, plural, =0 {No matching models} one {# matching model} other {# matching models, {first} to {last} shown}}',
            values: { total, first: before + 1, last: before + shown },
          })}
      </p>
    </EuiScreenReaderOnly>
  );
}
