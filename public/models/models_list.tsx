import React, { useCallback } from 'react';
import { EuiSpacer } from '@elastic/eui';
import type { ModelSummary } from '../../common/models';
import { useTurnBack } from './beyond_end';
import { FilterBar } from './filters';
import { ListBody } from './list_body';
import { listQuery } from './list_query';
import type { Selection } from './selection';
import { useLastKnown } from './use_last_known';
import { useListState } from './use_list_state';
import { useModels } from './use_models';
import { useAutoRefresh, useListView } from './view';

interface Props {
  selection: Selection;
  /** Whether the admin is on the list, or in a dialog: then it doesn't move by itself. */
  isBusy(): boolean;
  onDelete(model: ModelSummary): void;
  onDeleteMany(): void;
}

/** The models with the filters over them; the filters stay when a page can't be read. */
export function ModelsList({ selection, isBusy, onDelete, onDeleteMany }: Props) {
  const [state, change] = useListState();
  const [view, changeView] = useListView();
  const query = useModels(listQuery(state));
  const known = useLastKnown(query.data);
  const refresh = () => void query.refetch();
  const isByItself = useAutoRefresh({
    seconds: view.refreshSeconds,
    refresh,
    isRefreshing: query.isFetching,
    isBusy,
  });

  useTurnBack(
    state,
    query,
    useCallback((page: number) => change({ page }, 'replace'), [change])
  );

  return (
    <>
      {known && known.total_unfiltered > 0 && (
        <>
          <FilterBar
            state={state}
            facets={known.facets}
            all={known.total_unfiltered}
            onChange={change}
          />
          <EuiSpacer size="m" />
        </>
      )}
      <ListBody
        data={query.data}
        error={query.error}
        readAt={query.dataUpdatedAt}
        isFetching={query.isFetching}
        isSilent={isByItself}
        state={state}
        onRetry={refresh}
        onChange={change}
        selection={selection}
        view={view}
        onView={changeView}
        onDelete={onDelete}
        onDeleteMany={onDeleteMany}
      />
    </>
  );
}
