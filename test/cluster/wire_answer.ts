import {
  request as send,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'http';

/** An answer that isn't the cluster's. */
export interface CannedAnswer {
  status: number;
  body: string;
  type?: string;
}

/**
 * What becomes of the second half of a body: `truncate` drops the connection, `shorten` ends the
 * answer as if it were whole, `stall` sends nothing more and keeps the connection.
 */
export type HalfAnswer = 'truncate' | 'shorten' | 'stall';

export function readBody(stream: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => resolve(Buffer.concat(parts)));
    stream.on('error', reject);
  });
}

export interface WholeAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export function whole({ status, body, type = 'application/json' }: CannedAnswer): WholeAnswer {
  const bytes = Buffer.from(body);
  const headers = { 'content-type': type, 'content-length': String(bytes.length) };
  return { status, headers, body: bytes };
}

/** What the cluster answers to a request whose body was read already. */
export function askCluster(
  target: URL,
  request: IncomingMessage,
  body: Buffer
): Promise<WholeAnswer> {
  const { hostname, port } = target;
  const { method, url: path, headers } = request;
  return new Promise((resolve, reject) => {
    const onward = send({ hostname, port, method, path, headers }, (answer) => {
      readBody(answer).then(
        (read) =>
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: read }),
        reject
      );
    });
    onward.on('error', reject);
    onward.end(body);
  });
}

/** Answers with half of a body, or all of it where nothing is wrong. */
export function passOn(
  response: ServerResponse,
  { status, headers, body }: WholeAnswer,
  fault?: HalfAnswer
): void {
  const half = body.subarray(0, Math.floor(body.length / 2));
  if (fault === 'shorten') {
    response.writeHead(status, { ...headers, 'content-length': half.length });
    response.end(half);
    return;
  }
  response.writeHead(status, headers);
  if (fault === undefined) {
    response.end(body);
    return;
  }
  response.write(half);
  if (fault === 'truncate') setTimeout(() => response.destroy(), 20);
}
