import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './errors';

const RETRY_DELAY_MS = 400;

/**
 * How long what was read counts as fresh, in ms, where it is shown again by itself: a page of the
 * list that is turned back to, a tab. What a delete rests on is read again whatever its age, and so
 * is all that a delete, an undeploy or Refresh has made outdated.
 */
export const FRESH_MS = 10_000;

/** Once more where that may help: the server was not reached, or the cluster was not. */
function mayHelp(failures: number, error: unknown): boolean {
  if (failures > 0 || !(error instanceof ApiError)) return false;
  return error.reason === 'server_unreachable' || error.status === 502 || error.status === 503;
}

/** How the application keeps what it read. What is shown was read when the page says so. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: mayHelp,
        retryDelay: RETRY_DELAY_MS,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
    // a failed request is shown in the page
    logger: { log: () => undefined, warn: () => undefined, error: () => undefined },
  });
}
