import { setMaxListeners } from 'events';
import type { z } from 'zod';
import { i18n } from '@osd/i18n';
import type { Api, RouteKey } from '../../common/contracts/api';
import type { Answer, Contract, Received } from '../../common/contracts/contract';
import type { ReadProgress } from '../../common/dependents/coverage';
import { clusterOf } from '../cluster/cluster';
import type { Cluster } from '../cluster/cluster';
import { readUser } from '../cluster/cluster_info';
import { ClusterError, givenUp } from '../cluster/errors';
import type { SavedHistory } from '../history/saved_history';
import type {
  Logger,
  OpenSearchClient,
  RequestHandlerContext,
  RouterRequest,
  Router,
  ValidationFunction,
} from '../platform';
import { type DomainErrorAnswer, toErrorAnswer } from './error_answer';
import {
  acceptsEvents,
  createProgressStream,
  endsSoon,
  endStream,
  EVENT_STREAM_HEADERS,
} from './progress_stream';
import type { Ending } from './progress_stream';

/** Answers one route from the cluster that the request is about; `report` where its progress is awaited. */
type Handle<C extends Contract> = (
  cluster: Cluster,
  request: Received<C>,
  report?: (progress: ReadProgress) => void
) => Promise<Answer<C>>;

/** What one line of the server's log says: facts only, no credentials and no documents. */
interface TraceLine {
  event:
    | 'delete_model'
    | 'delete_connector'
    | 'delete_model_group'
    | 'undeploy_model'
    | 'deploy_model'
    | 'clean_up_model'
    | 'set_auto_deploy'
    | 'replace_model'
    | 'revert_replacement'
    | 'swap_connector'
    | 'embed_again'
    | 'cancel_embedding'
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

/** Makes a route leave a line in the log for each request, and says what of it is in the line. */
interface Trace<C extends Contract> {
  event: TraceLine['event'];
  describeRequest(request: Received<C>): Record<string, unknown>;
  /** Left out where the answer says nothing new. */
  describeAnswer?(answer: Answer<C>): Record<string, unknown>;
}

/** Registers the route `METHOD /path`; the compiler refuses the contract of another one. */
type RegisterRoute = <K extends RouteKey>(
  key: K,
  contract: Api[K],
  handle: Handle<Api[K]>,
  trace?: Trace<Api[K]>
) => void;

/** How much of what was sent a refusal repeats, in characters. */
const MOST_REPEATED = 200;

function shorten(text: string): string {
  return text.length > MOST_REPEATED ? `${text.slice(0, MOST_REPEATED)}…` : text;
}

/**
 * The platform's validation function for a schema of the contract. The platform itself puts the
 * part of the request before the place and the message: `[request query.size]: …`.
 */
function validatorOf<S extends z.ZodType>(schema: S): ValidationFunction<z.output<S>> {
  return (sent, { ok, badRequest }) => {
    const result = schema.safeParse(sent);
    if (result.success) return ok(result.data);
    const [issue] = result.error.issues;
    return badRequest(
      shorten(issue?.message ?? 'not valid'),
      issue?.path.map((step) => shorten(String(step)))
    );
  };
}

async function dataSourceClient(
  context: RequestHandlerContext,
  dataSourceId: string
): Promise<OpenSearchClient> {
  if (!context.dataSource) {
    throw new ClusterError(
      'data_source',
      i18n.translate('mlModels.server.dataSourcesOff', {
        defaultMessage: 'Multiple data sources are not enabled here.',
      })
    );
  }
  try {
    return await context.dataSource.opensearch.getClient(dataSourceId);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('statusCode' in error && error.statusCode === 401) throw error;
    throw new ClusterError('data_source', error.message);
  }
}

/**
 * The cluster that a request is about, with the permissions of the request's user.
 * @throws ClusterError `data_source` where the data source can't be used
 */
async function requestCluster(
  context: RequestHandlerContext,
  dataSourceId: string | null,
  signal: AbortSignal | undefined
): Promise<Cluster> {
  return clusterOf(
    dataSourceId === null
      ? context.core.opensearch.client.asCurrentUser
      : await dataSourceClient(context, dataSourceId),
    signal
  );
}

/** What is in a text is the cluster's: no browser may take it for a page. */
const TEXT_HEADERS = {
  'content-type': 'text/plain; charset=utf-8',
  'x-content-type-options': 'nosniff',
};

/** What ends the reading for a request once whoever asked has gone. */
function createReading({ aborted$ }: RouterRequest<unknown, unknown, unknown>['events']) {
  const controller = new AbortController();
  // each request to the cluster listens
  setMaxListeners(0, controller.signal);
  const abandon = () => controller.abort(givenUp());
  aborted$.subscribe(abandon);
  return { signal: controller.signal, abandon };
}

/** What every query of the contract has; null for the local cluster. */
export function dataSourceIdOf(query: unknown): string | null {
  return (query as { data_source_id?: string }).data_source_id ?? null;
}

async function userName(cluster: Cluster): Promise<string | null> {
  try {
    return await readUser(cluster);
  } catch {
    // a 401 is answered by the route itself
    return null;
  }
}

/** Where the lines of requests go. */
interface Log {
  logger: Logger;
  /** Null where it isn't turned on. */
  history: SavedHistory | null;
}

type Outcome = Pick<TraceLine, 'result' | 'status'> & Record<string, unknown>;

function describeFailure(answer: DomainErrorAnswer | undefined): Outcome {
  if (!answer) return { result: 'unexpected', status: 500 };
  const { reason, cluster_message: words } = answer.body.attributes;
  return { result: reason, status: answer.statusCode, ...(words !== undefined && { words }) };
}

/** Begins the line of a request; what it gives writes the line. No answer waits for that. */
function beginLine<C extends Contract>(
  { logger, history }: Log,
  { event, describeRequest }: Trace<C>,
  cluster: Cluster,
  request: Received<C>
): (outcome: Outcome) => void {
  const began = performance.now();
  const user = userName(cluster);
  return (outcome) => {
    const duration = Math.round(performance.now() - began);
    const facts = { ...describeRequest(request), ...outcome, duration_ms: duration };
    const source = { data_source_id: dataSourceIdOf(request.query) };
    void user.then((name) => {
      const line: TraceLine = { event, user: name, ...source, ...facts };
      logger.info(JSON.stringify(line));
      history?.save(line).catch((error: unknown) => {
        logger.warn(`The history of models couldn’t be saved: ${String(error)}`);
      });
    });
  };
}

/**
 * Gives what registers one route: it validates as the contract says, finds the cluster, leaves the
 * line in the log, and answers with the domain's errors. Any other error is rethrown, so that a
 * 401 reaches the platform.
 */
export function routeRegistrar(router: Router, log: Log): RegisterRoute {
  const { logger } = log;
  return (key, contract, handle, trace) => {
    const {
      method,
      reads = method === 'get',
      reportsProgress,
      isText,
      path,
      params,
      query,
      body,
    }: Contract = contract;
    router[method](
      {
        path,
        validate: {
          params: validatorOf(params),
          query: validatorOf(query),
          ...(method !== 'get' && { body: validatorOf(body) }),
        },
      },
      async (context, request, response) => {
        const received = request as Received<typeof contract>;
        // what changes something goes on, whoever waits for it
        const reading = reads ? createReading(request.events) : null;
        const progress =
          reading && reportsProgress && acceptsEvents(request.headers)
            ? createProgressStream(reading.abandon)
            : null;

        const run = async (): Promise<Ending<Answer<typeof contract>>> => {
          let writeLine: ((outcome: Outcome) => void) | undefined;
          try {
            const dataSourceId = dataSourceIdOf(request.query);
            const cluster = await requestCluster(context, dataSourceId, reading?.signal);
            writeLine = trace && beginLine(log, trace, cluster, received);
            const answer = await handle(cluster, received, progress?.report);
            writeLine?.({ result: 'done', status: 200, ...trace?.describeAnswer?.(answer) });
            return { answer };
          } catch (error) {
            const known = toErrorAnswer(error);
            writeLine?.(describeFailure(known));
            if (!known) throw error;
            logger.debug(`${key}: ${known.statusCode} ${String(error)}`);
            return { error: known };
          }
        };

        const running = run();
        if (progress && !(await endsSoon(running))) {
          void endStream(progress, running, logger);
          return response.ok({ body: progress.body, headers: EVENT_STREAM_HEADERS });
        }
        const ending = await running;
        return ending.error
          ? response.customError(ending.error)
          : response.ok({ body: ending.answer, ...(isText && { headers: TEXT_HEADERS }) });
      }
    );
  };
}
