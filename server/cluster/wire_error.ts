import { ClusterError } from './cluster_error';
import { isRecord, valueAt } from './json';

/** What the cluster's error body says for a person: the innermost reason, else the body's text. */
function words(body: unknown, status: number): { message: string; type: string | null } {
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
 * A proxy's 404 says nothing of what the cluster has: OpenSearch's has a type, is empty, or says that
 * a stored script was not found.
 */
function isMissing(status: number, type: string | null, body: unknown): boolean {
  const isEmpty = isRecord(body) && Object.keys(body).length === 0;
  const isNotFound = valueAt(body, 'found') === false;
  return status === 404 && (type !== null || isEmpty || isNotFound);
}

function answered(status: number, body: unknown): ClusterError {
  const { message, type } = words(body, status);
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
export function fromWire(error: unknown): unknown {
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
