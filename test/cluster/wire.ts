import { createServer, type IncomingMessage, type ServerResponse } from 'http';
import type { AddressInfo } from 'net';
import {
  askCluster,
  passOn,
  readBody,
  whole,
  type CannedAnswer,
  type HalfAnswer,
} from './wire_answer';

/** What the wire does with a request instead of passing it on. */
export interface Fault {
  method?: string;
  /** A regular expression for path and query. */
  path: string;
  /** A regular expression for the body. */
  body?: string;
  /** The `authorization` of the requests that it is made for; of all of them where left out. */
  sender?: string;
  /** Pass this many matching requests on first. */
  skip?: number;
  /** Apply to this many requests, then pass on again; all of them where left out. */
  times?: number;
  answer: CannedAnswer | 'hang' | 'drop' | HalfAnswer;
}

/** An API that the cluster lacks; faults are made on its answers too. */
export interface PretendedApi {
  /** A regular expression for path and query. */
  path: string;
  answer: CannedAnswer;
}

export interface WireState {
  faults: Fault[];
  pretended?: PretendedApi[];
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

function faultFor(state: WireState, request: IncomingMessage, body: Buffer): Fault | undefined {
  return state.faults.find((fault) => {
    if (fault.method !== undefined && fault.method !== request.method) return false;
    if (fault.sender !== undefined && fault.sender !== request.headers.authorization) return false;
    if (!new RegExp(fault.path).test(request.url ?? '')) return false;
    if (fault.body !== undefined && !new RegExp(fault.body).test(body.toString())) return false;
    if (fault.skip !== undefined && fault.skip > 0) {
      fault.skip -= 1;
      return false;
    }
    if (fault.times === undefined) return true;
    fault.times -= 1;
    return fault.times >= 0;
  });
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
  const unfinished = new Set<ServerResponse>();

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request);
    const fault = faultFor(state, request, body)?.answer;
    if (fault === 'hang' || fault === 'stall') unfinished.add(response);
    if (fault === 'hang') return undefined;
    if (fault === 'drop') return void response.destroy();
    if (typeof fault === 'object') return passOn(response, whole(fault));
    const pretended = state.pretended?.find(({ path }) => new RegExp(path).test(request.url ?? ''));
    const answer = pretended ? whole(pretended.answer) : await askCluster(target, request, body);
    return passOn(response, answer, fault);
  };
  const wire = await listen((request, response) => {
    if (state.cut) return void request.socket.destroy();
    passed.push(`${request.method} ${request.url}`);
    return void handle(request, response).catch(() => request.socket.destroy());
  });
  const control = await listen((request, response) => {
    void readBody(request).then((body) => {
      if (request.method === 'PUT') {
        state = JSON.parse(body.toString()) as WireState;
        passed = [];
        // nobody is kept waiting by faults that are no more
        for (const response of unfinished) response.destroy();
        unfinished.clear();
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
