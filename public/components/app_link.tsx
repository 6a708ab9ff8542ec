import React from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { EuiLink } from '@elastic/eui';
import { useHistory } from 'react-router-dom';

/** Where a link leads within the application. */
export interface AppAddress {
  pathname: string;
  search?: string;
}

/** Whether a click is to follow a link here: not with a key or button that opens another window. */
export function isPlainClick(event: MouseEvent): boolean {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}

interface Props {
  to: AppAddress;
  children: ReactNode;
  className?: string;
  'data-test-subj'?: string;
}

/** A link within the application: a real address, followed without loading the page again. */
export function AppLink({ to, children, ...rest }: Props) {
  const history = useHistory();
  return (
    <EuiLink
      {...rest}
      href={history.createHref(to)}
      onClick={(event: MouseEvent) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        history.push(to);
      }}
    >
      {children}
    </EuiLink>
  );
}
