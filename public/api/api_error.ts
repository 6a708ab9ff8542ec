import { i18n } from '@osd/i18n';
import type { Review } from '../../common/dependents';
import type { ErrorCause, ErrorReason } from '../../common/http';
import type { HttpError } from '../platform';

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
  /** What stands behind it, where the server knows more than its reason. */
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

  /** The cluster's words, else the server's. */
  get words(): string {
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
      message ??
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
