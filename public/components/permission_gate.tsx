import React from 'react';
import type { ReactElement, ReactNode } from 'react';
import { EuiToolTip } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Permission, Permissions } from '../../common/contracts/deletion';
import { usePermission } from '../queries';

interface PermittedProps {
  /** What the action does. */
  label: string;
  children(isForbidden: boolean): ReactElement;
}

/** An action that needs a permission: where the user lacks it, it is disabled, and says which. */
export function Permitted({ action, ...props }: PermittedProps & { action: keyof Permissions }) {
  return <PermittedBy permission={usePermission(action)} {...props} />;
}

/** The same, where many actions on a page need one permission. */
export function PermittedBy({
  permission,
  label,
  children,
}: PermittedProps & { permission: Permission }) {
  if (permission.allowed !== false) return children(false);
  return (
    <NotPermitted text={`${label}: ${missingPermissionText(permission.missing)}`}>
      {children(true)}
    </NotPermitted>
  );
}

interface NotPermittedProps {
  /** What it would do, and why it can't. */
  text: string;
  /** Disabled: it takes no focus and says nothing itself. */
  children: ReactNode;
}

/** Stands for an action that isn't permitted: can be focused, and says which permission is missing. */
function NotPermitted({ text, children }: NotPermittedProps) {
  return (
    <EuiToolTip content={text}>
      <span tabIndex={0} role="group" aria-label={text}>
        {children}
      </span>
    </EuiToolTip>
  );
}

/** Names a permission that none of the user's roles has. */
export function missingPermissionText(permission: string): string {
  return i18n.translate('mlModels.missingPermission', {
    defaultMessage: 'None of your roles has the permission {permission}.',
    values: { permission },
  });
}
