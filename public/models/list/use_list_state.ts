import { useCallback, useEffect, useMemo } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import { isBeyondEnd, readListState, writeListState } from './list_state';
import type { Asked, ListState } from './list_state';

/** Changes a part of the list's state; whatever changes, the list starts on its first page. */
export type ChangeListState = (part: Partial<ListState>, how?: 'push' | 'replace') => void;

/** The list's state as the URL says it, and how to change it there. */
export function useListState(): [ListState, ChangeListState] {
  const history = useHistory();
  const { search } = useLocation();
  const state = useMemo(() => readListState(search), [search]);
  const change = useCallback<ChangeListState>(
    (part, how = 'push') => {
      const { location } = history;
      const before = readListState(location.search);
      const after = { ...before, page: 0, ...part };
      const next = { ...location, search: writeListState(after, location.search) };
      if (next.search === location.search) return;
      // each letter of a search is no step of its own for the back button
      const refines = before.search !== '' && after.search !== '' && before.search !== after.search;
      if (refines || how === 'replace') history.replace(next);
      else history.push(next);
    },
    [history]
  );
  return [state, change];
}

interface Read {
  data: { total: number } | undefined;
  isFetching: boolean;
}

/** Turns to the last page there is from one beyond it: a table there turns pages by itself. */
export function useClampPage(
  asked: Asked,
  { data, isFetching }: Read,
  turnTo: (page: number) => void
): void {
  const total = data?.total ?? 0;
  const last = isBeyondEnd(asked, total) ? Math.ceil(total / asked.size) - 1 : null;
  useEffect(() => {
    if (last !== null && !isFetching) turnTo(last);
  }, [last, isFetching, turnTo]);
}
