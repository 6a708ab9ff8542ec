import { useCallback, useState } from 'react';
import { readListView } from './list_view';
import type { ListView } from './list_view';

const KEY = 'mlModels.listView';

/** A browser may forbid storage, or have none left: the view then lasts as long as the page. */
function stored(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function store(view: ListView): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(view));
  } catch {
    // it lasts as long as the page
  }
}

/** How this admin likes the list, and how to change a part of it. */
export function useListView(): [ListView, (part: Partial<ListView>) => void] {
  const [view, setView] = useState(() => readListView(stored()));
  const change = useCallback((part: Partial<ListView>) => {
    setView((before) => {
      const after = { ...before, ...part };
      store(after);
      return after;
    });
  }, []);
  return [view, change];
}
