import { authorizationOf } from '../../workbench/opensearch';
import type { DependentKind } from '../../common/dependents/kinds';
import { makeFaults, mendWire, openGate, requestsOf, untilHeld } from '../cluster/faults';
import { makeModel, removeFixtures, type MadeModel } from '../cluster/fixtures';
import { IS_LONG } from '../cluster/long_form';
import { call, type RawAnswer, send } from '../cluster/plugin_api';
import { concurrently } from '../conformance/concurrently';
import { type ReplacedKind, REPLACED_KINDS } from './replacement_kinds';

/** Each request of a change is held once; in the long form until there are so many races. */
const RACES = IS_LONG ? 200 : 0;
const LANES = 6;

/** One change of a replacement, during which a colleague changes the same dependent. */
interface Race {
  name: string;
  kind: ReplacedKind;
  /** Which request of the change is held while the colleague writes. */
  request: number;
  hold: 'request' | 'answer';
  gate: string;
  sender: string;
  id: string;
}

interface Finish {
  race: Race;
  answer: RawAnswer;
  /** As the node keeps the dependent afterwards. */
  stored: string;
  /** Whether the point came. */
  isHeld: boolean;
}

let old: MadeModel;
let other: MadeModel;
const finishes: Finish[] = [];

const kindOf = ({ name }: ReplacedKind) => name.split(',')[0] as DependentKind;
const senderOf = (username: string) => authorizationOf({ username, password: 'x' });
const markOf = ({ gate }: Race) => `mark-of-${gate}`;

async function fingerprints(): Promise<Map<string, string>> {
  const { changes } = await call('planReplacement', {
    params: { model_id: old.id },
    body: { replacement_id: other.id },
  });
  return new Map(changes.map(({ id, fingerprint }) => [id, fingerprint]));
}

function apply(kind: ReplacedKind, id: string, fingerprint: string, sender: string) {
  const accept = ['mixed_vectors' as const];
  const body = { replacement_id: other.id, kind: kindOf(kind), id, fingerprint, accept };
  const request = { params: { model_id: old.id }, body };
  return send('applyChange', request, { authorization: sender });
}

/** Any request but the one for the line in the log, which nothing waits for. */
const AWAITED = '^(?!.*authinfo)';

/** How many requests a change sends to the cluster and waits for. */
async function countRequests(kind: ReplacedKind): Promise<number> {
  const id = await kind.make(old.id);
  const fingerprint = (await fingerprints()).get(id) ?? '';
  const sender = senderOf(`rehearsal-${kind.name}`);
  await mendWire();
  await apply(kind, id, fingerprint, sender);
  const requests = await requestsOf(sender);
  return requests.filter(({ line }) => new RegExp(AWAITED).test(line)).length;
}

async function makeRaces(): Promise<Race[]> {
  const combinations: Array<Pick<Race, 'kind' | 'request' | 'hold'>> = [];
  for (const kind of REPLACED_KINDS) {
    const count = await countRequests(kind);
    for (let request = 0; request < count; request += 1) {
      combinations.push({ kind, request, hold: 'request' }, { kind, request, hold: 'answer' });
    }
  }
  const rounds = Math.max(1, Math.ceil(RACES / combinations.length));
  const all = Array.from({ length: rounds }, () => combinations)
    .flat()
    .slice(0, Math.max(RACES, combinations.length));
  return concurrently(
    all.map((one, at) => ({ ...one, at })),
    LANES,
    async ({ at, kind, request, hold }) => ({
      ...{ kind, request, hold },
      name: `${kind.name}, ${hold} ${request + 1} held`,
      gate: `replacement-${at}`,
      sender: senderOf(`replacement-${at}`),
      id: await kind.make(old.id),
    })
  );
}

async function run(race: Race, fingerprint: string): Promise<Finish> {
  const { kind, id, gate, sender } = race;
  const answering = apply(kind, id, fingerprint, sender);
  const giveUp = new AbortController();
  const held = untilHeld(gate, giveUp.signal).then(() => true);
  const isHeld = await Promise.race([held, answering.then(() => false)]);
  held.catch(() => {});
  giveUp.abort();
  try {
    await kind.change(id, await kind.read(id), markOf(race));
  } finally {
    await openGate(gate);
  }
  const answer = await answering;
  return { race, answer, stored: JSON.stringify(await kind.read(id)), isHeld };
}

beforeAll(async () => {
  old = await makeModel();
  other = await makeModel();
  const races = await makeRaces();
  const planned = await fingerprints();
  await makeFaults(
    ...races.map(({ sender, request, hold, gate }) => ({
      sender,
      path: AWAITED,
      skip: request,
      times: 1,
      answer: { hold, gate },
    }))
  );
  finishes.push(
    ...(await concurrently(races, LANES, (race) => run(race, planned.get(race.id) ?? '')))
  );
});

afterAll(async () => {
  await mendWire();
  await removeFixtures();
  const of = (status: number) => finishes.filter(({ answer }) => answer.status === status).length;
  const lost = finishes.filter(isLost).length;
  const held = finishes.filter(({ isHeld }) => isHeld).length;
  process.stdout.write(
    `replacements in which a colleague writes: ${finishes.length}, ${held} at their point; ` +
      `${of(200)} replaced, ${of(409)} stopped, ${lost} over the colleague's change, each of them said\n`
  );
});

/** Whether the colleague's change isn't there any more. */
function isLost({ race, stored }: Finish): boolean {
  return !stored.includes(markOf(race));
}

/** What is wrong with how a race ended; empty where nothing is. */
function judge(finish: Finish): string[] {
  const { race, answer, stored } = finish;
  const body = answer.body as {
    journal?: { written?: { other_writes: number | null } };
    attributes?: { reason?: string };
  };
  const reason = body.attributes?.reason;
  const wrong: string[] = [];
  if (answer.status === 200) {
    if (!stored.includes(other.id) && !isLost(finish)) wrong.push('it says replaced, and is not');
    const others = body.journal?.written?.other_writes ?? null;
    if (isLost(finish) && (others === null || others === 0)) {
      wrong.push(`the colleague's change is gone, and it says ${others} other writes`);
    }
  } else if (answer.status === 409 && reason === 'changed') {
    if (isLost(finish)) wrong.push('it says that nothing was written, and the change is gone');
    if (stored.includes(other.id)) wrong.push('it says that nothing was written, and it was');
  } else if (answer.status === 409 && reason === 'unexpected') {
    if (isLost(finish)) wrong.push('it says that it is another, and it is not');
  } else {
    wrong.push(`${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
  }
  return wrong.map((text) => `${race.name}: ${text}`);
}

describe('a colleague’s change during a replacement', () => {
  it('is made at every point', () => {
    expect(finishes.length).toBeGreaterThanOrEqual(RACES);
    expect(finishes.filter(({ isHeld }) => !isHeld).map(({ race }) => race.name)).toEqual([]);
  });

  it('is never lost unless the answer says that there was another write', () => {
    expect(finishes.flatMap(judge)).toEqual([]);
  });

  it('is lost only in the one round trip between the last reading and the write', () => {
    const requestsOfLost = finishes.filter(isLost).map(({ race }) => race.name);
    const perKind = REPLACED_KINDS.map(
      ({ name }) => new Set(requestsOfLost.filter((one) => one.startsWith(`${name},`))).size
    );
    // the answer of the reading is held, or the request of the write
    expect(Math.max(...perKind)).toBeLessThanOrEqual(2);
  });
});
