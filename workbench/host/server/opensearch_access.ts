import { Client, errors } from '@opensearch-project/opensearch';
import type { OpenSearchClient } from '../../../server/platform';

export interface OpenSearchAddress {
  opensearchUrl: string;
  username?: string;
  password?: string;
  /** The PEM text of the authority that signed the cluster's certificate. */
  ca?: string;
  /** How long an answer may take, in ms; the client's own 30 s unless told. */
  requestTimeout?: number;
}

/** The clients of one cluster: each speaks for the user whose request it serves. */
export interface OpenSearchAccess {
  asUser(authorization: string | undefined): OpenSearchClient;
  /** Speaks for the user that the workbench was started with. */
  own: Client;
  close(): Promise<void>;
}

/**
 * As the platform does by default, a request's `authorization` header goes on to the cluster;
 * those without one get the user that the workbench was started with, if any.
 */
export function openSearchAccess(address: OpenSearchAddress): OpenSearchAccess {
  const { opensearchUrl, username, password, ca, requestTimeout } = address;
  const client = new Client({
    node: opensearchUrl,
    ...(ca ? { ssl: { ca } } : {}),
    ...(requestTimeout !== undefined && { requestTimeout }),
  });
  const own = username ? basic(username, password ?? '') : undefined;
  return {
    own: own ? (client.child({ headers: { authorization: own } }) as Client) : client,
    asUser(authorization = own) {
      return authorization ? client.child({ headers: { authorization } }) : client;
    },
    close: () => client.close(),
  };
}

function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/** The one error that the platform passes on from a handler that threw: the cluster's 401. */
export function unauthorized(
  error: unknown
): { message: string; authenticate: string } | undefined {
  if (!(error instanceof errors.ResponseError) || error.statusCode !== 401) return undefined;
  const header: unknown = error.headers?.['www-authenticate'];
  return {
    message: error.message,
    authenticate: typeof header === 'string' ? header : 'Basic realm="Authorization Required"',
  };
}
