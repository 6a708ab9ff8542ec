import { useEffect } from 'react';
import type { ListState } from './list_state';

type Asked = Pick<ListState, 'page' | 'size'>;

/** Whether the page that is asked for comes after the last of so many models. */
export function isBeyondEnd({ page, size }: Asked, total: number): boolean {
  return total > 0 && page * size >= total;
}

interface Read {
  data: { total: number } | undefined;
  isFetching: boolean;
}

/** Turns to the last page there is from one beyond it: a table there turns pages by itself. */
export function useTurnBack(
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
