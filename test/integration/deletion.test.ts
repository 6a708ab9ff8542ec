import { makeFaults, mendWire, openGate, sentToCluster, untilHeld } from '../cluster/faults';
import {
  makeAgent,
  makeEnricherPipeline,
  makeGroup,
  makeIndex,
  makeIngestPipeline,
  makeLocalModel,
  makeModel,
  makeSearchPipeline,
  modelState,
  removeFixtures,
} from '../cluster/fixtures';
import { ask, setSafeDelete, tell, type Json } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';

const review = (id: string) => call('reviewModel', { params: { model_id: id } });

type Accept = 'breaks' | 'incomplete';
interface Wish {
  accept?: Accept[];
  undeployed?: boolean;
}

async function request(id: string, wish: Wish = {}) {
  const { fingerprint } = await review(id);
  return { params: { model_id: id }, query: { fingerprint, ...wish } };
}
const remove = async (id: string, wish?: Wish) => call('deleteModel', await request(id, wish));
const fail = async (id: string, wish?: Wish) =>
  callExpectingError('deleteModel', await request(id, wish));
const exists = async (id: string) => (await modelState(id)) !== undefined;
const groupExists = async (id: string) =>
  (await ask('GET', `/_plugins/_ml/model_groups/${id}`)).name !== undefined;

beforeEach(() => setSafeDelete(true));
afterEach(async () => {
  await mendWire();
  await removeFixtures();
});
afterAll(() => setSafeDelete(null));

describe('DELETE /models/{model_id} with safe delete on', () => {
  it('refuses while anything blocks, follows what is removed, and then deletes', async () => {
    const { id, groupId } = await makeModel();
    const first = await makeIngestPipeline(id);
    const second = await makeIngestPipeline(id);
    const search = await makeSearchPipeline(id);
    const agent = await makeAgent(id);
    const blockers: Array<[string, string]> = [
      [first, `/_ingest/pipeline/${first}`],
      [second, `/_ingest/pipeline/${second}`],
      [search, `/_search/pipeline/${search}`],
      [agent.id, `/_plugins/_ml/agents/${agent.id}`],
    ];
    while (blockers.length > 0) {
      const names = blockers.map(([name]) => name).sort();
      const { statusCode, attributes } = await fail(id, { accept: ['breaks', 'incomplete'] });
      expect(statusCode).toBe(409);
      expect(attributes?.reason).toBe('refused');
      expect(attributes?.review?.dependents.map((one) => one.id).sort()).toEqual(names);
      const [removed] = blockers.splice(0, 1);
      await tell('DELETE', String(removed?.[1]));
    }
    const answer = await remove(id);
    expect(answer).toMatchObject({
      result: 'deleted',
      model_id: id,
      model_group: 'deleted',
      response: { _id: id, result: 'deleted' },
    });
    expect(await exists(id)).toBe(false);
    expect(await groupExists(groupId)).toBe(false);
  });

  it('keeps the group while it has another version', async () => {
    const groupId = await makeGroup();
    const { id } = await makeModel({ groupId });
    await makeModel({ groupId });
    expect(await remove(id)).toMatchObject({ model_group: 'kept' });
    expect(await groupExists(groupId)).toBe(true);
  });

  it('answers 100 refusals by two of its checks at once in the shape of the contract', async () => {
    const { id } = await makeModel();
    const agent = await makeAgent(id);
    const ingest = await makeIngestPipeline(id);
    // the review is blind to both, so that each delete goes through to ML Commons, and none waits
    // as it does on releases up to 3.2
    await makeFaults(
      { path: '^/$', answer: { status: 200, body: '{"version":{"number":"3.6.0"}}' } },
      { path: '_ingest/pipeline', answer: { status: 404, body: '{}' } },
      {
        path: 'agents/_search',
        answer: { status: 200, body: '{"_shards":{"total":1,"successful":1,"failed":0}}' },
      }
    );
    const ready = await request(id);
    let fromMlCommons = 0;
    for (let round = 0; round < 100; round += 1) {
      const { statusCode, attributes } = await callExpectingError('deleteModel', ready);
      expect([statusCode, attributes?.reason]).toEqual([409, 'refused']);
      if (attributes?.cluster_message?.includes('are still using this model')) fromMlCommons += 1;
      expect(attributes?.review?.model.id).toBe(id);
    }
    expect(fromMlCommons).toBeGreaterThan(0);
    await mendWire();
    const { attributes } = await fail(id);
    expect(attributes?.review?.dependents.map((one) => one.id).sort()).toEqual(
      [agent.id, ingest].sort()
    );
  });
});

