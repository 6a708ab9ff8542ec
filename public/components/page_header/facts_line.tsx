import React from 'react';
import type { ReactElement } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';

/** Short facts in one line, or in more where there is no room. */
export function FactsLine({ facts }: { facts: ReactElement[] }) {
  return (
    <EuiText size="s">
      <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false} wrap>
        {facts.map((fact, at) => (
          <EuiFlexItem grow={false} key={at}>
            {fact}
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
    </EuiText>
  );
}
