import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { effectSentence } from '../effect_words';
import type { LineStyle } from '../picture';
import { LINE_LOOKS, lineAttributes } from './line_look';

const LINES: readonly LineStyle[] = ['blocks', 'breaks', 'possible', 'needs'];

/** What each line of the map means. */
export function Legend() {
  return (
    <EuiFlexGroup gutterSize="m" wrap responsive={false} data-test-subj="dependencyLegend">
      {LINES.map((line) => (
        <EuiFlexItem grow={false} key={line}>
          <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
            <EuiFlexItem grow={false}>
              <svg width={40} height={8} aria-hidden className={LINE_LOOKS[line].className}>
                <path d="M2,4H38" {...lineAttributes(line)} />
              </svg>
            </EuiFlexItem>
            <EuiFlexItem>
              <EuiText size="xs">{effectSentence(line)}</EuiText>
            </EuiFlexItem>
          </EuiFlexGroup>
        </EuiFlexItem>
      ))}
    </EuiFlexGroup>
  );
}
