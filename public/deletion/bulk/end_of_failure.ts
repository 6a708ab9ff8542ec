import type { ApiError } from '../../api';
import { isOutcomeOpen } from '../error_meaning';
import type { ModelEnd } from './run_state';

/** What became of a model whose delete was answered with an error. */
export function endOfFailure(error: ApiError): ModelEnd {
  const { reason, review, words } = error;
  if (error.cause === 'cleanup_failed') return { kind: 'half_deleted', error };
  switch (reason) {
    case 'not_found':
      return { kind: 'gone', words };
    case 'changed':
    case 'refused':
    case 'undeploy_first':
    case 'incomplete':
    case 'breaks':
      return review ? { kind: 'stopped', reason, words, review } : { kind: 'failed', error };
    default:
      return { kind: isOutcomeOpen(error) ? 'unknown' : 'failed', error };
  }
}

/**
 * Whether every delete after it would be answered the same: the way to the cluster is lost, or the
 * session is over. Going on would leave hundreds of models whose outcome is unknown.
 */
export function breaksOff({ reason, status }: ApiError): boolean {
  switch (reason) {
    case 'server_unreachable':
    case 'unreachable':
    case 'data_source_unavailable':
      return true;
    default:
      return status === 401;
  }
}
