import { contracts } from '../../common/contracts/api';
import { errorBody } from '../../common/contracts/errors';
import { makeFaults, mendWire, newSender, requestsOf } from '../cluster/faults';
import { removeFixtures } from '../cluster/fixtures';
import { IS_LONG } from '../cluster/long_form';
import { setSafeDelete } from '../cluster/opensearch';
import type { RawAnswer } from '../cluster/plugin_api';
import { readUntil } from '../cluster/wait_for';
import { isWrite, kindsFor, upstreamsIn, type Upstream } from './cells';
import { saySame } from './gaps';
import type { FaultKind } from './kinds';
import { WRITE_CASES, type Subject, type WriteCase } from './writes';

/** What became of one write while one request that comes before it is answered wrongly. */
interface Result {
  name: string;
  contract: WriteCase['contract'];
  kind: FaultKind;
  answer: RawAnswer;
  /** Whether a write was sent to the cluster. */
  isSent: boolean;
  isChanged: boolean;
  /** Of a write that was sent: whether what it relies on reads, under the same fault, as without. */
  isReadWhole: boolean;
}

const linesOf = async (sender: string) => (await requestsOf(sender)).map(({ line }) => line);

/** The requests that come before the first write. */
async function readBeforeWrite({ make }: WriteCase): Promise<Upstream[]> {
  const subject = await make();
  const authorization = newSender();
  const { status, body } = await subject.write({ authorization });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  // who asks is for the log only: nothing is decided on it
  const lines = (await linesOf(authorization)).filter((line) => !line.includes('/authinfo'));
  return upstreamsIn(lines.slice(0, lines.findIndex(isWrite)), subject.ids);
}

/**
 * Whether one sender, for whom a request is answered wrongly, reads the same as others; searches show
 * what was just written or deleted only a second later.
 */
function readsWhole({ read }: Subject, authorization: string): Promise<boolean> {
  return readUntil(async () => {
    const whole = await read({ authorization: newSender() });
    const reading = await read({ authorization });
    return reading.status === 200 && saySame(whole.body, reading.body);
  }, Boolean);
}

async function runCase(one: WriteCase): Promise<Result[]> {
  const results: Result[] = [];
  const upstreams = await readBeforeWrite(one);
  let subject = await one.make();
  for (const [at, { name, method, path }] of upstreams.entries()) {
    for (const kind of kindsFor(one.name.length + at, { isShort: !IS_LONG })) {
      const [reader, writer] = [newSender(), newSender()];
      const fault = { method, path, answer: kind.answer };
      await makeFaults({ ...fault, sender: reader }, { ...fault, sender: writer });
      const stored = await subject.look();
      const answer = await subject.write({ authorization: writer });
      const isChanged = (await subject.look()) !== stored;
      const isSent = (await linesOf(writer)).some(isWrite);
      if (isSent) subject = await one.make();
      results.push({
        name: `${one.name}: ${name}: ${kind.name}`,
        contract: one.contract,
        kind,
        answer,
        isSent,
        isChanged,
        isReadWhole: isSent && (await readsWhole(subject, reader)),
      });
    }
  }
  return results;
}

const results: Result[] = [];

beforeAll(async () => {
  await setSafeDelete(false);
  await mendWire();
  for (const one of WRITE_CASES) results.push(...(await runCase(one)));
}, 3_600_000);

afterAll(async () => {
  await mendWire();
  await removeFixtures();
  await setSafeDelete(null);
});

const failing = (isFailing: (result: Result) => boolean) =>
  results
    .filter(isFailing)
    .map(({ name, answer }) => `${name}: ${answer.status} ${JSON.stringify(answer.body)}`);

describe('whatever the cluster answers to one request that comes before a write', () => {
  it('every route has such requests', () => {
    const isOf = ({ contract }: WriteCase) => results.some((one) => one.contract === contract);
    expect(WRITE_CASES.filter((one) => !isOf(one))).toEqual([]);
  });

  it('nothing is written where what it relies on could not be read whole', () => {
    expect(failing(({ isSent, isReadWhole }) => isSent && !isReadWhole)).toEqual([]);
  });

  it('the answer is a success where it was written, and only there', () => {
    expect(failing(({ answer, isChanged }) => (answer.status === 200) !== isChanged)).toEqual([]);
  });

  it('the answer is by the contract', () => {
    const isBroken = ({ contract, kind, answer: { status, body } }: Result) => {
      if (status === 200) return !contracts[contract].answer.safeParse(body).success;
      if (status === 401 && kind.isSignIn) return false;
      const { success, data } = errorBody.safeParse(body);
      return !success || data.attributes?.reason === undefined;
    };
    expect(failing(isBroken)).toEqual([]);
  });
});
