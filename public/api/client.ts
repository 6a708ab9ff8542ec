import type { Api, RouteKey } from '../../common/contracts/api';
import type { Answer, Sent } from '../../common/contracts/contract';
import type { HttpFetchOptions, HttpStart } from '../platform/types';
import { type ApiError, asApiError, fromHttpError } from './errors';

/** A part of a call that may be left out where the route takes nothing there. */
type Part<Name extends string, T> =
  Record<never, never> extends T ? Partial<Record<Name, T>> : Record<Name, T>;

/** What a call of a route sends. */
export type Call<K extends RouteKey> = Part<'params', Sent<Api[K]>['params']> &
  Part<'query', Omit<Sent<Api[K]>['query'], 'data_source_id'>> &
  Part<'body', Sent<Api[K]>['body']> & { signal?: AbortSignal };

export interface ApiClient {
  /** Rejects with an `ApiError`; with the platform's own error where `signal` was aborted. */
  call<K extends RouteKey>(route: K, call: Call<K>): Promise<Answer<Api[K]>>;
}

interface AnyCall {
  params?: Record<string, string>;
  query?: HttpFetchOptions['query'];
  body?: unknown;
  signal?: AbortSignal;
}

/** The plugin's own routes, typed by the contract, on one data source. */
export function createApi(http: HttpStart, dataSourceId?: string): ApiClient {
  return {
    async call<K extends RouteKey>(route: K, call: Call<K>) {
      const [method = '', path = ''] = route.split(' ');
      const { params = {}, query, body, signal } = call as AnyCall;
      try {
        const answer = await http.fetch(fillPath(path, params), {
          method,
          query: dataSourceId === undefined ? query : { ...query, data_source_id: dataSourceId },
          ...(body !== undefined && { body: JSON.stringify(body) }),
          ...(signal && { signal }),
        });
        return answer as Answer<Api[K]>;
      } catch (error) {
        throw signal?.aborted ? error : fromHttpError(error);
      }
    },
  };
}

/** A route's path with its `{names}` filled in, each encoded. */
function fillPath(path: string, params: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(value);
  });
}

interface Listener<T> {
  answered(answer: T): void;
  failed(error: ApiError): void;
}

/**
 * Tells what a request came to. Gives the function that stops the telling, as an effect's clean-up
 * has to: what was sent is not taken back, only its answer is dropped.
 */
export function onSettled<T>(request: Promise<T>, { answered, failed }: Listener<T>): () => void {
  let isAwaited = true;
  request.then(
    (answer) => isAwaited && answered(answer),
    (error) => isAwaited && failed(asApiError(error))
  );
  return () => {
    isAwaited = false;
  };
}
