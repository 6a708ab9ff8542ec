import type { MadeModel } from '../cluster/fixtures';
import stop from '../cluster/stop';
import { makeAttempts } from './attempts';
import { makeBystanders } from './bystanders';
import { dieAndRepeat, type Death } from './death';
import { told } from './deletes';
import { dieAsHost, dieAsOpenSearch } from './die';
import { groupKey, less, modelKey, readInventory, type Inventory } from './inventory';
import { judgeEnd, judgeList } from './judge';
import { HOST_KILLS, isGoneAfter, OPENSEARCH_KILLS, type Kill } from './kill';
import { leftOf, untilDeployed } from './observe';
import { endOfWhole, endsIn, goneAfter, RUN_KILLS, RUN_LENGTH } from './run_kills';
import { makeRun, runInto, runToEnd, type Round } from './run_of_20';
import { startStage, type Stage } from './stage';

const WITH_GROUP = 'deleted, group deleted';

let stage: Stage;
let bystander: MadeModel;

beforeAll(async () => {
  stage = await startStage();
  bystander = await makeBystanders();
});
afterAll(stop);

function testKills(kills: readonly Kill[], deathOf: () => Death) {
  const cases = kills.map((kill, index) => ({ ...kill, kill, index }));

  it.each(cases)('$at, which then $then: says $says, leaves $left', ({ kill, index }) => {
    const { attempts, ends, repeated, observed, after } = deathOf();
    const [attempt, end, again] = [attempts[index], ends[index], repeated[index]];
    if (!attempt || !end || !again) throw new Error('There was no such delete.');
    const { model } = attempt;
    expect(told(end)).toBe(kill.says);
    expect([kill.left, kill.orLeft]).toContain(leftOf(model, observed));
    expect(told(again)).toBe(isGoneAfter(kill) ? 'gone' : WITH_GROUP);
    // nothing proves any more that a model of the group was deleted by who asks
    expect(leftOf(model, after)).toBe(kill.left === 'empty group' ? 'empty group' : 'nothing');
    expect([...judgeEnd(end, model, observed), ...judgeEnd(again, model, after)]).toEqual([]);
  });

  it('shows in the list what is there, and has left everything else as it was', () => {
    const { attempts, before, observed } = deathOf();
    const gone = attempts.flatMap(({ kill, model }) => [
      ...(isGoneAfter(kill) ? [modelKey(model.id)] : []),
      ...(kill.left === 'nothing' ? [groupKey(model.groupId)] : []),
    ]);
    expect(judgeList(observed)).toEqual([]);
    expect(observed.inventory).toEqual(less(before, gone));
  });

  it('does the same when all was done again', () => {
    const { attempts, before, after } = deathOf();
    const gone = attempts.flatMap(({ kill, model }) => [
      modelKey(model.id),
      ...(kill.left === 'empty group' ? [] : [groupKey(model.groupId)]),
    ]);
    expect(judgeList(after)).toEqual([]);
    expect(after.inventory).toEqual(less(before, gone));
  });
}

describe('the Dashboards server is killed during undeploy-and-delete', () => {
  let death: Death;
  beforeAll(async () => {
    const attempts = await makeAttempts(HOST_KILLS, 'host');
    death = await dieAndRepeat(attempts, stage.hostUrl, (all) => dieAsHost(stage, all));
  });

  testKills(HOST_KILLS, () => death);
});

describe('OpenSearch is killed during undeploy-and-delete', () => {
  let death: Death;
  let unreadable: number[];
  beforeAll(async () => {
    const attempts = await makeAttempts(OPENSEARCH_KILLS, 'opensearch');
    death = await dieAndRepeat(attempts, stage.hostUrl, async (all) => {
      const died = await dieAsOpenSearch(stage, all, bystander.id);
      unreadable = died.unreadable;
      return died.ends;
    });
  });

  testKills(OPENSEARCH_KILLS, () => death);

  it('gives neither a list nor a review while the models can not be read', () => {
    expect(unreadable).toEqual([502, 502]);
  });
});

describe(`a run of ${RUN_LENGTH} deletes in which something is killed, again and again`, () => {
  let models: MadeModel[];
  let before: Inventory;
  const rounds: Round[] = [];
  let last: Round;
  beforeAll(async () => {
    models = await makeRun();
    before = await readInventory();
    for (const kill of RUN_KILLS) rounds.push(await runInto(kill, models, stage));
    last = await runToEnd(models, stage.hostUrl);
  });

  const idsOf = (positions: readonly number[]) => positions.map((at) => models[at]?.id ?? '');
  /** The keys of models that are gone, and of the groups that went with them. */
  const keysOf = (gone: readonly number[]) => {
    const left = models.filter((_model, at) => !gone.includes(at)).map(({ groupId }) => groupId);
    const orphans = RUN_KILLS.filter((kill) => kill.left === 'an empty group');
    const kept = [...left, ...orphans.map(({ position }) => models[position]?.groupId)];
    const goneModels = models.filter((_model, at) => gone.includes(at));
    const groups = new Set(goneModels.map(({ groupId }) => groupId));
    return [
      ...goneModels.map(({ id }) => modelKey(id)),
      ...[...groups].filter((id) => !kept.includes(id)).map(groupKey),
    ];
  };
  const endsOf = ({ ends }: Round) => models.map(({ id }) => (ends[id] ? told(ends[id]) : null));
  const wrongIn = ({ ends, observed }: Round) => {
    const ended = models.flatMap((model) => {
      const end = ends[model.id];
      return end ? [{ model, end }] : [];
    });
    return ended.flatMap(({ model, end }, at) => {
      const went = ended
        .slice(at + 1)
        .some((later) => later.model.groupId === model.groupId && told(later.end) === WITH_GROUP);
      return judgeEnd(end, model, observed, went);
    });
  };

  const cases = RUN_KILLS.map((kill, index) => ({ ...kill, kill, index }));

  it.each(cases)('is true when the $dies dies at model $position, $at', ({ kill, index }) => {
    const round = rounds[index];
    if (!round) throw new Error('There was no such round.');
    const previous = RUN_KILLS[index - 1];
    const goneBefore = previous ? goneAfter(previous) : [];
    expect([...round.notFound].sort()).toEqual(idsOf(goneBefore).sort());
    expect(endsOf(round)).toEqual(endsIn(kill, goneBefore));
    expect([...wrongIn(round), ...judgeList(round.observed)]).toEqual([]);
    const goneHere = RUN_KILLS.slice(0, index + 1).flatMap(goneAfter);
    expect(round.observed.inventory).toEqual(less(before, keysOf(goneHere)));
  });

  it('is finished by the last one, in which nothing dies', async () => {
    const all = models.map((_model, at) => at);
    const gone = RUN_KILLS.flatMap(goneAfter);
    expect(endsOf(last)).toEqual(all.map((at) => (gone.includes(at) ? null : endOfWhole(at))));
    expect([...wrongIn(last), ...judgeList(last.observed)]).toEqual([]);
    expect(last.observed.inventory).toEqual(less(before, keysOf(all)));
  });

  it('leaves a model deployed that was so and had nothing to do with it', async () => {
    await untilDeployed(bystander.id, stage.hostUrl);
  });
});
