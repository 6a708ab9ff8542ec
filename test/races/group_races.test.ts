import { setTimeout as sleep } from 'timers/promises';
import { contracts } from '../../common/contracts/api';
import type { DeleteModelAnswer } from '../../common/contracts/deletion';
import { errorBody } from '../../common/contracts/errors';
import { environment } from '../cluster/environment';
import { makeConnector, makeModel, removeFixtures, uniqueName } from '../cluster/fixtures';
import { IS_LONG } from '../cluster/long_form';
import { ask, setSafeDelete, tell, type Json } from '../cluster/opensearch';
import { call, send } from '../cluster/plugin_api';

const DELETES = IS_LONG ? 200 : 80;
/** Deletes beside which nothing is registered: how long one takes. */
const UNDISTURBED = 9;
/** How much later than the answer to a delete the last register begins, in ms. */
const LATEST_MS = 20;
/**
 * ML Commons deletes a group whatever is being registered, and compares nothing: a register that
 * begins between our last look and that overtakes it. Of 200 none does on an idle machine, and one
 * where all cores are busy, since the time between the two is longer then.
 */
const MAX_ORPHANS = DELETES / 20;

/** The only version of a group, reviewed. */
interface Last {
  modelId: string;
  groupId: string;
  fingerprint: string;
}

/** What came of the delete of a group's last version while another one was registered. */
interface Finish {
  offset: number;
  /** `stopped`: the version had its number before the delete was looked into. */
  group: DeleteModelAnswer['model_group'] | 'stopped';
  /** The id of the other version; null where ML Commons refused it. */
  registered: string | null;
  groupIsThere: boolean;
  /** What the answer names as left without its group. */
  named: readonly string[];
}

let connectorId = '';
const finishes: Finish[] = [];
const groupIds: string[] = [];

const register = (groupId: string) =>
  ask('POST', '/_plugins/_ml/models/_register', {
    name: uniqueName('model'),
    function_name: 'remote',
    model_group_id: groupId,
    connector_id: connectorId,
  });

const MODELS = '.plugins-ml-model';
const GROUPS = '.plugins-ml-model-group';

async function copy(index: string, sources: ReadonlyMap<string, Json>): Promise<void> {
  const lines = [...sources].flatMap(([id, source]) => [{ index: { _id: id } }, source]);
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const { errors } = await tell('POST', `/${index}/_bulk?refresh=true`, body);
  if (errors !== false) throw new Error(`${index} took no copies.`);
}

/** Copies of one group with its one version, since registering takes a tenth of a second each. */
async function makeLasts(count: number): Promise<Last[]> {
  const original = await makeModel();
  const model = await tell('GET', `/${MODELS}/_doc/${original.id}`);
  const group = await tell('GET', `/${GROUPS}/_doc/${original.groupId}`);
  const ids = Array.from({ length: count }, (_, at) => {
    return { modelId: `${original.id}-${at}`, groupId: `${original.groupId}-${at}` };
  });
  groupIds.push(...ids.map(({ groupId }) => groupId));
  await copy(GROUPS, new Map(ids.map(({ groupId }) => [groupId, group._source as Json])));
  const ofGroup = (id: string) => ({ ...(model._source as Json), model_group_id: id });
  await copy(MODELS, new Map(ids.map(({ modelId, groupId }) => [modelId, ofGroup(groupId)])));
  const model_ids = ids.map(({ modelId }) => modelId);
  const { reviews } = await call('reviewModels', { body: { model_ids } });
  return ids.map((last) => {
    const review = reviews.find((one) => one.model.id === last.modelId);
    if (!review?.model_group?.last_version) {
      throw new Error(`${last.modelId} is not the last version of its group.`);
    }
    return { ...last, fingerprint: review.fingerprint };
  });
}

/** @throws Error where something else than a new version stops the delete */
async function remove({ modelId, fingerprint }: Last): Promise<Pick<Finish, 'group' | 'named'>> {
  const request = { params: { model_id: modelId }, query: { fingerprint } };
  const { status, body } = await send('deleteModel', request);
  if (status === 200) {
    const answer = contracts.deleteModel.answer.parse(body);
    return { group: answer.model_group, named: answer.versions_without_group ?? [] };
  }
  const { reason } = errorBody.parse(body).attributes ?? {};
  if (reason !== 'changed') throw new Error(`${status} ${JSON.stringify(body)}`);
  return { group: 'stopped', named: [] };
}

async function durationOf(last: Last): Promise<number> {
  const began = performance.now();
  await remove(last);
  return performance.now() - began;
}

async function race(last: Last, offset: number): Promise<Finish> {
  const [removed, other] = await Promise.all([
    remove(last),
    sleep(offset).then(() => register(last.groupId)),
  ]);
  const { name } = await ask('GET', `/_plugins/_ml/model_groups/${last.groupId}`);
  return {
    ...removed,
    offset,
    registered: typeof other.model_id === 'string' ? other.model_id : null,
    groupIsThere: name !== undefined,
  };
}

/** A version whose group went under it. */
const isOrphan = ({ registered, groupIsThere }: Finish) => registered !== null && !groupIsThere;

beforeAll(async () => {
  await setSafeDelete(false);
  connectorId = await makeConnector();
  const lasts = await makeLasts(UNDISTURBED + DELETES);
  const durations: number[] = [];
  for (const last of lasts.splice(0, UNDISTURBED)) durations.push(await durationOf(last));
  const usual = durations.sort((a, b) => a - b)[Math.floor(UNDISTURBED / 2)] ?? 0;
  // one by one: others who register hold back every removal of a group
  for (const [at, last] of lasts.entries()) {
    finishes.push(await race(last, (at / DELETES) * (usual + LATEST_MS)));
  }
});

/** All in two requests: deletes of each model and group take longer than the races themselves. */
async function removeGroups(): Promise<void> {
  const path = (index: string) => `/${index}/_delete_by_query?refresh=true&conflicts=proceed`;
  const query = { terms: { model_group_id: groupIds } };
  await tell('POST', path(MODELS), { query });
  await tell('POST', path(GROUPS), { query: { ids: { values: groupIds } } });
}

afterAll(async () => {
  await removeGroups();
  await removeFixtures();
  await setSafeDelete(null);
  const count = (isMeant: (finish: Finish) => boolean) => finishes.filter(isMeant).length;
  process.stdout.write(
    `races for a group on ${environment().opensearchVersion}: ${finishes.length} deletes of a last ` +
      `version, ${count(isOrphan)} took a version's group with them; ` +
      `${count(({ group }) => group === 'stopped')} were stopped, the group was kept in ` +
      `${count(({ group }) => group === 'kept')} and deleted in ` +
      `${count(({ group }) => group === 'deleted')}\n`
  );
});

describe(`${DELETES} deletes of a group's last version while another one is registered`, () => {
  it('take the group from under hardly any, and name each from which they do', () => {
    expect(finishes).toHaveLength(DELETES);
    const orphans = finishes.filter(isOrphan);
    expect(orphans.length).toBeLessThanOrEqual(MAX_ORPHANS);
    expect(orphans.filter(({ registered, named }) => !named.includes(String(registered)))).toEqual(
      []
    );
  });

  it('say what became of the group', () => {
    const wrong = finishes.filter(
      ({ group, groupIsThere }) => (group === 'deleted') === groupIsThere
    );
    expect(wrong).toEqual([]);
  });

  it('were met by the other version before and after', () => {
    const became = finishes.map(({ group }) => group);
    expect(became).toEqual(expect.arrayContaining(['kept', 'deleted']));
  });
});
