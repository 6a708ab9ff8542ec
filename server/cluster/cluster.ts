import { Readable } from 'stream';
import { setTimeout as sleep } from 'timers/promises';
import { promisify } from 'util';
import { unzip } from 'zlib';
import type { OpenSearchClient, TransportAnswer, TransportOptions } from '../platform';
import { ClusterError, givenUp, toClusterError, refusal } from './errors';
import { exactText, parseExactly } from './exact_json';
import { isRecord } from './json';
import { type Chunks, parsed } from './json_stream';

export interface ClusterRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  /** A request that only reads may be sent again when its answer is lost. */
  reads?: boolean;
  /**
   * What is read is to be written again: numbers that JavaScript would change are kept as they are
   * written, in the answer and in the body.
   */
  isExact?: boolean;
  /**
   * For one that a node which hangs may hold up: the `timeout` after so many ms, and not sent again
   * then. Else as long as the client is set up to wait.
   */
  timeoutMs?: number;
}

function isRead({ method, reads }: ClusterRequest): boolean {
  return reads ?? method === 'GET';
}

/** All that the plugin knows of a cluster: the body of a 2xx, or a `ClusterError`. */
export interface Cluster {
  /** Whoever asked has gone: nothing further is read for them. */
  readonly signal?: AbortSignal;
  request(request: ClusterRequest): Promise<unknown>;
  /**
   * A request that only reads, and whose answer may be too large to be held as a whole: `read` gets
   * its bytes as they come. Where it finds them `malformed`, or they break off, the answer is asked
   * for again, and `read` begins again.
   */
  readStream<T>(request: ClusterRequest, read: (chunks: Chunks) => Promise<T>): Promise<T>;
}

/** A 401 is thrown as the client's own error, by which the platform knows it. */
const LEFT_TO_THE_CLIENT: ReadonlySet<number> = new Set([401]);

/** What a proxy answers for a node that is not there: the client sends a read to another. */
const REPEATED_BY_THE_CLIENT: ReadonlySet<number> = new Set([401, 502, 503, 504]);

/** Pauses before a read whose answer is damaged is sent again, in ms. */
const ASK_AGAIN_AFTER_MS = [50, 250];

/**
 * When two of ML Commons' checks refuse a delete at once, the second writes into a buffer that may
 * hold another request's answer by then: an unrelated read comes back as 200 with an error inside,
 * cut to its own length (seen on 3.6.0).
 */
function checked(body: unknown): unknown {
  if (isRecord(body) && isRecord(body.error) && typeof body.status === 'number') {
    throw new ClusterError('malformed', `An answer of status 200 says: ${JSON.stringify(body)}`);
  }
  return body;
}

function isJson({ headers }: TransportAnswer): boolean {
  return /json/i.test(String(headers?.['content-type'] ?? ''));
}

async function readWhole(chunks: Chunks): Promise<unknown> {
  return checked(parsed(await textOf(chunks)));
}

async function readExactly(chunks: Chunks): Promise<unknown> {
  return checked(parseExactly(await textOf(chunks)));
}

function isDamaged(error: unknown): boolean {
  return (
    error instanceof ClusterError && (error.kind === 'malformed' || error.kind === 'unreachable')
  );
}

/** Reads, again after a pause where the answer is damaged. */
async function askAgain<T>(read: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (const pause of ASK_AGAIN_AFTER_MS) {
    try {
      return await read();
    } catch (error) {
      if (!isDamaged(error) || signal?.aborted) throw error;
      await sleep(pause);
    }
  }
  return read();
}

/**
 * A cluster as the platform's client reaches it, with the permissions of the client's user.
 * Answers are read here: the client would wait for ever for one that stops in its middle.
 * Reads are repeated: by the client when the connection breaks, here when the answer is damaged.
 * A request that changes something is sent once, since a lost answer doesn't mean that nothing
 * happened.
 */
