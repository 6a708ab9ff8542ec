import React from 'react';
import type { ReactNode } from 'react';
import { EuiToolTip } from '@elastic/eui';

interface Props {
  /** What it would do, and why it can't. */
  words: string;
  /** Disabled: it takes no focus and says nothing itself. */
  children: ReactNode;
}

/** Stands for an action that isn't permitted: can be focused, and says which permission is missing. */
export function NotPermitted({ words, children }: Props) {
  return (
    <EuiToolTip content={words}>
      <span tabIndex={0} role="group" aria-label={words}>
        {children}
      </span>
    </EuiToolTip>
  );
}
