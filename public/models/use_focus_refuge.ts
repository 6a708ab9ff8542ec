import { useEffect, useRef } from 'react';

/**
 * Where the focus goes when a dialog closes and what opened it is gone, as the row of a deleted
 * model is. Otherwise the dialog itself gives the focus back.
 */
export function useFocusRefuge(isDialogOpen: boolean) {
  const refuge = useRef<HTMLElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    const closed = wasOpen.current && !isDialogOpen;
    wasOpen.current = isDialogOpen;
    if (!closed) return;
    // after the focus trap gave the focus back, if it could
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) refuge.current?.focus();
    }, 0);
    return () => clearTimeout(timer);
  }, [isDialogOpen]);
  return refuge;
}
