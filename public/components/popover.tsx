import React, { useLayoutEffect, useRef } from 'react';
import type { ComponentProps, KeyboardEvent } from 'react';
import { EuiPopover } from '@elastic/eui';

/** What can be in the way of a popover's opener: nothing but the opener itself takes the focus. */
const OPENER = 'a[href], button:not(:disabled), [tabindex]';

/**
 * OUI's popover, with two differences for who uses the keyboard. Escape closes nothing but itself:
 * OUI's listens where the dialog that it stands in has closed already, and only once the focus is
 * in it. And the focus goes back to what opened it: OUI's trap remembers what had the focus when
 * the popover had come to rest, which may be a part of the popover.
 */
export function Popover(props: ComponentProps<typeof EuiPopover>) {
  const { isOpen = false, closePopover } = props;
  const anchor = useRef<HTMLDivElement | null>(null);
  const wasOpen = useRef(isOpen);
  /** By a click beside it, which gives the focus to what was clicked. */
  const isLeft = useRef(false);
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen && !isLeft.current) {
      anchor.current?.querySelector<HTMLElement>(OPENER)?.focus();
    }
    wasOpen.current = isOpen;
    isLeft.current = false;
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    closePopover();
  };
  return (
    <EuiPopover
      {...props}
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
