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
import { Gates } from './wire_gates';
import { WireLog } from './wire_log';

/** A request that waits at a gate: before it is passed on, or once the cluster has answered it. */
export interface Hold {
  hold: 'request' | 'answer';
  gate: string;
}

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
  answer: CannedAnswer | 'hang' | 'drop' | HalfAnswer | Hold;
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
  /**
   * PUT here a `WireState`; GET the requests since (`METHOD /path`), oldest first. Below it,
   * `/gates/<name>` answers a GET once something waits there, opens at a POST, and drops what waits
   * there at a DELETE; `/log?sender=` tells how far each request of one sender has come.
   */
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
  // OpenSearch closes no connection that is idle; a request sent just then would be lost
  server.keepAliveTimeout = 0;
  return new Promise<typeof server>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(server))
  );
}

/** Puts a wire in front of an OpenSearch. */
export async function startWire(opensearchUrl: string): Promise<Wire> {
  const target = new URL(opensearchUrl);
  let state: WireState = { faults: [], cut: false };
  const log = new WireLog();
  const gates = new Gates();
  const unfinished = new Set<ServerResponse>();

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const logged = log.add(request);
    response.once('close', () => {
      if (logged.stage !== 'answered') logged.stage = 'given up';
    });
    const body = await readBody(request);
    const fault = faultFor(state, request, body)?.answer;
    if (fault === 'hang' || fault === 'stall') unfinished.add(response);
    if (fault === 'hang') return undefined;
    if (fault === 'drop') return void response.destroy();
    if (typeof fault === 'object' && 'status' in fault) return passOn(response, whole(fault));
    const { hold, gate = '' } = typeof fault === 'object' ? fault : {};
    if (hold === 'request') await gates.hold(gate);
    logged.stage = 'passed on';
    const pretended = state.pretended?.find(({ path }) => new RegExp(path).test(request.url ?? ''));
    const answer = pretended ? whole(pretended.answer) : await askCluster(target, request, body);
    logged.stage = 'answered';
    if (hold === 'answer') await gates.hold(gate);
    return passOn(response, answer, typeof fault === 'object' ? undefined : fault);
  };
  const wire = await listen((request, response) => {
    if (state.cut) return void request.socket.destroy();
    return void handle(request, response).catch(() => request.socket.destroy());
  });
  const setState = (body: Buffer) => {
    state = JSON.parse(body.toString()) as WireState;
    log.clear();
    // nobody is kept waiting by faults that are no more
    for (const response of unfinished) response.destroy();
    unfinished.clear();
    gates.clear();
    if (state.cut) wire.closeAllConnections();
  };
  const obey = async (request: IncomingMessage): Promise<unknown> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://control');
    const body = await readBody(request);
    const [, gate] = /^\/gates\/(.+)$/.exec(pathname) ?? [];
    if (gate !== undefined && request.method === 'POST') return gates.open(gate);
    if (gate !== undefined && request.method === 'DELETE') return gates.lose(gate);
    if (gate !== undefined) return gates.reached(gate);
    if (pathname === '/log') return log.of(searchParams.get('sender'));
    if (request.method === 'PUT') setState(body);
    return log.lines();
  };
  const control = await listen((request, response) => {
    obey(request).then(
      (told) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(told ?? null));
      },
      () => response.destroy()
    );
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
