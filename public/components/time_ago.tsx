import React from 'react';
import { EuiToolTip } from '@elastic/eui';
import { timeAgo, timeInFull } from './time_words';

/** How long ago something was; the time in full in a tooltip. */
export function TimeAgo({ epochMs }: { epochMs: number }) {
  return (
    <EuiToolTip content={timeInFull(epochMs)}>
      {/* a table would break inside its words */}
      <time className="eui-textBreakNormal" dateTime={new Date(epochMs).toISOString()}>
        {timeAgo(epochMs)}
      </time>
    </EuiToolTip>
  );
}
