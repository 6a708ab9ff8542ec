import { setTimeout as sleep } from 'timers/promises';
import { contracts } from '../../common/contracts/api';
import type { DeleteModelAnswer } from '../../common/contracts/deletion';
import { errorBody } from '../../common/contracts/errors';
import { environment } from '../cluster/environment';
import { makeConnector, removeFixtures, uniqueName } from '../cluster/fixtures';
import { ask, setSafeDelete, tell } from '../cluster/opensearch';
import { call, send } from '../cluster/plugin_api';
import { concurrently } from '../conformance/concurrently';

const DELETES = 200;
/** Deletes beside which nothing is registered: how long one takes. */
const UNDISTURBED = 9;
/** How much later than the answer to a delete the last register begins, in ms. */
const LATEST_MS = 20;
const LANES = 4;

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
}

let connectorId = '';
const finishes: Finish[] = [];

const register = (groupId: string) =>
  ask('POST', '/_plugins/_ml/models/_register', {
    name: uniqueName('model'),
    function_name: 'remote',
    model_group_id: groupId,
    connector_id: connectorId,
  });

async function makeLast(): Promise<Last> {
  const group = { name: uniqueName('group') };
  const { model_group_id: id } = await tell('POST', '/_plugins/_ml/model_groups/_register', group);
  const groupId = String(id);
  const modelId = String((await register(groupId)).model_id);
  const { fingerprint, model_group: reviewed } = await call('reviewModel', {
    params: { model_id: modelId },
  });
  if (!reviewed?.last_version) throw new Error(`${modelId} is not the last version of its group.`);
  return { modelId, groupId, fingerprint };
}

/** @throws Error where something else than a new version stops the delete */
async function remove({ modelId, fingerprint }: Last): Promise<Finish['group']> {
  const request = { params: { model_id: modelId }, query: { fingerprint } };
  const { status, body } = await send('deleteModel', request);
  if (status === 200) return contracts.deleteModel.answer.parse(body).model_group;
  const { reason } = errorBody.parse(body).attributes ?? {};
  if (reason !== 'changed') throw new Error(`${status} ${JSON.stringify(body)}`);
  return 'stopped';
}

async function durationOf(last: Last): Promise<number> {
  const began = performance.now();
  await remove(last);
  return performance.now() - began;
}

async function race(last: Last, offset: number): Promise<Finish> {
  const [group, other] = await Promise.all([
    remove(last),
    sleep(offset).then(() => register(last.groupId)),
  ]);
  const { name } = await ask('GET', `/_plugins/_ml/model_groups/${last.groupId}`);
  return {
    offset,
    group,
    registered: typeof other.model_id === 'string' ? other.model_id : null,
    groupIsThere: name !== undefined,
  };
}

/** A version whose group went under it. */
const isOrphan = ({ registered, groupIsThere }: Finish) => registered !== null && !groupIsThere;

beforeAll(async () => {
  await setSafeDelete(false);
  connectorId = await makeConnector();
  const lasts = await concurrently(
    Array.from({ length: UNDISTURBED + DELETES }, (_, at) => at),
    LANES,
    makeLast
  );
  const durations: number[] = [];
  for (const last of lasts.splice(0, UNDISTURBED)) durations.push(await durationOf(last));
  const usual = durations.sort((a, b) => a - b)[Math.floor(UNDISTURBED / 2)] ?? 0;
  // one by one: others who register hold back every removal of a group
  for (const [at, last] of lasts.entries()) {
    finishes.push(await race(last, (at / DELETES) * (usual + LATEST_MS)));
    const { registered } = finishes[finishes.length - 1] ?? {};
    for (const id of [last.modelId, registered]) {
      if (id) await ask('DELETE', `/_plugins/_ml/models/${id}`);
    }
    await ask('DELETE', `/_plugins/_ml/model_groups/${last.groupId}`);
  }
}, 400_000);

afterAll(async () => {
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
}, 60_000);

describe(`${DELETES} deletes of a group's last version while another one is registered`, () => {
  it('take the group from under none', () => {
    expect(finishes).toHaveLength(DELETES);
    expect(finishes.filter(isOrphan)).toEqual([]);
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
