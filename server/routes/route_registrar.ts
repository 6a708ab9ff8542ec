import type { Answer, Contract, Received } from '../../common/http';
import type { Cluster } from '../cluster';
import type { Logger, Router } from '../platform';
import { errorAnswer } from './error_answer';
import { requestCluster } from './request_cluster';
import { validatorOf } from './validation';

/** Answers one route from the cluster that the request is about. */
export type Handle<C extends Contract> = (
  cluster: Cluster,
  request: Received<C>
) => Promise<Answer<C>>;

export type RegisterRoute = <C extends Contract>(contract: C, handle: Handle<C>) => void;

/** What every query of the contract has. */
function dataSourceIdOf(query: unknown): string | undefined {
  const { data_source_id: id } = query as { data_source_id?: string };
  return id;
}

/**
 * Registers routes of the contract: validates, finds the cluster, maps the domain's errors and
 * rethrows the rest, so that a 401 reaches the platform. `onChange` is told before and after each
 * request that may change something.
 */
export function routeRegistrar(
  router: Router,
  logger: Logger,
  onChange: () => void
): RegisterRoute {
  return (contract, handle) => {
    const { method, path, params, query, body } = contract;
    const changes = method !== 'get' && contract.reads !== true;
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
        if (changes) onChange();
        try {
          const cluster = await requestCluster(context, dataSourceIdOf(request.query));
          const received = request as Received<typeof contract>;
          return response.ok({ body: await handle(cluster, received) });
        } catch (error) {
          const known = errorAnswer(error);
          if (!known) throw error;
          logger.debug(`${method.toUpperCase()} ${path}: ${known.statusCode} ${String(error)}`);
          return response.customError(known);
        } finally {
          if (changes) onChange();
        }
      }
    );
  };
}
