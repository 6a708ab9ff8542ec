import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'http';
import type { AddressInfo } from 'net';

/** What the wire does with a request instead of passing it on. */
export interface Fault {
  method?: string;
  /** A regular expression for path and query. */
  path: string;
  /** Pass this many matching requests on first. */
  skip?: number;
  /** Apply to this many requests, then pass on again; all of them where left out. */
  times?: number;
  /** `truncate` passes the cluster's answer on and drops the connection halfway. */
  answer: { status: number; body: string; type?: string } | 'hang' | 'drop' | 'truncate';
}

export interface WireState {
  faults: Fault[];
  /** No connection to the cluster at all, as if it had gone. */
  cut: boolean;
}

/** The wire between the plugin and OpenSearch, on which tests make faults. */
export interface Wire {
  url: string;
  /** PUT here a `WireState`; GET the requests since (`METHOD /path`), oldest first. */
  controlUrl: string;
  stop(): Promise<void>;
}

function readBody(stream: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => resolve(Buffer.concat(parts)));
    stream.on('error', reject);
  });
}

function faultFor(state: WireState, request: IncomingMessage): Fault | undefined {
  return state.faults.find((fault) => {
    if (fault.method !== undefined && fault.method !== request.method) return false;
    if (!new RegExp(fault.path).test(request.url ?? '')) return false;
    if (fault.skip !== undefined && fault.skip > 0) {
      fault.skip -= 1;
      return false;
    }
    if (fault.times === undefined) return true;
    fault.times -= 1;
    return fault.times >= 0;
  });
}

async function passOn(
  target: URL,
  request: IncomingMessage,
  response: ServerResponse,
  truncate: boolean
): Promise<void> {
  const body = await readBody(request);
  const { hostname, port } = target;
  const { method, url: path, headers } = request;
  const onward = send({ hostname, port, method, path, headers }, (answer) => {
    void readBody(answer).then(
      (whole) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        if (!truncate) return response.end(whole);
        response.write(whole.subarray(0, Math.floor(whole.length / 2)));
        return setTimeout(() => request.socket.destroy(), 20);
      },
      () => request.socket.destroy()
    );
  });
  onward.on('error', () => request.socket.destroy());
  onward.end(body);
}

function listen(handle: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(handle);
  return new Promise<typeof server>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(server))
  );
}

/** Puts a wire in front of an OpenSearch. */
export async function startWire(opensearchUrl: string): Promise<Wire> {
  const target = new URL(opensearchUrl);
  let state: WireState = { faults: [], cut: false };
  let passed: string[] = [];

  const wire = await listen((request, response) => {
    if (state.cut) return void request.socket.destroy();
    passed.push(`${request.method} ${request.url}`);
    const fault = faultFor(state, request);
    if (fault === undefined || fault.answer === 'truncate') {
      return void passOn(target, request, response, fault !== undefined);
    }
    if (fault.answer === 'hang') return undefined;
    if (fault.answer === 'drop') return void request.socket.destroy();
    const { status, body, type = 'application/json' } = fault.answer;
    response.writeHead(status, { 'content-type': type });
    return void response.end(body);
  });
  const control = await listen((request, response) => {
    void readBody(request).then((body) => {
      if (request.method === 'PUT') {
        state = JSON.parse(body.toString()) as WireState;
        passed = [];
        if (state.cut) wire.closeAllConnections();
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(passed));
    });
  });

  const urlOf = (server: typeof wire) =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: urlOf(wire),
    controlUrl: urlOf(control),
    async stop() {
      for (const server of [wire, control]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
