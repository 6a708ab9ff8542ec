import React from 'react';
import { EuiButtonEmpty, EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReplacementRecord } from './journal_store';

interface KeptNoticeProps {
  record: ReplacementRecord;
  /** Shows the changes, from where one goes on or back. */
  onShow(): void;
}

/** That the model has been replaced from this browser before, wholly or in part. */
export function KeptNotice({ record, onShow }: KeptNoticeProps) {
  const at = Math.max(...record.changes.map(({ run_at: runAt }) => runAt));
  return (
    <>
      <EuiCallOut
        size="s"
        iconType="clock"
        title={i18n.translate('mlModels.replace.kept', {
          defaultMessage:
            'This browser has a journal of {count, plural, one {# change} other {# changes}} of this model, last from {at, date, medium}, {at, time, short}',
          values: { count: record.changes.length, at },
        })}
        data-test-subj="keptNotice"
      >
        <EuiButtonEmpty
          size="xs"
          flush="left"
          color="text"
          onClick={onShow}
          data-test-subj="showKept"
        >
          {i18n.translate('mlModels.replace.showKept', {
            defaultMessage: 'See what was changed, to go on or back',
          })}
        </EuiButtonEmpty>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
