import React from 'react';
import { EuiText } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import { missingPermissionWords } from '../components';
import { usePermission } from '../deletion/use_permissions';

/** Says why this user can't change the setting, where that is known. */
export function MayNotChange({ id }: { id?: string }) {
  const permission = usePermission('change_settings');
  if (permission.allowed !== false) return null;
  return (
    <EuiText size="s" color="subdued">
      <p id={id} className="eui-textBreakWord" data-test-subj="safeDeleteForbidden">
        <FormattedMessage
          id="mlModels.safeDelete.mayNot"
          defaultMessage="You can’t change it. {why}"
          values={{ why: missingPermissionWords(permission.missing) }}
        />
      </p>
    </EuiText>
  );
}
