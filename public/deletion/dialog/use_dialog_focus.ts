import { useEffect, useRef } from 'react';
import type { DialogView } from '../state';

/**
 * Keeps the focus in the dialog over its states: on Cancel, which does no harm, and on the
 * headline while a delete runs and no button can be pressed.
 */
export function useDialogFocus(kind: DialogView['kind']) {
  const cancelRef = useRef<HTMLButtonElement>(null);
  const headlineRef = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const isBusy = kind === 'deleting' || kind === 'cleaning_up';
    const target = isBusy ? headlineRef.current : cancelRef.current;
    target?.focus();
  }, [kind]);
  return { cancelRef, headlineRef };
}
