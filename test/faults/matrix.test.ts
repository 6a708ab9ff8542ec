import { contracts } from '../../common/contracts/api';
import { errorBody } from '../../common/contracts/errors';
import { makeFaults, mendWire, newSender, requestsOf } from '../cluster/faults';
import { removeFixtures } from '../cluster/fixtures';
import { IS_LONG } from '../cluster/long_form';
import { setSafeDelete } from '../cluster/opensearch';
import type { RawAnswer } from '../cluster/plugin_api';
import { concurrently } from '../conformance/concurrently';
import { cellsOf, isWrite, matrixOf, upstreamsIn, type Cell, type Upstream } from './cells';
import { countGaps, saySame } from './gaps';
import { setStage, type RouteCase } from './routes';

/** Faults that are made at once, and requests under way: the wire looks through all of them. */
const BATCH = 48;
const LANES = 8;

interface Result {
  cell: Cell;
  answer: RawAnswer;
  /** `METHOD /path` of what was sent to the cluster. */
  sent: string[];
}

const results: Result[] = [];
const whole = new Map<RouteCase, RawAnswer>();
const sentWithoutFault = new Map<RouteCase, string[]>();

async function recorded(route: RouteCase): Promise<{ answer: RawAnswer; lines: string[] }> {
  const authorization = newSender();
  const answer = await route.ask({ authorization });
  return { answer, lines: (await requestsOf(authorization)).map(({ line }) => line) };
}

async function runBatch(cells: readonly Cell[]): Promise<void> {
  const withSenders = cells.map((cell) => ({ cell, authorization: newSender() }));
  await makeFaults(
    ...withSenders.map(({ cell: { upstream, kind }, authorization: sender }) => ({
      ...{ sender, method: upstream.method, path: upstream.path, answer: kind.answer },
    }))
  );
  const done = await concurrently(withSenders, LANES, async ({ cell, authorization }) => {
    const answer = await cell.route.ask({ authorization });
    const sent = (await requestsOf(authorization)).map(({ line }) => line);
    return { cell, answer, sent };
  });
  results.push(...done);
}

beforeAll(async () => {
  await setSafeDelete(true);
  const { routes, ids } = await setStage();
  await mendWire();
  const cells: Cell[] = [];
  for (const route of routes) {
    const { answer, lines } = await recorded(route);
    whole.set(route, answer);
    sentWithoutFault.set(route, lines);
    const upstreams: Upstream[] = upstreamsIn(lines, ids);
    cells.push(...cellsOf(route, upstreams, { isShort: !IS_LONG }));
  }
  for (let from = 0; from < cells.length; from += BATCH) {
    await runBatch(cells.slice(from, from + BATCH));
  }
}, 3_600_000);

afterAll(async () => {
  await mendWire();
  await removeFixtures();
  await setSafeDelete(null);
});

/** What the route has said, in a word. */
function outcomeOf({ cell: { route }, answer: { status, body } }: Result): string {
  if (status !== 200) return 'error';
  return saySame(whole.get(route)?.body, body) ? 'whole' : 'partial';
}

const nameOf = ({ cell: { route, upstream, kind } }: Result) =>
  `${route.name}: ${upstream.name}: ${kind.name}`;
/** The cells that are not as they should be, with what was answered. */
const failing = (isFailing: (result: Result) => boolean) =>
  results
    .filter(isFailing)
    .map((one) => `${nameOf(one)}: ${one.answer.status} ${JSON.stringify(one.answer.body)}`);

describe('whatever the cluster answers to one request of a route', () => {
  it('every route answers without a fault, and has requests to make faults on', () => {
    expect([...whole].filter(([, { status }]) => status !== 200)).toEqual([]);
    expect(results.length).toBeGreaterThan(whole.size * 3);
  });

  it('an answer is by the contract', () => {
    const isBroken = ({ cell: { route }, answer }: Result) =>
      answer.status === 200 && !contracts[route.contract].answer.safeParse(answer.body).success;
    expect(failing(isBroken)).toEqual([]);
  });

  it('an error has a reason; only the sign-in’s is the platform’s own', () => {
    const hasNoReason = ({ cell: { kind }, answer: { status, body } }: Result) => {
      if (status === 200 || (status === 401 && kind.isSignIn)) return false;
      const { success, data } = errorBody.safeParse(body);
      return !success || data.attributes?.reason === undefined;
    };
    expect(failing(hasNoReason)).toEqual([]);
  });

  it('an answer that has less than the cluster says what is not known', () => {
    const isSilent = (one: Result) => {
      const before = whole.get(one.cell.route)?.body;
      const isLess = outcomeOf(one) === 'partial' && !one.cell.route.isAsGiven;
      return isLess && countGaps(one.answer.body) <= countGaps(before);
    };
    expect(failing(isSilent)).toEqual([]);
  });

  it('nothing is written', () => {
    const ofRoute = (route: RouteCase) => new Set(sentWithoutFault.get(route));
    const writes = results.flatMap((one) =>
      one.sent
        .filter((line) => isWrite(line) && !ofRoute(one.cell.route).has(line))
        .map((line) => `${nameOf(one)}: ${line}`)
    );
    expect(writes).toEqual([]);
  });
});

afterAll(() => {
  if (!IS_LONG) return;
  console.log(matrixOf(results.map((one) => ({ ...one.cell, outcome: outcomeOf(one) }))));
});
