import React from 'react';
import type { ReactElement } from 'react';
import type { Permissions } from '../../common/deletion';
import { missingPermissionWords, NotPermitted } from '../components';
import { usePermission } from './use_permissions';

interface Props {
  action: keyof Permissions;
  /** What the action does. */
  label: string;
  children(isForbidden: boolean): ReactElement;
}

/** An action that needs a permission: where the user lacks it, it is disabled, and says which. */
export function Permitted({ action, label, children }: Props) {
  const permission = usePermission(action);
  if (permission.allowed !== false) return children(false);
  return (
    <NotPermitted words={`${label}: ${missingPermissionWords(permission.missing)}`}>
      {children(true)}
    </NotPermitted>
  );
}
