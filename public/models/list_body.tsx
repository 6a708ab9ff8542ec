import React from 'react';
import { EuiLoadingContent } from '@elastic/eui';
import type { ListModelsAnswer, ModelSummary } from '../../common/models';
import type { ApiError } from '../api';
import { usePermission } from '../deletion/use_permissions';
import { isBeyondEnd } from './beyond_end';
import { ListAnnouncement } from './list_announcement';
import { NO_FILTERS } from './list_state';
import type { ListState } from './list_state';
import { NoMatch } from './no_match';
import { NoModels } from './no_models';
import { NotCheckedSources } from './not_checked_sources';
import { PageError } from './page_error';
import { SelectableModels } from './selectable_models';
import type { Selection } from './selection';
import { StaleNotice } from './stale_notice';
import type { ChangeListState } from './use_list_state';
import { ViewMenu } from './view';
import type { ListView } from './view';

interface Props {
  data: ListModelsAnswer | undefined;
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
  onDelete(model: ModelSummary): void;
  onDeleteMany(): void;
}

/** What stands under the filters: first read, failed, no model, no match, or the table. */
export function ListBody(props: Props) {
  const { data, error, readAt, isFetching, isSilent, state, onRetry, onChange } = props;
  const { selection, view, onView, onDelete, onDeleteMany } = props;
  // the list comes first: who may do what is asked once it is there
  usePermission('delete_model', { ask: data !== undefined });
  const loading = <EuiLoadingContent lines={10} data-test-subj="modelsLoading" />;
  if (!data) {
    return error ? <PageError error={error} onRetry={onRetry} isRetrying={isFetching} /> : loading;
  }
  const table = isBeyondEnd(state, data.total) ? (
    loading
  ) : (
    <SelectableModels
      answer={data}
      state={state}
      isLoading={isFetching}
      selection={selection}
      view={view}
      menu={<ViewMenu view={view} onChange={onView} />}
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
          <NotCheckedSources coverage={data.coverage} onRetry={onRetry} isRetrying={isFetching} />
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
