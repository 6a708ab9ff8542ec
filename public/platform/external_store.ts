import { useCallback } from 'react';
import { useSyncExternalStore as useStore } from 'use-sync-external-store/shim';

/**
 * What react-query imports as `use-sync-external-store/shim/index.js`. It tells of a change a moment
 * later, when the component may be unmounted already: React 16 warns of an update then.
 */
export function useSyncExternalStore<T>(
  subscribe: (onChange: () => void) => () => void,
  getSnapshot: () => T,
  getServerSnapshot?: () => T
): T {
  const subscribeUntilUnmount = useCallback(
    (onChange: () => void) => {
      let isSubscribed = true;
      const unsubscribe = subscribe(() => {
        if (isSubscribed) onChange();
      });
      return () => {
        isSubscribed = false;
        unsubscribe();
      };
    },
    [subscribe]
  );
  return useStore(subscribeUntilUnmount, getSnapshot, getServerSnapshot);
}
