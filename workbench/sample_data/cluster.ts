import { Client, errors } from '@opensearch-project/opensearch';
import type { ZodType } from 'zod';
import type { JsonObject } from './content/json';

/** A call that the cluster refused or that did not reach it, in the cluster's own words. */
export class SampleDataError extends Error {
  constructor(
    call: string,
    readonly status: number | undefined,
    readonly words: string,
    readonly cause?: unknown
  ) {
    super(`${call} answered ${status ?? 'nothing'}: ${words}`);
    this.name = 'SampleDataError';
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';

/** The few ways in which the sample data talk to a cluster. */
export interface Cluster {
  /** Calls the cluster and reads its answer by a schema. */
  call<T>(schema: ZodType<T>, method: Method, path: string, body?: JsonObject): Promise<T>;
  /** As `call`, but `undefined` where there is no such thing. */
  find<T>(schema: ZodType<T>, path: string, body?: JsonObject): Promise<T | undefined>;
  /** Sends bytes as they are, as ML Commons takes the content of a model. */
  upload(path: string, content: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a cluster by its base URL. */
export function openCluster(url: string): Cluster {
  const client = new Client({ node: url, requestTimeout: 30_000, maxRetries: 0 });

  async function send(method: Method, path: string, body?: JsonObject | string): Promise<unknown> {
    try {
      const headers = body === undefined ? {} : { 'content-type': 'application/json' };
      // The client takes the query from a parameter of its own and leaves the path as it is.
      const answer = await client.transport.request({ method, path, body }, { headers });
      return answer.body;
    } catch (error) {
      throw refusal(`${method} ${path}`, error);
    }
  }

  async function call<T>(
    schema: ZodType<T>,
    method: Method,
    path: string,
    body?: JsonObject
  ): Promise<T> {
    const answer = await send(method, path, body);
    const read = schema.safeParse(answer);
    if (!read.success) {
      const [issue] = read.error.issues;
      const at = `${issue?.path.join('.')}: ${issue?.message}`;
      const words = `not what was expected at ${at}: ${JSON.stringify(answer).slice(0, 500)}`;
      throw new SampleDataError(`${method} ${path}`, 200, words);
    }
    return read.data;
  }

  return {
    call,
    async find(schema, path, body) {
      try {
        return await call(schema, body === undefined ? 'GET' : 'POST', path, body);
      } catch (error) {
        if (error instanceof SampleDataError && error.status === 404) return undefined;
        throw error;
      }
    },
    async upload(path, content) {
      await send('POST', path, content);
    },
    close: () => client.close(),
  };
}

function refusal(call: string, error: unknown): SampleDataError {
  if (error instanceof errors.ResponseError) {
    return new SampleDataError(call, error.statusCode, wordsOf(error.body), error);
  }
  const words = error instanceof Error ? error.message : String(error);
  return new SampleDataError(call, undefined, words, error);
}

function wordsOf(body: unknown): string {
  if (typeof body === 'string') return body;
  const reason = pick(pick(body, 'error'), 'reason');
  const type = pick(pick(body, 'error'), 'type');
  return typeof reason === 'string' ? `${String(type)}: ${reason}` : JSON.stringify(body);
}

function pick(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
