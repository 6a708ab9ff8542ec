import React from 'react';
import { EuiScreenReaderOnly } from '@elastic/eui';
import { i18n } from '@osd/i18n';

interface Props {
  isLoading: boolean;
  /** How many stand on the pages before. */
  before: number;
  shown: number;
  total: number;
}

/** Says to screen readers what the list shows after a filter, a page or a delete. */
export function ListAnnouncement({ isLoading, before, shown, total }: Props) {
  return (
    <EuiScreenReaderOnly>
      <p role="status" aria-live="polite">
        {!isLoading &&
          i18n.translate('mlModels.list.announcement', {
            defaultMessage:
              '{total, plural, =0 {No model matches} one {# model matches} other {# models match, {first} to {last} shown}}',
            values: { total, first: before + 1, last: before + shown },
          })}
      </p>
    </EuiScreenReaderOnly>
  );
}
