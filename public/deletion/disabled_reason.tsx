import React from 'react';
import { EuiFlexItem, EuiText } from '@elastic/eui';

/** Beside a delete that is disabled: why. The button is described by its ID. */
export function DisabledReason({ id, children }: { id: string; children: string }) {
  return (
    <EuiFlexItem>
      <EuiText size="s" color="subdued">
        <p id={id} data-test-subj="deleteDisabledReason">
          {children}
        </p>
      </EuiText>
    </EuiFlexItem>
  );
}
