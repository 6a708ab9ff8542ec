import type { Fault } from '../cluster/wire';

/** One way in which an answer of the cluster isn't what it should be. */
export interface FaultKind {
  name: string;
  answer: Fault['answer'];
  /** The platform answers it itself: a 401 is its sign-in's. */
  isSignIn?: boolean;
}

const JSON_TYPE = 'application/json';
const HTML = '<html><body><h1>It works!</h1></body></html>';

function refusal(status: number, type = 'test_exception'): FaultKind['answer'] {
  const reason = `the test answers ${status}`;
  return { status, body: JSON.stringify({ error: { type, reason }, status }) };
}
const page = (status: number): FaultKind['answer'] => ({ status, body: HTML, type: 'text/html' });
const text = (body: string): FaultKind['answer'] => ({ status: 200, body, type: JSON_TYPE });

const SEARCH = {
  took: 1,
  timed_out: false,
  _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
  hits: { total: { value: 0, relation: 'eq' }, hits: [] },
};

/** What a cluster, a proxy or a connection does to an answer. */
export const FAULT_KINDS: readonly FaultKind[] = [
  { name: 'dropped', answer: 'drop' },
  { name: 'reset in the body', answer: 'truncate' },
  { name: 'half a body', answer: 'shorten' },
  { name: '401', answer: refusal(401, 'security_exception'), isSignIn: true },
  { name: '403', answer: refusal(403, 'security_exception') },
  { name: '404 of a proxy', answer: page(404) },
  { name: '408', answer: refusal(408) },
  { name: '409', answer: refusal(409) },
  { name: '413', answer: refusal(413) },
  { name: '429', answer: refusal(429) },
  { name: '500', answer: refusal(500) },
  { name: '502', answer: page(502) },
  { name: '503', answer: refusal(503) },
  { name: '504', answer: page(504) },
  { name: 'HTML for JSON', answer: page(200) },
  { name: 'empty', answer: text('') },
  { name: 'truncated JSON', answer: text('{"hits":{"hits":[{"_id":"a') },
  { name: 'two answers in one', answer: text('{}{}') },
  { name: 'a list', answer: text('[]') },
  { name: 'a text', answer: text('"ok"') },
  { name: 'null', answer: text('null') },
  { name: 'wrong types', answer: text('{"hits":7,"name":[],"model_state":{},"nodes":"x"}') },
  { name: 'an error with 200', answer: text('{"error":{"type":"x","reason":"y"},"status":500}') },
  {
    name: 'failed shards',
    answer: text(JSON.stringify({ ...SEARCH, _shards: { ...SEARCH._shards, failed: 1 } })),
  },
  {
    name: 'unassigned shards',
    answer: text(JSON.stringify({ ...SEARCH, _shards: { total: 1, successful: 0, failed: 0 } })),
  },
  { name: 'timed out', answer: text(JSON.stringify({ ...SEARCH, timed_out: true })) },
];
