import { i18n } from '@osd/i18n';

/** Names a permission that none of the user's roles has. */
export function missingPermissionWords(permission: string): string {
  return i18n.translate('mlModels.missingPermission', {
    defaultMessage: 'None of your roles has the permission {permission}.',
    values: { permission },
  });
}
