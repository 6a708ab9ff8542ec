import { useEffect, useRef } from 'react';
import type { DialogView } from '../state';

/**
 * Keeps the focus in the dialog over its states: on Cancel, which does no harm, and on the
 * headline while no button can be pressed.
 */
export function useDialogFocus(kind: DialogView['kind'], canCancel: boolean) {
  const cancelRef = useRef<HTMLButtonElement>(null);
  const headlineRef = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const target = canCancel ? cancelRef.current : headlineRef.current;
    target?.focus();
  }, [kind, canCancel]);
  return { cancelRef, headlineRef };
}
