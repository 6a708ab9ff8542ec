import { readFileSync } from 'fs';
import { contracts } from '../../common/contracts/api';
import { environment } from '../cluster/environment';
import { mendWire, newSender, requestsOf } from '../cluster/faults';
import { makeIngestPipeline, makeModel, modelState, removeFixtures } from '../cluster/fixtures';
import { IS_LONG } from '../cluster/long_form';
import { setSafeDelete } from '../cluster/opensearch';
import { sendRaw, type RawAnswer } from '../cluster/plugin_api';
import { concurrently } from '../conformance/concurrently';
import { fuzzedRequests, type FuzzedRequest } from './requests';

const COUNT = IS_LONG ? 10_000 : 700;
const SEED = Number(process.env.TEST_SEED ?? 1);
const LANES = 8;

interface Result {
  request: FuzzedRequest;
  answer: RawAnswer;
  sent: string[];
}

const results: Result[] = [];
let modelId = '';
let pipeline = '';
let logBefore = 0;

const readLog = () => readFileSync(environment().hostLog, 'utf8');

async function run(request: FuzzedRequest): Promise<Result> {
  const { name, params, query, body } = request;
  const { method, path } = contracts[name];
  const filled = path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(params[key] ?? '')
  );
  const search = new URLSearchParams(query).toString();
  const authorization = newSender();
  const answer = await sendRaw(
    method.toUpperCase(),
    search === '' ? filled : `${filled}?${search}`,
    { authorization, ...(method !== 'get' && body !== undefined && { body }) }
  );
  return { request, answer, sent: (await requestsOf(authorization)).map(({ line }) => line) };
}

beforeAll(async () => {
  const model = await makeModel();
  modelId = model.id;
  pipeline = await makeIngestPipeline(model.id);
  logBefore = readLog().length;
  await mendWire();
  const requests = fuzzedRequests(COUNT, SEED, [model.id, model.groupId, pipeline, 'not-there']);
  results.push(...(await concurrently(requests, LANES, run)));
});

afterAll(async () => {
  await mendWire();
  await removeFixtures();
  await setSafeDelete(null);
});

const failing = (isFailing: (result: Result) => boolean) =>
  results
    .filter(isFailing)
    .map(({ request, answer: { status, body }, sent }) =>
      JSON.stringify({ request, status, body, sent }).slice(0, 600)
    );

/** Whether a route takes a request, by its contract: the query as strings and lists of them. */
function isTaken({ name, params, query, body }: FuzzedRequest): boolean {
  const { method, ...schemas } = contracts[name];
  const values = new Map<string, string[]>();
  for (const [key, value] of query) values.set(key, [...(values.get(key) ?? []), value]);
  const asked = Object.fromEntries(
    [...values].map(([key, [first, ...others]]) => [
      key,
      others.length > 0 ? [first, ...others] : first,
    ])
  );
  let sent: unknown = null;
  try {
    if (method !== 'get' && body !== undefined) sent = JSON.parse(body);
  } catch {
    return false;
  }
  return (
    schemas.params.safeParse(params).success &&
    schemas.query.safeParse(asked).success &&
    schemas.body.safeParse(sent).success
  );
}

describe(`${COUNT} requests of which hardly any is honest`, () => {
  it('of each route, some of which it takes', () => {
    expect(new Set(results.map(({ request }) => request.name)).size).toBe(
      Object.keys(contracts).length
    );
    expect(results.filter(({ request }) => isTaken(request)).length).toBeGreaterThan(20);
  });

  it('are never answered with an error of the server’s own', () => {
    expect(failing(({ answer }) => answer.status >= 500)).toEqual([]);
  });

  it('are refused where the contract doesn’t take them, and never reach the cluster', () => {
    const isRefused = ({ answer: { status } }: Result) => status >= 400 && status < 500;
    expect(
      failing((one) => !isTaken(one.request) && (!isRefused(one) || one.sent.length > 0))
    ).toEqual([]);
  });

  it('are refused in few words, whatever was sent', () => {
    const isLong = ({ answer: { body } }: Result) => JSON.stringify(body).length > 2_000;
    expect(failing((one) => one.answer.status === 400 && isLong(one))).toEqual([]);
  });

  it('leave no line in the log that they have made up', () => {
    const lines = readLog().slice(logBefore).split('\n').filter(Boolean);
    expect(lines.filter((line) => !/^(\[(info|warning|error)\]| +at )/.test(line))).toEqual([]);
    expect(lines.filter((line) => /[\u0000-\u001f\u007f]/.test(line))).toEqual([]);
  });

  it('change nothing of what is in use', async () => {
    expect(await modelState(modelId)).toBe('REGISTERED');
    expect(({} as Record<string, unknown>).accept).toBeUndefined();
  });
});
