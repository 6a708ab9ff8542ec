import type { Api, RouteKey } from '../../common/contracts/api';
import type { Answer } from '../../common/contracts/contract';
import type { ErrorBody } from '../../common/contracts/errors';
import { aUsage } from './fixtures';
import type { HttpError, HttpFetchOptions, HttpStart } from '../platform/types';

export interface Sent extends HttpFetchOptions {
  path: string;
}
type Responder<K extends RouteKey> = (
  sent: Sent
) => Answer<Api[K]> | Error | Promise<Answer<Api[K]> | Error>;

/** The wire: answers `core.http.fetch` as the plugin's server would, and keeps what was sent. */
export class FakeServer {
  readonly sent: Sent[] = [];
  private readonly responders = new Map<RouteKey, Responder<RouteKey>>();

  /** Nothing is in use, unless a test says what is. */
  constructor() {
    this.on('GET /api/ml_models/usage', aUsage());
  }

  /** How a route answers from now on; an `Error` is what `fetch` rejects with. */
  on<K extends RouteKey>(route: K, answer: Answer<Api[K]> | Error | Responder<K>): this {
    const responder = typeof answer === 'function' ? answer : () => answer;
    this.responders.set(route, responder as Responder<RouteKey>);
    return this;
  }

  sentTo(method: string, path: string): Sent[] {
    return this.sent.filter((one) => one.method === method && one.path === path);
  }

  readonly http: HttpStart = {
    basePath: { prepend: (path) => path },
    fetch: async (path, options) => {
      const sent = { ...options, path };
      this.sent.push(sent);
      const answer = await Promise.race([this.answerTo(sent), aborted(options.signal)]);
      if (answer instanceof Error) throw answer;
      return JSON.parse(JSON.stringify(answer)) as unknown;
    },
  };

  private async answerTo(sent: Sent): Promise<unknown> {
    for (const [route, responder] of this.responders) {
      const [method, path = ''] = route.split(' ');
      const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
      if (method === sent.method && pattern.test(sent.path)) return responder(sent);
    }
    throw new Error(`The fake server has no answer to ${sent.method} ${sent.path}`);
  }
}

function aborted(signal: AbortSignal | undefined): Promise<Error> {
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => {
      const error = new Error('The user aborted a request.');
      error.name = 'AbortError';
      resolve(error);
    });
  });
}

/** What the platform's `fetch` rejects with for an error answer of the server. */
export function httpError(
  status: number,
  message: string,
  attributes?: ErrorBody['attributes']
): HttpError {
  const body: ErrorBody = { statusCode: status, error: 'Error', message, attributes };
  return Object.assign(new Error('Error'), { body, response: { status } });
}

/** What it rejects with where there was no answer at all. */
export function networkError(): HttpError {
  return new TypeError('Failed to fetch');
}

/** An answer that is given when the test says so. */
export function pending<T>() {
  let resolve: (answer: T | Error) => void = () => undefined;
  const promise = new Promise<T | Error>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
