import { useState } from 'react';

/** As many rows as a browser draws without a pause that one would notice. */
const PAGE_SIZE = 25;

/** What a basic table needs to show rows page by page. */
interface TablePages<T> {
  items: T[];
  pagination?: {
    pageIndex: number;
    pageSize: number;
    totalItemCount: number;
    hidePerPageOptions: true;
  };
  onChange?(change: { page?: { index: number } }): void;
}

/** Rows with those first that need a look, else in their order. */
export function withFirst<T>(rows: readonly T[], isFirst: (row: T) => boolean): T[] {
  return [...rows.filter(isFirst), ...rows.filter((row) => !isFirst(row))];
}

/**
 * Turns the pages of a table whose rows are all here. The page stays when the rows are others;
 * `shown`: the row whose page is shown instead, as long as there is one.
 */
export function useTablePages<T>(rows: readonly T[], shown = -1): TablePages<T> {
  const [chosen, setChosen] = useState(0);
  if (rows.length <= PAGE_SIZE) return { items: [...rows] };
  const last = Math.ceil(rows.length / PAGE_SIZE) - 1;
  const pageIndex = shown < 0 ? Math.min(chosen, last) : Math.floor(shown / PAGE_SIZE);
  return {
    items: rows.slice(pageIndex * PAGE_SIZE, (pageIndex + 1) * PAGE_SIZE),
    pagination: {
      pageIndex,
      pageSize: PAGE_SIZE,
      totalItemCount: rows.length,
      hidePerPageOptions: true,
    },
    onChange: ({ page }) => page && setChosen(page.index),
  };
}
