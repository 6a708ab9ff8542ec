import { useCallback } from 'react';
import { useHistory, useLocation } from 'react-router-dom';

export const TABS = ['overview', 'dependents', 'map', 'json'] as const;
export type Tab = (typeof TABS)[number];

/** The tab that the URL names; the first where it names none that there is. */
export function useTab(): [Tab, (tab: Tab) => void] {
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
