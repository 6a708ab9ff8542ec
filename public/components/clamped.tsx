import React from 'react';
import { EuiToolTip } from '@elastic/eui';

const TWO_LINES = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
} as const;

/** Whether a name may need more than two lines of a column. */
export function mayBeCut(text: string): boolean {
  return text.length >= 30;
}

/** A name of any length in at most two lines; the whole of a long one in a tooltip. */
export function Clamped({ children: text }: { children: string }) {
  const clamped = (
    <span className="eui-textBreakWord" style={TWO_LINES}>
      {text}
    </span>
  );
  // a tooltip takes time to draw
  return mayBeCut(text) ? <EuiToolTip content={text}>{clamped}</EuiToolTip> : clamped;
}
