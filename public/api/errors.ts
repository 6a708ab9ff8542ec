import { i18n } from '@osd/i18n';
import type { ErrorCause, ErrorReason } from '../../common/contracts/errors';
import type { Review } from '../../common/dependents/review';
import type { Journal } from '../../common/replacement/journal';
import type { Change } from '../../common/replacement/plan';
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
  change?: Change;
  journal?: Journal;
  now?: Record<string, unknown>;
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
  /** The change as it would be now, where a replacement was stopped. */
  readonly change: Change | undefined;
  /** Of a write that has led to something else than planned. */
  readonly journal: Journal | undefined;
  /** A dependent as it is now, where it is another than expected. */
  readonly now: Record<string, unknown> | undefined;

  constructor(message: string, details: Details) {
    super(message);
    this.reason = details.reason;
    this.status = details.status;
    this.cluster_message = details.cluster_message;
    this.cause = details.cause;
    this.permission = details.permission;
    this.review = details.review;
    this.change = details.change;
    this.journal = details.journal;
    this.now = details.now;
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
        defaultMessage: 'Couldn’t reach the OpenSearch Dashboards server.',
      }),
      { reason: 'server_unreachable', status: null }
    );
  }
  const attributes = field(body, 'attributes');
  return new ApiError(
    text(field(body, 'message')) ??
      text(message) ??
      i18n.translate('mlModels.api.noMessage', {
        defaultMessage: 'The server returned an error without a message.',
      }),
    {
      // our own server's answer: typed by the contract, not checked again
      reason: (text(field(attributes, 'reason')) ?? 'unexpected') as ApiErrorReason,
      status: response.status,
      cluster_message: text(field(attributes, 'cluster_message')),
      cause: field(attributes, 'cause') as ErrorCause | undefined,
      permission: text(field(attributes, 'permission')),
      review: field(attributes, 'review') as Review | undefined,
      change: field(attributes, 'change') as Change | undefined,
      journal: field(attributes, 'journal') as Journal | undefined,
      now: field(attributes, 'now') as Record<string, unknown> | undefined,
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

/** Whether nothing of the cluster can be read, so that every part of a page fails alike. */
export function isWholeCluster({ reason, cause }: ApiError): boolean {
  switch (reason) {
    case 'unreachable':
    case 'server_unreachable':
    case 'data_source_unavailable':
      return true;
    default:
      return cause === 'no_ml_commons';
  }
}

/**
 * Whether every delete after it would be answered the same: the way to the cluster is lost, or the
 * session is over. Going on would leave hundreds of deletes whose outcome is unknown.
 */
export function isFatal({ reason, status }: ApiError): boolean {
  switch (reason) {
    case 'server_unreachable':
    case 'unreachable':
    case 'data_source_unavailable':
      return true;
    default:
      return status === 401;
  }
}

/** What an error means for the admin and what to do. */
export function errorMeaning(error: ApiError): string {
  if (error.cause) return causeMeaning(error.cause, error.permission);
  if (isOutcomeUnknown(error)) {
    return i18n.translate('mlModels.delete.meaning.open', {
      defaultMessage:
        'Once the cluster responds, check again to see whether the model was deleted.',
    });
  }
  switch (error.reason) {
    case 'forbidden':
      return i18n.translate('mlModels.delete.meaning.forbidden', {
        defaultMessage: 'You don’t have a permission that this needs. Ask a cluster admin.',
      });
    case 'data_source_unavailable':
      return unusableText();
    default:
      return i18n.translate('mlModels.delete.meaning.other', {
        defaultMessage: 'Nothing was deleted. Check again to see the model’s current state.',
      });
  }
}

/** The same where the review itself could not be read. */
export function reviewErrorMeaning(error: ApiError): string {
  return error.cause || error.reason === 'forbidden' || error.reason === 'data_source_unavailable'
    ? errorMeaning(error)
    : i18n.translate('mlModels.delete.meaning.review', {
        defaultMessage: 'Nothing was deleted. Check again: a delete needs a complete review.',
      });
}

/** The cause of an error, and what to do about it. */
function causeMeaning(cause: ErrorCause, permission = ''): string {
  switch (cause) {
    case 'missing_permission':
      return i18n.translate('mlModels.cause.missingPermission', {
        defaultMessage:
          'None of your roles has the permission {permission}. Ask a cluster admin for it.',
        values: { permission },
      });
    case 'others_model':
      return i18n.translate('mlModels.cause.othersModel', {
        defaultMessage:
          'You don’t have access to this model. Ask the group owner or a cluster admin. Only a client with the cluster’s admin certificate can access a hidden model.',
      });
    case 'not_shared':
      return i18n.translate('mlModels.cause.notShared', {
        defaultMessage:
          'The model’s group isn’t shared with you for this action. Ask the group owner to share it with full access.',
      });
    case 'no_tenant':
      return i18n.translate('mlModels.cause.noTenant', {
        defaultMessage:
          'This cluster separates the models of tenants, and the request named none. Use a client that sends the header x-tenant-id.',
      });
    case 'cleanup_failed':
      return i18n.translate('mlModels.cause.cleanupFailed', {
        defaultMessage:
          'Couldn’t delete all content or the controller of the model. Deleting again removes only what is left.',
      });
    case 'group_missing':
      return i18n.translate('mlModels.cause.groupMissing', {
        defaultMessage:
          'The model’s group no longer exists, so ML Commons can’t check who owns the model. A user with the role all_access can delete it.',
      });
    case 'no_ml_commons':
      return i18n.translate('mlModels.cause.noMlCommons', {
        defaultMessage:
          'This cluster doesn’t have ML Commons. Install the plugin opensearch-ml on each node, or choose another data source.',
      });
    case 'unreadable_model':
      return i18n.translate('mlModels.cause.unreadableModel', {
        defaultMessage:
          'ML Commons can’t read the document of this model: a part is missing or was written by another version. If only the state is missing, undeploy the model once to restore it.',
      });
  }
}

/** What to do where the platform could not use a data source. */
function unusableText(): string {
  return i18n.translate('mlModels.dataSource.unusable', {
    defaultMessage: 'Couldn’t use the data source. Choose another one or check its settings.',
  });
}
