import React from 'react';
import { EuiToolTip } from '@elastic/eui';
import moment from 'moment';

/** How long ago something was; the time in full in a tooltip. */
export function TimeAgo({ epochMs }: { epochMs: number }) {
  return (
    <EuiToolTip content={timeInFull(epochMs)}>
      <time className="eui-textNoWrap" dateTime={new Date(epochMs).toISOString()}>
        {timeAgo(epochMs)}
      </time>
    </EuiToolTip>
  );
}

/** "2 days ago", in the platform's language. */
export function timeAgo(epochMs: number): string {
  return moment(epochMs).fromNow();
}

/** The date and time in full. */
export function timeInFull(epochMs: number): string {
  return moment(epochMs).format('LLL');
}
