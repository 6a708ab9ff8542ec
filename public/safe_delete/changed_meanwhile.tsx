import React from 'react';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SafeDelete, SafeDeleteChange } from '../../common/safe_delete';
import { wasChangedMeanwhile } from './safe_delete_state';

interface Props {
  asked: SafeDeleteChange | undefined;
  now: SafeDelete | undefined;
}

/** Says so where the setting that was read after a change is not what was set. */
export function ChangedMeanwhile({ asked, now }: Props) {
  if (!wasChangedMeanwhile(asked, now)) return null;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiCallOut
        size="s"
        color="warning"
        iconType="alert"
        role="alert"
        data-test-subj="safeDeleteChangedMeanwhile"
        title={i18n.translate('mlModels.safeDelete.changedMeanwhile', {
          defaultMessage:
            'Someone else changed it at the same time. What you see is what the cluster has now.',
        })}
      />
    </>
  );
}
