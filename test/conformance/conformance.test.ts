import { environment } from '../cluster/environment';
import { removeFixtures } from '../cluster/fixtures';
import { setMcpServer, setSafeDelete } from '../cluster/opensearch';
import { alone, pairs, randomCombinations, type Case } from './combinations';
import { judge, type Judgement } from './judge';
import { makeModelPool, type ModelPool } from './model_pool';
import { runCases } from './run_cases';
import { representativesOf, shapesOf } from './shapes';

const SEED = 20_250_124;
const RANDOM = 3;

const release = environment().opensearchVersion;
const shapes = shapesOf(release);
const byThemselves = alone(shapes);
const inPairs = pairs(representativesOf(shapes));
const atRandom = randomCombinations(shapes, RANDOM, SEED);
const cases = [...byThemselves, ...inPairs, ...atRandom];

const judgements = new Map<Case, Judgement>();
let pool: ModelPool | undefined;

beforeAll(async () => {
  await setSafeDelete(true);
  await setMcpServer(true);
  pool = await makeModelPool();
  const outcomes = await runCases(cases, pool);
  outcomes.forEach((outcome, at) => {
    const one = cases[at];
    if (one !== undefined) judgements.set(one, judge(outcome));
  });
});

afterAll(async () => {
  await pool?.empty();
  await removeFixtures();
  await setMcpServer(null);
  await setSafeDelete(null);
  const all = [...judgements.values()];
  const missed = all.flatMap((one) => one.missed).length;
  const wrong = all.flatMap((one) => one.wrong).length;
  const combinations = inPairs.length + atRandom.length;
  process.stdout.write(
    `conformance: random combinations with the seed ${SEED}\n` +
      `conformance on ${release}: ${shapes.length} shapes, ${combinations} combinations, ` +
      `${missed} missed, ${wrong} wrong\n`
  );
});

function agrees(one: Case): void {
  expect(judgements.get(one)).toEqual({ missed: [], wrong: [] });
}

const named = (list: readonly Case[]) => list.map((one): [string, Case] => [one.name, one]);

describe('what a review says of a model, and what ML Commons does', () => {
  it.each(named(byThemselves))('%s', (_name, one) => agrees(one));
});

describe('in pairs', () => {
  it.each(named(inPairs))('%s', (_name, one) => agrees(one));
});

describe(`at random, seed ${SEED}`, () => {
  it.each(named(atRandom))('%s', (_name, one) => agrees(one));
});
