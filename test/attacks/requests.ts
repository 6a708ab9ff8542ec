import fc from 'fast-check';
import { contracts } from '../../common/contracts/api';

export type RouteName = keyof typeof contracts;

/** A request as it is sent: what of it the route accepts is for its contract to say. */
export interface FuzzedRequest {
  name: RouteName;
  params: Record<string, string>;
  query: Array<[string, string]>;
  /** The text of the body; undefined where none is sent. */
  body?: string;
}

/** What is in no honest request: markup, templates, paths, patterns, directions, controls, sizes. */
const HOSTILE = [
  '<script>attacked=1</script>',
  '"><img src=x onerror=attacked=1>',
  '{{constructor.constructor("attacked=1")()}}',
  '${7*7}',
  '=1+1',
  '../../_cluster/settings',
  '..',
  '%2e%2e%2f',
  '_all',
  '*',
  'a,b',
  '__proto__',
  'constructor',
  '\u202egnp.exe',
  '\u0000',
  'a\r\nosd-version: 1',
  '\u001b[31m',
  '🤖'.repeat(300),
  'x'.repeat(100_000),
  '',
  ' ',
  'null',
  '-1',
  '1e999',
  '9007199254740993',
] as const;

const hostile = fc.constantFrom(...HOSTILE);
const text = fc.oneof({ weight: 3, arbitrary: hostile }, fc.string({ unit: 'grapheme' }));

/** JSON, in which any key or value may be hostile. */
const value = fc.oneof(
  text,
  fc.constantFrom(null, true, false, 0, -1, 1.5, 1e308, [], {}),
  fc.array(text, { maxLength: 5 }),
  fc.jsonValue({ maxDepth: 4 })
);

/** Bodies that are no JSON, or of which a careless reader would take another meaning. */
const RAW_BODIES = [
  '{',
  '[',
  'undefined',
  '{"a":1}{"b":2}',
  '{"__proto__":{"accept":["breaks","incomplete"]}}',
  '{"constructor":{"prototype":{"accept":["breaks"]}}}',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `{"model_ids":["${'x'.repeat(1_200_000)}"]}`,
];

/** The keys of an object that a schema describes; none where it is of another kind. */
function keysOf(schema: object): string[] {
  return 'shape' in schema ? Object.keys(schema.shape as object) : [];
}

function requestsOf(name: RouteName, knownIds: readonly string[]): fc.Arbitrary<FuzzedRequest> {
  const { path, query, body } = contracts[name];
  const paramNames = [...path.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => key);
  const known = fc.constantFrom(...knownIds);
  const param = fc.oneof(
    known,
    text.filter((one) => one !== '')
  );
  const key = fc.oneof(fc.constantFrom(...keysOf(query), 'unknown'), hostile);
  const fields = fc.dictionary(
    fc.oneof(fc.constantFrom(...keysOf(body), 'unknown'), hostile),
    value,
    {
      maxKeys: 6,
    }
  );
  return fc.record({
    name: fc.constant(name),
    params: fc.record(Object.fromEntries(paramNames.map((one) => [one, param]))),
    query: fc.array(fc.tuple(key, fc.oneof(known, text)), { maxLength: 4 }),
    body: fc.option(
      fc.oneof(
        fields.map((one) => JSON.stringify(one)),
        value.map((one) => JSON.stringify(one)),
        fc.constantFrom(...RAW_BODIES)
      ),
      { nil: undefined }
    ),
  });
}

/** Requests to all routes in turns, the same ones for the same seed. */
export function fuzzedRequests(
  count: number,
  seed: number,
  knownIds: readonly string[]
): FuzzedRequest[] {
  const names = Object.keys(contracts) as RouteName[];
  const each = Math.ceil(count / names.length);
  return names.flatMap((name) =>
    fc.sample(requestsOf(name, knownIds), { numRuns: each, seed: seed + names.indexOf(name) })
  );
}
