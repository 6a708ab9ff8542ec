import { contracts } from '../../common/contracts/api';
import type { Answer, Sent } from '../../common/contracts/contract';
import { errorBody, type ErrorBody } from '../../common/contracts/errors';
import { environment } from './environment';

type Contracts = typeof contracts;
type Name = keyof Contracts;
type Request<N extends Name> = Partial<Sent<Contracts[N]>>;

/** Whom a request is from, and how it is sent. */
export interface Sender {
  authorization?: string;
  /** The workbench that it goes to; else the one on React 18. */
  host?: string;
  signal?: AbortSignal;
}

export interface RawAnswer {
  status: number;
  body: unknown;
}

/** Sends anything to the plugin's server, as a script with the platform's header would. */
export async function sendRaw(
  method: string,
  path: string,
  options: { body?: string; xsrf?: boolean } & Sender = {}
): Promise<RawAnswer> {
  const { body: sent, xsrf = true, authorization, signal } = options;
  const { host = environment().hosts['18'] } = options;
  const answer = await fetch(`${host}${path}`, {
    method,
    signal,
    headers: {
      ...(xsrf && { 'osd-xsrf': 'true' }),
      ...(authorization !== undefined && { authorization }),
      ...(sent !== undefined && { 'content-type': 'application/json' }),
    },
    ...(sent !== undefined && { body: sent }),
  });
  const text = await answer.text();
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {
    // left as text: what isn't JSON is for the test to judge
  }
  return { status: answer.status, body };
}

function pathOf(path: string, params: object, query: object): string {
  let filled = path;
  for (const [key, value] of Object.entries(params)) {
    filled = filled.replace(`{${key}}`, encodeURIComponent(String(value)));
  }
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

/** Calls a route of the contract. */
export function send<N extends Name>(
  name: N,
  request: Request<N> = {},
  sender: Sender = {}
): Promise<RawAnswer> {
  const { method, path } = contracts[name];
  const { params, query, body } = request;
  return sendRaw(method.toUpperCase(), pathOf(path, params ?? {}, query ?? {}), {
    ...sender,
    ...(body !== undefined && body !== null && { body: JSON.stringify(body) }),
  });
}

/** The answer of a route that must succeed, checked against the contract. */
export async function call<N extends Name>(
  name: N,
  request: Request<N> = {},
  sender: Sender = {}
): Promise<Answer<Contracts[N]>> {
  const { status, body } = await send(name, request, sender);
  if (status !== 200) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`);
  return contracts[name].answer.parse(body) as Answer<Contracts[N]>;
}

/** The error of a route that must fail, checked against the contract. */
export async function callExpectingError<N extends Name>(
  name: N,
  request: Request<N> = {},
  sender: Sender = {}
): Promise<ErrorBody> {
  const { status, body } = await send(name, request, sender);
  if (status === 200) throw new Error(`${name} succeeded: ${JSON.stringify(body)}`);
  const error = errorBody.parse(body);
  if (error.statusCode !== status) throw new Error(`${status} with ${JSON.stringify(body)}`);
  return error;
}
