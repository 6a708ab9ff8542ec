import React, { useLayoutEffect, useRef } from 'react';
import type { ComponentProps, KeyboardEvent } from 'react';
import { EuiPopover } from '@elastic/eui';

/** What can be in the way of a popover's opener: nothing but the opener itself takes the focus. */
const OPENER = 'a[href], button:not(:disabled), [tabindex]';

/** React 16 and 18 pass on an attribute that they don't know as a string only. */
const INERT = { inert: '' };

/**
 * OUI's popover, with three differences for who uses the keyboard. Escape closes nothing but the
 * popover: OUI's listens where the dialog around it has closed already, and only once the focus is
 * in it. The focus goes back to what opened it: OUI's trap remembers what had the focus when the
 * popover was at its final place, which may be a part of the popover. And it takes no focus while
 * it closes: OUI's popover and menu focus their content some frames after they were opened, and it
 * stays in the page for 250 ms after it was closed.
 */
export function Popover(props: ComponentProps<typeof EuiPopover>) {
  const { isOpen = false, closePopover } = props;
  const anchor = useRef<HTMLDivElement | null>(null);
  /** By a click beside it, which gives the focus to what was clicked. */
  const isLeft = useRef(false);
  useOnClose(isOpen, () => {
    if (!isLeft.current) anchor.current?.querySelector<HTMLElement>(OPENER)?.focus();
    isLeft.current = false;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    closePopover();
  };
  return (
    <EuiPopover
      {...props}
      panelProps={isOpen ? props.panelProps : { ...props.panelProps, ...INERT }}
      buttonRef={(element) => {
        anchor.current = element;
      }}
      closePopover={() => {
        isLeft.current = true;
        closePopover();
      }}
      onKeyDown={onKeyDown}
    />
  );
}

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
