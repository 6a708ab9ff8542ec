import { useEffect, useState } from 'react';
import type { Criteria } from '@elastic/eui';

const PAGE_SIZE = 10;
/** How long nothing was typed before it is searched for. */
const SEARCH_AFTER_MS = 250;

/** One page of what is searched for: what is typed, what the server is asked, and the pagination. */
export function useSearchPage() {
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSearch(text.trim());
      setPage(0);
    }, SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return {
    text,
    setText,
    query: { from: page * PAGE_SIZE, size: PAGE_SIZE, ...(search !== '' && { search }) },
    /** What a table of `total` rows on all pages is given. */
    tablePages: <T>(total: number) => ({
      pagination:
        total > PAGE_SIZE
          ? {
              pageIndex: page,
              pageSize: PAGE_SIZE,
              totalItemCount: total,
              hidePerPageOptions: true,
            }
          : undefined,
      onChange: ({ page: next }: Criteria<T>) => next && setPage(next.index),
    }),
  };
}
