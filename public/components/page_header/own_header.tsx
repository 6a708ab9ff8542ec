import React from 'react';
import type { ReactElement } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiTitle } from '@elastic/eui';
import { FactsLine } from './facts_line';

interface Props {
  title: string;
  facts: ReactElement[];
  actions: ReactElement;
}

/** The header on the page itself, with the room under it. */
export function OwnHeader({ title, facts, actions }: Props) {
  const hasFacts = facts.length > 0;
  return (
    <>
      <EuiFlexGroup
        alignItems={hasFacts ? 'flexStart' : 'center'}
        justifyContent="spaceBetween"
        gutterSize="m"
        responsive={hasFacts}
      >
        <EuiFlexItem>
          <EuiTitle size="l">
            <h1 className="eui-textBreakWord">{title}</h1>
          </EuiTitle>
          {hasFacts && (
            <>
              <EuiSpacer size="s" />
              <FactsLine facts={facts} />
            </>
          )}
        </EuiFlexItem>
        <EuiFlexItem grow={false}>{actions}</EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
    </>
  );
}
