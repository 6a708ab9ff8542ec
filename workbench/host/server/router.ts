import type { Request, ResponseToolkit, Server, ServerRoute } from '@hapi/hapi';
import type {
  Logger,
  RequestHandlerContext,
  RouteConfig,
  RouteHandler,
  Router,
} from '../../../server/platform';
import type { DataSources } from './data_sources';
import { errorAnswer } from './error_answer';
import type { OpenSearchAccess } from './opensearch_access';
import { unauthorized } from './opensearch_access';
import { answerOf, responseFactory } from './response_factory';
import { validatePart, ValidationError } from './validation';

type Method = 'get' | 'post' | 'put' | 'delete';

/** A router as the platform gives one to a plugin, on hapi. */
export function createRouter(
  server: Server,
  opensearch: OpenSearchAccess,
  logger: Logger,
  dataSources?: DataSources
): Router {
  const register =
    (method: Method) =>
    <P, Q, B>(config: RouteConfig<P, Q, B>, handler: RouteHandler<P, Q, B>): void => {
      const route: ServerRoute = {
        method,
        path: config.path,
        handler: (request, toolkit) =>
          answer({ request, toolkit, config, handler, opensearch, dataSources, logger }),
      };
      server.route(route);
    };
  return {
    get: register('get'),
    post: register('post'),
    put: register('put'),
    delete: register('delete'),
  };
}

interface Call<P, Q, B> {
  request: Request;
  toolkit: ResponseToolkit;
  config: RouteConfig<P, Q, B>;
  handler: RouteHandler<P, Q, B>;
  opensearch: OpenSearchAccess;
  dataSources: DataSources | undefined;
  logger: Logger;
}

async function answer<P, Q, B>(call: Call<P, Q, B>) {
  const { toolkit, logger } = call;
  try {
    return toHapi(toolkit, await run(call));
  } catch (error) {
    if (error instanceof ValidationError) {
      return errorAnswer(toolkit, { statusCode: 400, message: error.message });
    }
    logger.error(error instanceof Error ? error : String(error));
    const refusal = unauthorized(error);
    if (refusal) {
      return errorAnswer(toolkit, {
        statusCode: 401,
        message: refusal.message,
        headers: { 'www-authenticate': refusal.authenticate },
      });
    }
    return errorAnswer(toolkit, {
      statusCode: 500,
      message: 'An internal server error occurred.',
    });
  }
}

function toHapi(toolkit: ResponseToolkit, response: unknown) {
  const answer = answerOf(response);
  if (!answer) {
    throw new Error(
      `Unexpected result from Route Handler. Expected OpenSearchDashboardsResponse, but given: ${typeof response}.`
    );
  }
  if (answer.error) return errorAnswer(toolkit, { statusCode: answer.statusCode, ...answer.error });
  const made = toolkit.response(answer.body as object).code(answer.statusCode);
  for (const [name, value] of Object.entries(answer.headers)) made.header(name, value);
  return made;
}

/** Says so once where the connection ends before the answer does. */
function abortedOf({ raw: { res } }: Request) {
  return {
    subscribe(next: () => void) {
      const onClose = () => {
        if (!res.writableEnded) next();
      };
      res.once('close', onClose);
      return { unsubscribe: () => void res.off('close', onClose) };
    },
  };
}

function run<P, Q, B>({ request, config, handler, opensearch, dataSources }: Call<P, Q, B>) {
  const { validate } = config;
  const received = {
    params: validatePart(validate.params, request.params, 'request params'),
    query: validatePart(validate.query, request.query, 'request query'),
    body: validatePart(validate.body, request.payload, 'request body'),
    headers: request.headers,
    events: { aborted$: abortedOf(request) },
  };
  const authorization: unknown = request.headers.authorization;
  const client = opensearch.asUser(typeof authorization === 'string' ? authorization : undefined);
  const context: RequestHandlerContext = {
    core: { opensearch: { client: { asCurrentUser: client } } },
    ...(dataSources && { dataSource: { opensearch: dataSources } }),
  };
  return handler(context, received, responseFactory);
}
