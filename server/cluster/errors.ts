import type { ErrorCause } from '../../common/contracts/errors';
import { isRecord, valueAt } from './json';
import { redactSecretText } from './secrets';

/**
 * - `unreachable`: no connection; `timeout`: no answer in time, the outcome is not known
 * - `forbidden`: 403; `not_found`: OpenSearch's own 404; `rejected`: any other refusal
 * - `malformed`: an answer that isn't what the API promises
 * - `data_source`: the data source itself can't be used
 */
export type ClusterErrorKind =
  'unreachable' | 'timeout' | 'forbidden' | 'not_found' | 'rejected' | 'malformed' | 'data_source';

/**
 * What the cluster, or the way to it, said instead of an answer. `message` is in its own words,
 * without the secrets of a request or a definition that they may repeat: it is shown and logged.
 */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';

  constructor(
    readonly kind: ClusterErrorKind,
    message: string,
    /** HTTP status, where there was an answer that had one. */
    readonly status: number | null = null,
    /** OpenSearch's type of error, such as `index_not_found_exception`. */
    readonly type: string | null = null,
    /** The answer's body as it came. */
    readonly body: unknown = undefined
  ) {
    super(redactSecretText(message));
  }
}

/** Whoever asked has gone: nothing is read for them any more. */
export function givenUp(): ClusterError {
  return new ClusterError('unreachable', 'The request was given up.');
}

/** What the cluster's error body says for a person: the innermost reason, else the body's text. */
function readErrorBody(body: unknown, status: number): { message: string; type: string | null } {
  const error = valueAt(body, 'error');
  if (isRecord(error)) {
    const cause = error.caused_by;
    const reason = typeof error.reason === 'string' ? error.reason : null;
    const causeReason = isRecord(cause) && typeof cause.reason === 'string' ? cause.reason : null;
    return {
      message: reason ?? causeReason ?? `HTTP ${status}`,
      type: typeof error.type === 'string' ? error.type : null,
    };
  }
  if (typeof error === 'string') return { message: error, type: null };
  if (typeof body === 'string' && body.trim() !== '') return { message: body.trim(), type: null };
  return { message: `HTTP ${status}`, type: null };
}

/**
 * A proxy's 404 says nothing of what the cluster has: OpenSearch's has a type, is empty, or says
 * that a stored script was not found.
 */
function isMissing(status: number, type: string | null, body: unknown): boolean {
  const isEmpty = isRecord(body) && Object.keys(body).length === 0;
  const isNotFound = valueAt(body, 'found') === false;
  return status === 404 && (type !== null || isEmpty || isNotFound);
}

function answered(status: number, body: unknown): ClusterError {
  const { message, type } = readErrorBody(body, status);
  if (status === 403) return new ClusterError('forbidden', message, status, type, body);
  const kind = isMissing(status, type, body) ? 'not_found' : 'rejected';
  return new ClusterError(kind, message, status, type, body);
}

/**
 * The domain's error for an answer of status 4xx or 5xx that was read as text. A proxy's page is a
 * refusal; what should be JSON and isn't may be the end of another request's.
 */
export function refusal(status: number, text: string, isJson: boolean): ClusterError {
  if (!isJson || text === '') return answered(status, text);
  try {
    return answered(status, JSON.parse(text));
  } catch {
    return new ClusterError('malformed', text);
  }
}

/**
 * Turns what the OpenSearch client throws into the domain's error. Told apart by name, since a
 * data source's client comes from another copy of the library.
 * A 401 and whatever is not the client's are returned as they are: the platform handles a 401.
 */
export function toClusterError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  switch (error.name) {
    case 'ResponseError': {
      const status = 'statusCode' in error ? Number(error.statusCode) : 500;
      if (status === 401) return error;
      return answered(status, 'body' in error ? error.body : undefined);
    }
    case 'DeserializationError':
      return new ClusterError('malformed', error.message);
    case 'TimeoutError':
      return new ClusterError('timeout', error.message);
    case 'ConnectionError':
    case 'NoLivingConnectionsError':
    case 'RequestAbortedError':
      return new ClusterError('unreachable', error.message);
    default:
      return error;
  }
}

/**
 * The action in `no permissions for [cluster:admin/…] and User [name=…]`, which is how the security
 * plugin refuses (PrivilegesEvaluator; seen on 2.19). Null where it names none, or where it wasn't
 * the security plugin.
 */
export function missingPermission({ kind, type, message }: ClusterError): string | null {
  if (kind !== 'forbidden' || type !== 'security_exception') return null;
  return /^no permissions for \[([^\]]+)\]/.exec(message)?.[1] ?? null;
}

/**
 * ML Commons' words for what its status alone doesn't say, the same on 2.19.6 and 3.6.0. The first
 * is its answer for a hidden model as well as for one of another group (ModelAccessControlHelper,
 * DeleteModelTransportAction); undeploying has words of its own (TransportUndeployModelsAction).
 */
const CAUSES: ReadonlyArray<[ErrorCause, RegExp]> = [
  ['others_model', /^User doesn't have privilege to perform this operation on this model$/],
  ['others_model', /^No permission to undeploy model /],
  // the helper's check by resource sharing, 3.3 and later
  ['not_shared', /^User .* is not authorized to perform action .* on ml-model-group id: /],
  // TenantAwareHelper
  ['no_tenant', /^You don't have permission to access this resource$/],
  ['cleanup_failed', /^Model is not all cleaned up, please try again\./],
  ['group_missing', /^Fail to find model group$/],
  // OpenSearch's answer for an API of no plugin; a model's exists since the first ML Commons
  ['no_ml_commons', /^no handler found for uri \[\/_plugins\/_ml\/models\b/],
  // MLModelState and FunctionName, for a value of another version
  ['unreadable_model', /^Wrong (model state|function name)$/],
];

/** What Java throws where a part of a document is missing, or is none that ML Commons knows. */
const OF_A_DOCUMENT =
  /^(illegal_argument|null_pointer|class_cast|number_format|parsing|x_content_parse|opensearch_parse)_exception$/;

/**
 * Whether ML Commons, asked for one model, says that it can't make anything of its document, such
 * as of one without `additional_config` after an upgrade (ml-commons #4999, #5057; seen on 3.6.0)
 * or with a framework of another version (seen on 2.19.6 too): 400 or 500. Searches show it all the
 * same, since they pass documents on as they are.
 */
export function isUnreadableModel({ kind, status, type }: ClusterError): boolean {
  const ofMlCommons = kind === 'rejected' && (status === 400 || status === 500);
  return ofMlCommons && OF_A_DOCUMENT.test(type ?? '');
}

/**
 * The cause of an error of the cluster; null where its words are not known, or mean nothing
 * but what its kind says. A model whose document lacks its state or its function is answered with
 * 500 null_pointer_exception.
 */
export function causeOf(error: ClusterError): ErrorCause | null {
  if (missingPermission(error) !== null) return 'missing_permission';
  if (error.status === 500 && error.type === 'null_pointer_exception') return 'unreadable_model';
  if (error.status === null) return null;
  return CAUSES.find(([, pattern]) => pattern.test(error.message))?.[0] ?? null;
}

/** Whether there was a response, or may have been, that didn't come through. */
export function isResponseLost({ kind }: ClusterError): boolean {
  return kind === 'malformed' || kind === 'timeout' || kind === 'unreachable';
}

/**
 * Whether what was asked for may have been done all the same: the response was lost, or something
 * on the way, such as a proxy that would not wait, answered in its place.
 */
export function isOutcomeUnknown(error: ClusterError): boolean {
  return isResponseLost(error) || (error.status !== null && error.status >= 500);
}
