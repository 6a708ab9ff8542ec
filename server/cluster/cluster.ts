import { setTimeout as sleep } from 'timers/promises';
import type { OpenSearchClient } from '../platform';
import { ClusterError } from './cluster_error';
import { isRecord } from './json';
import { fromWire } from './wire_error';

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
}

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

  return {
    async request(request) {
      if (!(request.reads ?? request.method === 'GET')) return send(request, 0);
      for (const pause of ASK_AGAIN_AFTER_MS) {
        try {
          return await send(request);
        } catch (error) {
          if (!(error instanceof ClusterError) || error.kind !== 'malformed') throw error;
          await sleep(pause);
        }
      }
      return send(request);
    },
  };
}