describe('DELETE /models/{model_id} with safe delete off', () => {
  beforeEach(() => setSafeDelete(false));

  it('deletes what is in use only when that is accepted', async () => {
    const { id } = await makeModel();
    await makeIngestPipeline(id);
    const { statusCode, attributes } = await fail(id);
    expect([statusCode, attributes?.reason]).toEqual([409, 'breaks']);
    expect((await fail(id, { accept: ['incomplete'] })).attributes?.reason).toBe('breaks');
    expect(await exists(id)).toBe(true);
    await remove(id, { accept: ['breaks'] });
    expect(await exists(id)).toBe(false);
  });

  it('asks to accept what ML Commons does not see, whatever the setting', async () => {
    const { id } = await makeModel();
    await makeEnricherPipeline(id);
    expect((await fail(id)).attributes?.reason).toBe('breaks');
    await setSafeDelete(true);
    expect((await fail(id)).attributes?.reason).toBe('breaks');
    await remove(id, { accept: ['breaks'] });
    expect(await exists(id)).toBe(false);
  });
});

describe('DELETE /models/{model_id}', () => {
  it('asks for a review', async () => {
    const { id } = await makeModel();
    expect(await callExpectingError('deleteModel', { params: { model_id: id } })).toMatchObject({
      statusCode: 428,
      attributes: { reason: 'fingerprint_required' },
    });
    expect(await exists(id)).toBe(true);
  });

  it('stops when something changed since the review, and shows the new one', async () => {
    const { id } = await makeModel();
    const before = await request(id, { accept: ['breaks'] });
    const added = await makeEnricherPipeline(id);
    const { statusCode, attributes } = await callExpectingError('deleteModel', before);
    expect([statusCode, attributes?.reason]).toEqual([409, 'changed']);
    expect(attributes?.review?.dependents.map((one) => one.id)).toEqual([added]);
    expect(attributes?.review?.fingerprint).toBe((await review(id)).fingerprint);
    expect(await exists(id)).toBe(true);
  });

  it('stops when indexes use a pipeline since the review that no index used', async () => {
    await setSafeDelete(false);
    const { id } = await makeModel();
    const pipeline = await makeIngestPipeline(id);
    const before = await request(id, { accept: ['breaks'] });
    const indexes = [await makeIndex(pipeline), await makeIndex(pipeline)];
    const { statusCode, attributes } = await callExpectingError('deleteModel', before);
    expect([statusCode, attributes?.reason]).toEqual([409, 'changed']);
    const impact = attributes?.review?.dependents[0]?.impact.map((one) => one.id);
    expect(impact).toEqual(expect.arrayContaining(indexes.map((one) => one.id)));
    expect(await exists(id)).toBe(true);
  });

  it('stops at another model that has the same id', async () => {
    const { id } = await makeModel();
    const before = await request(id);
    // as after a delete and a register under the same custom id, which 3.9 takes
    const { _source: source } = await tell('GET', `/.plugins-ml-model/_doc/${id}`);
    const another = { ...(source as Json), created_time: Date.now() + 1 };
    await tell('PUT', `/.plugins-ml-model/_doc/${id}?refresh=true`, another);
    const { statusCode, attributes } = await callExpectingError('deleteModel', before);
    expect([statusCode, attributes?.reason]).toEqual([409, 'changed']);
    expect(await exists(id)).toBe(true);
  });

  it('takes neither an undeploy that was agreed to nor an update for a change', async () => {
    const { id } = await makeModel({ deploy: true });
    const before = await request(id, { undeployed: true });
    await tell('PUT', `/_plugins/_ml/models/${id}`, { description: 'updated since' });
    await tell('POST', `/_plugins/_ml/models/${id}/_undeploy`);
    expect(await call('deleteModel', before)).toMatchObject({ result: 'deleted' });
  });

  it('keeps a group that is being given a version, which nobody can find yet', async () => {
    const { id, groupId } = await makeModel();
    const before = await request(id);
    // what a register does first
    await makeFaults({
      method: 'DELETE',
      path: '_ml/models/',
      answer: { hold: 'answer', gate: 'deleted' },
    });
    const answer = call('deleteModel', before);
    await untilHeld('deleted');
    await tell('POST', `/.plugins-ml-model-group/_update/${groupId}`, {
      doc: { latest_version: 2 },
    });
    await openGate('deleted');
    expect(await answer).toMatchObject({ result: 'deleted', model_group: 'kept' });
    expect(await groupExists(groupId)).toBe(true);
  });

  it('says which version was registered in a group while that was removed', async () => {
    const { id, groupId } = await makeModel();
    const before = await request(id);
    await makeFaults({
      method: 'DELETE',
      path: '_ml/model_groups/',
      answer: { hold: 'answer', gate: 'removed' },
    });
    const answer = call('deleteModel', before);
    await untilHeld('removed');
    // as of a register that had its number already
    const late = `${id}-late`;
    const document = { name: 'late', model_group_id: groupId, model_state: 'REGISTERED' };
    await tell('PUT', `/.plugins-ml-model/_doc/${late}?refresh=true`, document);
    try {
      await openGate('removed');
      expect(await answer).toMatchObject({
        model_group: 'deleted',
        versions_without_group: [late],
      });
    } finally {
      await ask('DELETE', `/.plugins-ml-model/_doc/${late}?refresh=true`);
    }
  });

  it('does not delete on an incomplete review unless that is accepted', async () => {
    const { id } = await makeModel();
    await makeFaults({ path: 'agents/_search', answer: { status: 500, body: '{"error":"boom"}' } });
    expect((await fail(id)).attributes?.reason).toBe('incomplete');
    expect((await fail(id, { accept: ['breaks'] })).attributes?.reason).toBe('incomplete');
    expect(await exists(id)).toBe(true);
    await remove(id, { accept: ['incomplete'] });
    expect(await exists(id)).toBe(false);
  });

  it('takes a source that can not be read any more for a change', async () => {
    const { id } = await makeModel();
    const before = await request(id, { accept: ['incomplete'] });
    await makeFaults({ path: 'agents/_search', answer: { status: 500, body: '{"error":"boom"}' } });
    expect((await callExpectingError('deleteModel', before)).attributes?.reason).toBe('changed');
  });

  it('deletes no deployed model, and undeploys none itself', async () => {
    const { id } = await makeModel({ deploy: true });
    for (const undeployed of [false, true]) {
      expect((await fail(id, { undeployed })).attributes?.reason).toBe('undeploy_first');
    }
    expect(await modelState(id)).toBe('DEPLOYED');
  });

  it('deletes a local model with its content and its group', async () => {
    const { id, groupId } = await makeLocalModel();
    expect(await remove(id)).toMatchObject({ model_group: 'deleted' });
    expect(await groupExists(groupId)).toBe(false);
    await tell('POST', '/.plugins-ml-model/_refresh');
    const chunks = { query: { term: { model_id: id } } };
    expect(await tell('POST', '/.plugins-ml-model/_count', chunks)).toMatchObject({ count: 0 });
  });

  it('says that an unknown model is not there', async () => {
    expect(
      await callExpectingError('deleteModel', {
        params: { model_id: 'not-there' },
        query: { fingerprint: '0'.repeat(64) },
      })
    ).toMatchObject({ statusCode: 404, attributes: { reason: 'not_found' } });
  });

  it('passes on a refusal of ML Commons, and leaves the group alone', async () => {
    const { id, groupId } = await makeModel();
    const reason = "User doesn't have privilege to perform this operation on this model";
    const error = { type: 'status_exception', reason };
    const ready = await request(id);
    await makeFaults({
      method: 'DELETE',
      path: '_ml/models/',
      answer: { status: 403, body: JSON.stringify({ error, status: 403 }) },
    });
    expect(await callExpectingError('deleteModel', ready)).toMatchObject({
      statusCode: 403,
      message: reason,
      attributes: { reason: 'forbidden', cluster_message: reason },
    });
    expect(await groupExists(groupId)).toBe(true);
  });

  it('finds out what became of a delete whose answer was lost', async () => {
    const { id } = await makeModel();
    const ready = await request(id);
    await makeFaults({ method: 'DELETE', path: '_ml/models/', answer: 'truncate' });
    expect(await call('deleteModel', ready)).toMatchObject({ result: 'deleted', response: null });
    expect(
      (await sentToCluster()).filter((one) => one.includes('DELETE /_plugins/_ml/models/'))
    ).toHaveLength(1);
  });
});
