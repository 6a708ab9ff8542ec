import React, { useCallback, useEffect, useRef } from 'react';
import type { Ref } from 'react';
import { EuiSpacer } from '@elastic/eui';
import { useQueryClient } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import type { Model } from '../../../common/models/model';
import { isWholeCluster } from '../../api/errors';
import { useIsPainted } from '../../components/use_is_painted';
import { modelsTitle } from '../../labels/model_labels';
import {
  safeDeleteKey,
  useModels,
  usePermission,
  usePrefetchModels,
  useUsage,
} from '../../queries';
import { SafeDeletePanel } from '../../safe_delete/safe_delete_panel';
import { useServices } from '../../services/services';
import { ListPage } from '../page_frame';
import { useDeletions } from '../use_deletions';
import { FilterBar } from './filters';
import { usageOfPage } from './known_usage';
import { ListBody } from './list_content';
import { listQuery, nextPageOf } from './list_state';
import { useClampPage, useListState } from './use_list_state';
import { isUserInteracting, useAutoRefresh, useListView } from './list_view';
import type { Selection } from './selection';

/** The application's first page: is safe delete on, what is in use, what can go. */
export function ModelsPage() {
  const { core } = useServices();
  const { selection, deleteOne, deleteSelected, isDialogOpen, dialogs } = useDeletions();
  const list = useRef<HTMLElement>(null);

  const title = modelsTitle();
  useEffect(() => {
    core.chrome.setBreadcrumbs([{ text: title }]);
    core.chrome.docTitle.change(title);
  }, [core, title]);

  return (
    <ListPage open="list" label={title} dialogs={dialogs}>
      <EuiSpacer size="s" />
      <ModelsList
        listRef={list}
        selection={selection}
        isBusy={() => isDialogOpen || isUserInteracting(list.current)}
        onDelete={deleteOne}
        onDeleteMany={deleteSelected}
      />
    </ListPage>
  );
}

interface Props {
  listRef: Ref<HTMLElement>;
  selection: Selection;
  /** Whether the admin is on the list, or in a dialog: then it doesn't move by itself. */
  isBusy(): boolean;
  onDelete(model: Model): void;
  onDeleteMany(): void;
}

/**
 * Safe delete, and the models with the filters over them; the filters stay when a page can't be
 * read.
 */
function ModelsList({ listRef, selection, isBusy, onDelete, onDeleteMany }: Props) {
  const [state, change] = useListState();
  const [view, changeView] = useListView();
  const { dataSourceId } = useServices();
  const queryClient = useQueryClient();
  const query = useModels(listQuery(state));
  const known = usePreviousValue(query.data);
  usePrefetchModels(query.isFetching ? null : nextPageOf(state, query.data?.total ?? 0));
  // the list comes first: what uses the models takes long, and who may do what can wait
  const isPainted = useIsPainted(query.data !== undefined || query.error !== null);
  const usage = useUsage({ enabled: isPainted });
  usePermission('delete_model', { ask: isPainted && query.data !== undefined });
  const refresh = () => {
    void query.refetch();
    // the same failure, which is shown once
    if (query.error) void queryClient.invalidateQueries({ queryKey: safeDeleteKey(dataSourceId) });
    // it takes longer, and changes less often
    if (usage.isStale) void usage.refetch();
  };
  const isByItself = useAutoRefresh({
    seconds: view.refreshSeconds,
    refresh,
    isRefreshing: query.isFetching,
    isBusy,
  });

  useClampPage(
    state,
    query,
    useCallback((page: number) => change({ page }, 'replace'), [change])
  );

  return (
    <>
      <SafeDeletePanel isClusterLost={query.error !== null && isWholeCluster(query.error)} />
      <EuiSpacer size="s" />
      <section
        ref={listRef}
        // where the focus stays when the row that had it goes
        tabIndex={-1}
        aria-label={i18n.translate('mlModels.page.list', { defaultMessage: 'All models' })}
      >
        {known && known.total_unfiltered > 0 && (
          <>
            <FilterBar
              state={state}
              facets={known.facets}
              all={known.total_unfiltered}
              usage={usageOfPage(undefined, usage)}
              onChange={change}
            />
            <EuiSpacer size="s" />
          </>
        )}
        <ListBody
          data={query.data}
          usage={usage}
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
      </section>
    </>
  );
}

/** A value, or while there is none the last one that there was. */
export function usePreviousValue<T>(value: T | undefined): T | undefined {
  const last = useRef<T>();
  useEffect(() => {
    if (value !== undefined) last.current = value;
  }, [value]);
  return value ?? last.current;
}
