import type { Coverage } from '../../common/dependents/coverage';
import type { Dependent } from '../../common/dependents/dependent';
import { DEPENDENT_KINDS } from '../../common/dependents/kinds';
import type { Review } from '../../common/dependents/review';
import { strongestEnforcement } from '../../common/dependents/verdict';
import type { Usage } from '../../common/models/usage';
import { makeFaultsBeside, mendWire, sentToCluster } from '../cluster/faults';
import { removeFixtures } from '../cluster/fixtures';
import { setSafeDelete } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';
import { makeModelPool, type ModelPool } from '../conformance/model_pool';
import { modelExists } from '../conformance/raw';
import { type Loss, LOSSES } from '../sources/losses';
import { isThere, LOST_CASES, LOST_FAULTS, type LostCase } from '../sources/lost_cases';
import { deleteOn, runLostCases, type Told } from '../sources/run_lost_cases';
import { OTHER_REQUESTS, SOURCE_REQUESTS } from '../sources/source_requests';
import { ML_CONFIG, type UsedEverywhere, useEverywhere } from '../sources/use_everywhere';

let results: ReadonlyMap<LostCase, Told | Error> = new Map();
let pool: ModelPool;
let modelId = '';
let everywhere: UsedEverywhere;
let whole: Review;
let sent: string[] = [];

const casesOf = (loss: Loss) => LOST_CASES.filter((one) => one.loss === loss);

beforeAll(async () => {
  await setSafeDelete(false);
  pool = await makeModelPool();
  [modelId = ''] = await pool.prepare(1);
  everywhere = await useEverywhere(modelId, pool);
  await makeFaultsBeside(everywhere.pretended);
  whole = await call('reviewModel', { params: { model_id: modelId } });
  sent = await sentToCluster();
  await makeFaultsBeside(everywhere.pretended, ...LOST_FAULTS);
  results = await runLostCases(modelId);
});

afterAll(async () => {
  await mendWire();
  await everywhere.remove();
  await pool.empty();
  await removeFixtures();
  await setSafeDelete(null);
});

function usageOf(dependents: readonly Dependent[]): Usage {
  const usage: Usage = { blocks: 0, breaks: 0, possible: 0 };
  for (const { references } of dependents) usage[strongestEnforcement(references)] += 1;
  return usage;
}

/** Whether the ML config is told of: behind the agent that it names. */
function namesMlConfig({ dependents }: Review): boolean {
  const agents = dependents.filter(({ kind }) => kind === 'agent');
  return agents.some(({ impact }) => impact.some(({ id }) => id === ML_CONFIG));
}

const without = (coverage: Coverage, source: string) =>
  coverage.filter((entry) => entry.source !== source);

function expectOthersNamed(review: Review, { request: { source }, loss }: LostCase): void {
  const others = whole.dependents
    .filter(({ kind }) => kind !== source)
    .map(
      ({ kind, id, references }) => expect.objectContaining({ kind, id, references }) as unknown
    );
  expect(review.dependents).toEqual(expect.arrayContaining(others));
  if (source !== 'agent' && source !== 'ml_config') expect(namesMlConfig(review)).toBe(true);

  const { state, words } = loss;
  const detail = expect.stringMatching(words) as string;
  expect(review.coverage).toContainEqual({ source, state, detail });
  expect(without(review.coverage, source)).toEqual(without(whole.coverage, source));
  expect(review.verdict).toBe('incomplete');
  expect(review.conditions).toEqual(['incomplete', 'breaks']);
}

const named = (cases: readonly LostCase[]) =>
  cases.map((one): [string, string, LostCase] => [one.request.source, one.request.path, one]);

describe('with every source there', () => {
  it('names one dependent of each', () => {
    for (const use of everywhere.uses) {
      expect(whole.dependents).toContainEqual(expect.objectContaining(use));
    }
    expect(namesMlConfig(whole)).toBe(true);
    expect(whole.conditions).toEqual(['breaks']);
  });

  it('says of each that it was read, or is absent from this release', () => {
    const states = DEPENDENT_KINDS.map((kind) => [kind, isThere(kind) ? 'read' : 'absent']);
    expect(whole.coverage.map(({ source, state }) => [source, state])).toEqual(states);
  });

  it('asks for nothing that the cases below leave out', () => {
    const sources = SOURCE_REQUESTS.map(({ path }) => path);
    const paths = sent.map((one) => one.slice(one.indexOf(' ') + 1));
    const isAsked = (pattern: string) => paths.some((path) => new RegExp(pattern).test(path));
    const isKnown = (path: string) =>
      [...sources, ...OTHER_REQUESTS].some((pattern) => new RegExp(pattern).test(path));
    expect(paths.filter((path) => !isKnown(path))).toEqual([]);
    expect(sources.filter((pattern) => !isAsked(pattern))).toEqual([]);
  });
});

function toldIn(one: LostCase): Told {
  const told = results.get(one);
  if (told === undefined || told instanceof Error) throw told ?? new Error('It was not run.');
  return told;
}

describe.each(Object.values(LOSSES))('when $name takes a source away', (loss) => {
  it.each(named(casesOf(loss)))(
    '%s (%s): names the others, and says that it was not checked',
    (_s, _p, one) => {
      expectOthersNamed(toldIn(one).review, one);
    }
  );
});

const FOLLOWED = Object.values(LOSSES).filter(({ isFollowed }) => isFollowed);

describe.each(FOLLOWED)('when $name takes a source away', (loss) => {
  const cases = named(casesOf(loss));

  it.each(cases)('%s (%s): the list says so, and counts the others', (_s, _p, one) => {
    const { review, list } = toldIn(one);
    expect(list?.coverage).toEqual(review.coverage);
    expect(list?.usage).toEqual({ [modelId]: usageOf(review.dependents) });
  });

  it.each(cases)('%s (%s): stops a delete that does not accept it', (_s, _p, one) => {
    expect(toldIn(one).stopped).toMatchObject({
      status: 409,
      body: { attributes: { reason: 'incomplete' } },
    });
  });
});

describe('afterwards', () => {
  it('the model is still there', async () => {
    expect(await modelExists(modelId)).toBe(true);
  });

  it('a review that lacked a source is no ground for a delete once the source is back', async () => {
    const [first] = casesOf(LOSSES.failing);
    if (!first) throw new Error('There is no source.');
    const { review } = toldIn(first);
    await makeFaultsBeside(everywhere.pretended);
    expect(await deleteOn(review, ['incomplete', 'breaks'])).toMatchObject({
      status: 409,
      body: { attributes: { reason: 'changed' } },
    });
    expect(await modelExists(modelId)).toBe(true);
  });
});
