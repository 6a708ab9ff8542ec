import type { Answer, Contract, Received } from '../../common/http';
import type { Cluster } from '../cluster';
import { readUser } from '../cluster';
import type { Logger } from '../platform';
import { errorAnswer } from './error_answer';
import type { Handle } from './route_registrar';

/** What happened, as one line of the server's log: facts only, no credentials and no documents. */
interface TraceLine {
  event:
    | 'delete_model'
    | 'undeploy_model'
    | 'deploy_model'
    | 'clean_up_model'
    | 'set_auto_deploy'
    | 'set_safe_delete';
  /** As the cluster calls who asked; null where it knows no users or doesn't say. */
  user: string | null;
  data_source_id: string | null;
  /** `done`, or the reason for which it was not, as the route answered it. */
  result: string;
  /** HTTP status of the route's answer; 500 where it broke down. */
  status: number;
  /** From the request's arrival to its answer. */
  duration_ms: number;
  [fact: string]: unknown;
}

/** What is told of a request and of its answer. */
export interface Traced<C extends Contract> {
  event: TraceLine['event'];
  asked(request: Received<C>): Record<string, unknown>;
  answered?(answer: Answer<C>): Record<string, unknown>;
}

async function nameOfUser(cluster: Cluster): Promise<string | null> {
  try {
    return (await readUser(cluster))?.name ?? null;
  } catch {
    // a 401 is told by the route itself
    return null;
  }
}

function outcomeOf(error: unknown): Pick<TraceLine, 'result' | 'status'> & { words?: string } {
  const known = errorAnswer(error);
  if (!known) return { result: 'unexpected', status: 500 };
  const { reason, cluster_message: words } = known.body.attributes ?? {};
  return {
    result: String(reason),
    status: known.statusCode,
    ...(typeof words === 'string' && { words }),
  };
}

function dataSourceIdOf(query: unknown): string | null {
  return (query as { data_source_id?: string }).data_source_id ?? null;
}

/**
 * Lets a handler leave a line in the log for each request, whatever became of it. The answer waits
 * for nothing of it.
 */
export function traced<C extends Contract>(
  logger: Logger,
  { event, asked, answered }: Traced<C>,
  handle: Handle<C>
): Handle<C> {
  return async (cluster, request) => {
    const began = performance.now();
    const user = nameOfUser(cluster);
    const leave = (outcome: Pick<TraceLine, 'result' | 'status'>, more = {}) => {
      const duration = Math.round(performance.now() - began);
      const facts = { ...asked(request), ...outcome, ...more, duration_ms: duration };
      const source = { data_source_id: dataSourceIdOf(request.query) };
      void user.then((name) => {
        const line: TraceLine = { event, user: name, ...source, ...facts };
        logger.info(JSON.stringify(line));
      });
    };
    try {
      const answer = await handle(cluster, request);
      leave({ result: 'done', status: 200 }, answered?.(answer));
      return answer;
    } catch (error) {
      leave(outcomeOf(error));
      throw error;
    }
  };
}
