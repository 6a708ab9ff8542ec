import React from 'react';
import type { ComponentProps, KeyboardEvent } from 'react';
import { EuiPopover } from '@elastic/eui';

/**
 * OUI's popover, of which Escape closes nothing but itself: by itself it listens where the dialog
 * that it stands in has closed already, and only once the focus is in it.
 */
export function Popover(props: ComponentProps<typeof EuiPopover>) {
  const { isOpen, closePopover } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    closePopover();
  };
  return <EuiPopover {...props} onKeyDown={onKeyDown} />;
}
