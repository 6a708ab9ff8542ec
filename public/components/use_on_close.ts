import { useLayoutEffect, useRef } from 'react';

/** Calls back once what was open is closed, before the page is painted without it. */
export function useOnClose(isOpen: boolean, onClose: () => void): void {
  const wasOpen = useRef(isOpen);
  const callback = useRef(onClose);
  useLayoutEffect(() => {
    callback.current = onClose;
  });
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen) callback.current();
    wasOpen.current = isOpen;
  }, [isOpen]);
}
