import React from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { EuiLink } from '@elastic/eui';
import { useHistory } from 'react-router-dom';
import { APP_ID } from '../../common/plugin';
import { useServices } from '../services/services';

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

/**
 * The address of a place within the application, for a link. Not from the platform's history: that
 * throws once the application is left, while its links may be drawn once more.
 */
export function useHref({ pathname, search = '' }: AppAddress): string {
  return useServices().core.application.getUrlForApp(APP_ID, { path: pathname + search });
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
  const href = useHref(to);
  return (
    <EuiLink
      {...rest}
      href={href}
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
