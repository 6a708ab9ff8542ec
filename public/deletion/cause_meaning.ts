import { i18n } from '@osd/i18n';
import type { ErrorCause } from '../../common/http';

/** What stands behind an error, and what to do about it. */
export function causeMeaning(cause: ErrorCause, permission = ''): string {
  switch (cause) {
    case 'missing_permission':
      return i18n.translate('mlModels.cause.missingPermission', {
        defaultMessage:
          'None of your roles has the permission {permission}. An admin of the cluster can give it to you.',
        values: { permission },
      });
    case 'others_model':
      return i18n.translate('mlModels.cause.othersModel', {
        defaultMessage:
          'Your roles allow it, but not for this model: its group belongs to others, or the model is hidden. The group’s owner or an admin of the cluster can do it; with a hidden model only whoever has the cluster’s admin certificate.',
      });
    case 'not_shared':
      return i18n.translate('mlModels.cause.notShared', {
        defaultMessage:
          'Your roles allow it, but the model’s group isn’t shared with you for that. Ask its owner to share it with full access.',
      });
    case 'no_tenant':
      return i18n.translate('mlModels.cause.noTenant', {
        defaultMessage:
          'This cluster keeps the models of tenants apart and wasn’t told which tenant asks. Use a client that sends the header x-tenant-id.',
      });
    case 'cleanup_failed':
      return i18n.translate('mlModels.cause.cleanupFailed', {
        defaultMessage:
          'Some of its content, or its controller, could not be deleted. Trying again is safe: it deletes only what is left.',
      });
    case 'group_missing':
      return i18n.translate('mlModels.cause.groupMissing', {
        defaultMessage:
          'The model’s group doesn’t exist any more, so ML Commons can’t tell whose model it is. A user with the role all_access can still delete it.',
      });
    case 'unreadable_model':
      return i18n.translate('mlModels.cause.unreadableModel', {
        defaultMessage:
          'ML Commons can’t read its document of this model: a part is missing, or comes from another version. If only the state is missing, undeploying the model once writes it anew.',
      });
  }
}
