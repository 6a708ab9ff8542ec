import type { OpenSearchClient } from '../platform';
import { fromWire } from './wire_error';

export interface ClusterRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  /** A request that only reads may be sent again when the connection breaks. */
  reads?: boolean;
}

/** All that the plugin knows of a cluster: the body of a 2xx, or a `ClusterError`. */
export interface Cluster {
  request(request: ClusterRequest): Promise<unknown>;
}

/**
 * A cluster behind the platform's client, with the permissions of the client's user.
 * The client repeats a request whose connection broke; one that changes something is sent once,
 * since a lost answer doesn't mean that nothing happened.
 */
export function clusterOf(client: OpenSearchClient): Cluster {
  return {
    async request({ method, path, query, body, reads = method === 'GET' }) {
      try {
        const answer = await client.transport.request(
          { method, path, querystring: query, body },
          reads ? {} : { maxRetries: 0 }
        );
        return answer.body;
      } catch (error) {
        throw fromWire(error);
      }
    },
  };
}
