import type { ClusterError } from '../cluster';

/** Whether there was an answer, and it did not come through. */
export function wasLost({ kind }: ClusterError): boolean {
  return kind === 'malformed' || kind === 'timeout' || kind === 'unreachable';
}

/**
 * Whether what was asked for may have been done all the same: the answer was lost, or something on
 * the way, such as a proxy that would not wait, answered in its place.
 */
export function leavesOpen(error: ClusterError): boolean {
  return wasLost(error) || (error.status !== null && error.status >= 500);
}