export function clusterOf(client: OpenSearchClient, signal?: AbortSignal): Cluster {
  async function send(request: ClusterRequest, options: TransportOptions) {
    const { method, path, query, isExact } = request;
    const body = isExact && request.body ? exactText(request.body) : request.body;
    const sent = client.transport.request({ method, path, querystring: query, body }, options);
    // without its value: Node takes a promise from a listener for one whose error nobody awaits
    const stop = () => void sent.abort?.();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await sent;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  async function exchange<T>(
    request: ClusterRequest,
    read: (chunks: Chunks) => Promise<T>
  ): Promise<T> {
    const reads = isRead(request);
    if (signal?.aborted) throw givenUp();
    const { timeoutMs } = request;
    const options = {
      ...((!reads || timeoutMs !== undefined) && { maxRetries: 0 }),
      ...(timeoutMs !== undefined && { requestTimeout: timeoutMs }),
    };
    try {
      const answer = await send(request, { ...options, asStream: true });
      const status = answer.statusCode ?? 0;
      if (status < 300) return await read(chunksOf(answer, { signal }));
      const text = await textOf(chunksOf(answer));
      const left = reads ? REPEATED_BY_THE_CLIENT : LEFT_TO_THE_CLIENT;
      if (!left.has(status)) throw refusal(status, text, isJson(answer));
      const again = await send(request, options);
      return await read(Readable.from([Buffer.from(JSON.stringify(again.body))]));
    } catch (error) {
      throw signal?.aborted ? givenUp() : toClusterError(error);
    }
  }

  return {
    signal,
    request: (request) => {
      const read = request.isExact ? readExactly : readWhole;
      return isRead(request)
        ? askAgain(() => exchange(request, read), signal)
        : exchange(request, read);
    },
    readStream: (request, read) => askAgain(() => exchange(request, read), signal),
  };
}

/** How long an answer may pause, in ms: the client watches over its beginning only. */
const STALLED_AFTER_MS = 30_000;

async function* watched(
  stream: Readable,
  stalledAfterMs: number,
  signal: AbortSignal | undefined
): Chunks {
  let stalled = false;
  const watch = setTimeout(() => {
    stalled = true;
    // without an error, which nobody would catch on the client's request
    stream.destroy();
  }, stalledAfterMs);
  const stop = () => void stream.destroy();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of stream) {
      yield chunk as Buffer;
      watch.refresh();
    }
  } catch (error) {
    if (stalled) throw new ClusterError('timeout', 'The answer came to a stop.');
    throw new ClusterError('unreachable', `The answer broke off. ${String(error)}`);
  } finally {
    clearTimeout(watch);
    signal?.removeEventListener('abort', stop);
  }
}

async function bytesOf(chunks: Chunks): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** As a whole: a stream that fails while it is unpacked would fail the client's request too. */
async function* unpacked(chunks: Chunks): Chunks {
  const packed = await bytesOf(chunks);
  try {
    yield await promisify(unzip)(packed);
  } catch (error) {
    throw new ClusterError('malformed', `The answer can't be unpacked. ${String(error)}`);
  }
}

/**
 * The bytes of an answer that the client hands over as it comes.
 * @throws ClusterError `unreachable` where it breaks off, `timeout` where it pauses
 */
export function chunksOf(
  { body, headers }: TransportAnswer,
  {
    stalledAfterMs = STALLED_AFTER_MS,
    signal,
  }: { stalledAfterMs?: number; signal?: AbortSignal } = {}
): Chunks {
  if (!(body instanceof Readable)) {
    throw new ClusterError('malformed', 'The answer is not a stream.');
  }
  const chunks = watched(body, stalledAfterMs, signal);
  const packed = /gzip|deflate/i.test(String(headers?.['content-encoding'] ?? ''));
  return packed ? unpacked(chunks) : chunks;
}

/** The whole of an answer, as text. */
async function textOf(chunks: Chunks): Promise<string> {
  return (await bytesOf(chunks)).toString();
}
