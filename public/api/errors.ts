import { i18n } from '@osd/i18n';
import type { ErrorCause, ErrorReason } from '../../common/contracts/errors';
import type { Review } from '../../common/dependents/review';
import type { HttpError } from '../platform/types';

/** `server_unreachable`: no answer at all; `unexpected`: an answer that is not the plugin's own. */
export type ApiErrorReason = ErrorReason | 'server_unreachable' | 'unexpected';

interface Details {
  reason: ApiErrorReason;
  /** Null where there was no answer. */
  status: number | null;
  cluster_message?: string;
  cause?: ErrorCause;
  permission?: string;
  review?: Review;
}

/** Why a call was not answered as asked: the one error type that the API rejects with. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly reason: ApiErrorReason;
  readonly status: number | null;
  /** The cluster's own words, where it said any. */
  readonly cluster_message: string | undefined;
  /** The cause of it, where the server knows more than its reason. */
  readonly cause: ErrorCause | undefined;
  /** The permission that is missing, by the name that it has in roles. */
  readonly permission: string | undefined;
  /** The review as it is now, where a delete did not happen and the model could be looked at. */
  readonly review: Review | undefined;

  constructor(message: string, details: Details) {
    super(message);
    this.reason = details.reason;
    this.status = details.status;
    this.cluster_message = details.cluster_message;
    this.cause = details.cause;
    this.permission = details.permission;
    this.review = details.review;
  }

  /** The cluster's message, else the server's. */
  get displayMessage(): string {
    return this.cluster_message || this.message;
  }
}

/** The `ApiError` that was thrown, or what else was, as one. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ApiError(message, { reason: 'unexpected', status: null });
}

/** What `http.fetch` rejected with, as the plugin's error. */
export function fromHttpError(error: unknown): ApiError {
  const { body, response, message } = error as Partial<HttpError>;
  if (!response) {
    return new ApiError(
      i18n.translate('mlModels.api.serverUnreachable', {
        defaultMessage: 'The OpenSearch Dashboards server could not be reached.',
      }),
      { reason: 'server_unreachable', status: null }
    );
  }
  const attributes = field(body, 'attributes');
  return new ApiError(
    text(field(body, 'message')) ??
      text(message) ??
      i18n.translate('mlModels.api.noMessage', {
        defaultMessage: 'The server answered with an error and no message.',
      }),
    {
      // our own server's answer: typed by the contract, not checked again
      reason: (text(field(attributes, 'reason')) ?? 'unexpected') as ApiErrorReason,
      status: response.status,
      cluster_message: text(field(attributes, 'cluster_message')),
      cause: field(attributes, 'cause') as ErrorCause | undefined,
      permission: text(field(attributes, 'permission')),
      review: field(attributes, 'review') as Review | undefined,
    }
  );
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether a delete that was answered so may have happened all the same. */
export function isOutcomeUnknown({ reason, status }: ApiError): boolean {
  switch (reason) {
    case 'timeout':
    case 'unreachable':
    case 'server_unreachable':
    case 'malformed_answer':
      return true;
    default:
      // a gateway in between, or a server that broke down
      return status === null || (reason === 'unexpected' && status >= 500);
  }
}

/** What an error means for the admin and what to do. */
export function errorMeaning(error: ApiError): string {
  if (error.cause) return causeMeaning(error.cause, error.permission);
  if (isOutcomeUnknown(error)) {
    return i18n.translate('mlModels.delete.meaning.open', {
      defaultMessage:
        'Check again once the cluster answers: then you are told whether the model is gone.',
    });
  }
  switch (error.reason) {
    case 'forbidden':
      return i18n.translate('mlModels.delete.meaning.forbidden', {
        defaultMessage: 'You lack a permission of the cluster. Ask one of its admins.',
      });
    case 'data_source_unavailable':
      return unusableText();
    default:
      return i18n.translate('mlModels.delete.meaning.other', {
        defaultMessage: 'Nothing was deleted. Check again to see the model as it is now.',
      });
  }
}

/** The same where the review itself could not be read. */
export function reviewErrorMeaning(error: ApiError): string {
  return error.cause || error.reason === 'forbidden' || error.reason === 'data_source_unavailable'
    ? errorMeaning(error)
    : i18n.translate('mlModels.delete.meaning.review', {
        defaultMessage: 'Nothing was deleted. Without a review there is no delete: check again.',
      });
}

/** The cause of an error, and what to do about it. */
function causeMeaning(cause: ErrorCause, permission = ''): string {
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

/** What to do where the platform could not use a data source. */
export function unusableText(): string {
  return i18n.translate('mlModels.dataSource.unusable', {
    defaultMessage: 'The data source could not be used. Choose another or check its settings.',
  });
}
