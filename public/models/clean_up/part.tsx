import React from 'react';
import type { ReactNode } from 'react';
import { EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';

interface Props {
  title: string;
  /** What stands in it, in a sentence or two. */
  meaning: string;
  children: ReactNode;
}

/** One part of the page. */
export function Part({ title, meaning, children }: Props) {
  return (
    <EuiPanel hasBorder hasShadow={false}>
      <EuiTitle size="s">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>{meaning}</p>
      </EuiText>
      <EuiSpacer size="m" />
      {children}
    </EuiPanel>
  );
}
