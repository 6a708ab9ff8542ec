import React from 'react';
import { EuiButtonEmpty, EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { KnownSafeDelete } from './safe_delete_state';

interface Props {
  setting: KnownSafeDelete;
  isDisabled: boolean;
  onRemove(): void;
}

/** Where a transient value is set: it hides the persistent one, and is taken away first. */
export function TransientNotice({ setting, isDisabled, onRemove }: Props) {
  if (setting.transient === null) return null;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiCallOut
        size="s"
        iconType="iInCircle"
        data-test-subj="safeDeleteTransient"
        title={i18n.translate('mlModels.safeDelete.hidden', {
          defaultMessage:
            'A transient setting ({transient, select, true {on} other {off}}) hides the persistent one ({persistent, select, true {on} false {off} other {not set}}).',
          values: {
            transient: String(setting.transient),
            persistent: String(setting.persistent),
          },
        })}
      >
        <EuiButtonEmpty
          size="xs"
          flush="left"
          isDisabled={isDisabled}
          onClick={onRemove}
          data-test-subj="safeDeleteRemoveTransient"
        >
          <FormattedMessage
            id="mlModels.safeDelete.removeTransient"
            defaultMessage="Remove the transient setting"
          />
        </EuiButtonEmpty>
      </EuiCallOut>
    </>
  );
}
