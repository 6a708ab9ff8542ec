import React from 'react';
import { EuiProgress, EuiSpacer } from '@elastic/eui';

/** While a request runs. */
export function WorkingState() {
  return (
    <>
      <EuiSpacer size="m" />
      <EuiProgress size="xs" color="primary" />
    </>
  );
}
