import React from 'react';
import { EuiToolTip } from '@elastic/eui';

const TWO_LINES = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
} as const;

/** Shorter names fit into two lines of any column. */
const MAY_BE_CUT = 30;

/** A name of any length in at most two lines; the whole of a long one in a tooltip. */
export function Clamped({ children: text }: { children: string }) {
  const clamped = (
    <span className="eui-textBreakWord" style={TWO_LINES}>
      {text}
    </span>
  );
  // a tooltip takes time to draw
  return text.length < MAY_BE_CUT ? clamped : <EuiToolTip content={text}>{clamped}</EuiToolTip>;
}
