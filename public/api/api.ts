import type { Answer, Api, RouteKey, Sent } from '../../common/http';
import type { HttpFetchOptions, HttpStart } from '../platform';
import { fromHttpError } from './api_error';
import { fillPath } from './fill_path';

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
