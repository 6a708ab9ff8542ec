import React from 'react';
import type { ReactNode } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';

interface ActionsRowProps {
  /** Why the delete among them is disabled; null where it isn't. */
  reason: string | null;
  /** Of the reason, by which the button is described. */
  reasonId: string;
  /** The buttons, each a flex item. */
  children: ReactNode;
}

/** What can be done in a dialog, at its end; in more lines where there is no room for one. */
export function ActionsRow({ reason, reasonId, children }: ActionsRowProps) {
  return (
    <EuiFlexGroup
      gutterSize="s"
      alignItems="center"
      justifyContent="flexEnd"
      responsive={false}
      wrap
    >
      {reason !== null && (
        <EuiFlexItem>
          <EuiText size="s" color="subdued">
            <p id={reasonId} data-test-subj="deleteDisabledReason">
              {reason}
            </p>
          </EuiText>
        </EuiFlexItem>
      )}
      {children}
    </EuiFlexGroup>
  );
}
