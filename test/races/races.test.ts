import { authorizationOf } from '../../workbench/opensearch';
import { environment } from '../cluster/environment';
import { makeFaults, mendWire, requestsOf } from '../cluster/faults';
import { removeFixtures } from '../cluster/fixtures';
import { IS_LONG } from '../cluster/long_form';
import { setSafeDelete } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';
import { concurrently } from '../conformance/concurrently';
import { figuresOf } from './figures';
import { isKnown, judge, mlCommonsRefuses, timingOf } from './judge';
import { KINDS } from './kinds';
import { makeManyModels, NO_MODELS, type ManyModels } from './many_models';
import { pointsOf } from './race_points';
import { combinationsOf, faultsOf, racesOf, type Combination } from './race';
import { runRace, type Finish } from './run_race';

const LANES = 6;

let models: ManyModels | undefined;
const finishes: Finish[] = [];

/** What a delete requests from the cluster, with `{model_id}` for the id, as the wire sees it. */
async function requestedByDelete(id: string): Promise<string[]> {
  const params = { model_id: id };
  const authorization = authorizationOf({ username: 'races', password: 'x' });
  const { fingerprint } = await call('reviewModel', { params });
  await mendWire();
  await call('deleteModel', { params, query: { fingerprint } }, { authorization });
  return (await requestsOf(authorization)).map(({ line }) => line.replace(id, '{model_id}'));
}

async function runAll(
  combinations: readonly Combination[],
  safeDelete: boolean,
  ids: readonly string[]
): Promise<Finish[]> {
  await setSafeDelete(safeDelete);
  const races = racesOf(combinations, safeDelete, ids);
  await makeFaults(...races.flatMap(faultsOf));
  return concurrently(races, LANES, runRace);
}

beforeAll(async () => {
  models = await makeManyModels();
  const [first = ''] = await models.copy(1);
  // an index that ML Commons makes with the first agent can't be read while it is being made
  for (const { shape } of KINDS) await (await shape.make(first, NO_MODELS)).remove();
  const points = pointsOf(await requestedByDelete(first));
  const combinations = combinationsOf(points, KINDS, { isLong: IS_LONG });
  for (const safeDelete of [false, true]) {
    const ids = await models.copy(combinations.length);
    finishes.push(...(await runAll(combinations, safeDelete, ids)));
  }
});

afterAll(async () => {
  await mendWire();
  await models?.remove();
  await removeFixtures();
  await setSafeDelete(null);
  process.stdout.write(figuresOf(environment().opensearchVersion, finishes));
});

const CASES = [false, true].flatMap((safeDelete) =>
  KINDS.map((kind) => ({ safeDelete, kind, what: kind.shape.id, onOff: safeDelete ? 'on' : 'off' }))
);

describe.each(CASES)('$what, created while a model is deleted, safe delete $onOff', (one) => {
  const mine = () =>
    finishes.filter(({ race }) => race.kind === one.kind && race.safeDelete === one.safeDelete);

  it('is never lost when it was known, nor when ML Commons refuses; the answers are true', () => {
    expect(mine().flatMap(judge)).toEqual([]);
  });

  it('came at every moment of the delete', () => {
    const timings = new Set(mine().map(timingOf));
    expect([...timings]).toEqual(
      expect.arrayContaining([
        'before the second review',
        'before its source was read again',
        'in between',
        'after the delete',
      ])
    );
  });
});

describe('all deletes', () => {
  const deletedOf = (isMeant: (finish: Finish) => boolean) =>
    finishes.filter((one) => isMeant(one) && !one.isThere).map(({ race }) => race.name);

  it('delete no model whose dependent was there when its kind was read again', () => {
    expect(deletedOf((one) => isKnown(timingOf(one)))).toEqual([]);
  });

  it('delete none that ML Commons would have refused, with safe delete on', () => {
    expect(deletedOf(mlCommonsRefuses)).toEqual([]);
  });
});
