import { Readable } from 'stream';
import { setTimeout as sleep } from 'timers/promises';
import type { OpenSearchClient } from '../platform';
import { ClusterError } from './cluster_error';
import { isRecord } from './json';
import type { Chunks } from './json_parts';
import { chunksOf, textOf } from './streamed_answer';
import { fromWire, refusal } from './wire_error';

export interface ClusterRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  /** A request that only reads may be sent again when its answer is lost. */
  reads?: boolean;
}

/** All that the plugin knows of a cluster: the body of a 2xx, or a `ClusterError`. */
export interface Cluster {
  request(request: ClusterRequest): Promise<unknown>;
  /**
   * A request that only reads, and whose answer may be too large to be held as a whole: `read` gets
   * its bytes as they come. Where it finds them `malformed`, the answer is asked for again, and
   * `read` begins anew.
   */
  readStream<T>(request: ClusterRequest, read: (chunks: Chunks) => Promise<T>): Promise<T>;
}

/** It repeats what a proxy answered, and the platform signs in again after the 401 that it throws. */
const LEFT_TO_THE_CLIENT: ReadonlySet<number> = new Set([401, 502, 503, 504]);

/** Pauses before a read with a malformed answer is sent again, in ms. */
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

/** Reads, again after a pause where the answer is malformed. */
async function askAgain<T>(read: () => Promise<T>): Promise<T> {
  for (const pause of ASK_AGAIN_AFTER_MS) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof ClusterError) || error.kind !== 'malformed') throw error;
      await sleep(pause);
    }
  }
  return read();
}

/**
 * A cluster behind the platform's client, with the permissions of the client's user.
 * Reads are repeated: by the client when the connection breaks, here when the answer is malformed.
 * A request that changes something is sent once, since a lost answer doesn't mean that nothing
 * happened.
 */
export function clusterOf(client: OpenSearchClient): Cluster {
  async function send({ method, path, query, body }: ClusterRequest, maxRetries?: number) {
    try {
      const answer = await client.transport.request(
        { method, path, querystring: query, body },
        { ...(maxRetries !== undefined && { maxRetries }) }
      );
      return checked(answer.body);
    } catch (error) {
      throw fromWire(error);
    }
  }

  async function sendAndRead<T>(
    request: ClusterRequest,
    read: (chunks: Chunks) => Promise<T>
  ): Promise<T> {
    const { method, path, query, body } = request;
    try {
      const answer = await client.transport.request(
        { method, path, querystring: query, body },
        { asStream: true }
      );
      const status = answer.statusCode ?? 0;
      if (status < 300) return await read(chunksOf(answer));
      const text = await textOf(answer);
      if (!LEFT_TO_THE_CLIENT.has(status)) throw refusal(status, text);
    } catch (error) {
      throw fromWire(error);
    }
    const again = Buffer.from(JSON.stringify(await send(request)));
    return read(Readable.from([again]));
  }

  return {
    request: (request) =>
      (request.reads ?? request.method === 'GET')
        ? askAgain(() => send(request))
        : send(request, 0),
    readStream: (request, read) => askAgain(() => sendAndRead(request, read)),
  };
}
