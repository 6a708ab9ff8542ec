import { UNDEPLOYED_STATES } from '../../common/models/model_state';
import { deleteOne } from '../../public/deletion/bulk/run';
import { makeFaults, mendWire, openGate, sentToCluster, untilHeld } from '../cluster/faults';
import { makeIngestPipeline, makeModel, modelState, removeFixtures } from '../cluster/fixtures';
import { setSafeDelete, tell } from '../cluster/opensearch';
import { pageApi } from '../cluster/page_api';
import { call, callExpectingError } from '../cluster/plugin_api';
import { callAllTheTime, callUntilDeployed, type Traffic } from '../cluster/traffic';
import { waitUntil } from '../cluster/wait_for';

const DELETES = { method: 'DELETE', path: '_ml/models/' };
const of = (id: string) => ({ params: { model_id: id } });
const step = (id: string) => call('undeployModel', { ...of(id), query: { wait_seconds: 1 } });
const setAutoDeploy = (id: string, enabled: boolean) =>
  call('putAutoDeploy', { ...of(id), body: { enabled } });
const deploySetting = async (id: string) =>
  (await tell('GET', `/_plugins/_ml/models/${id}`)).deploy_setting;

async function agreed(id: string) {
  const { fingerprint } = await call('reviewModel', of(id));
  return { ...of(id), query: { fingerprint, undeployed: true } };
}

let traffic: Traffic | undefined;

beforeEach(() => setSafeDelete(true));
afterEach(async () => {
  await traffic?.stop();
  traffic = undefined;
  await mendWire();
  await removeFixtures();
});
afterAll(() => setSafeDelete(null));

describe('POST /models/{model_id}/_undeploy', () => {
  it('says that no node holds the model any more', async () => {
    const { id } = await makeModel({ deploy: true });
    expect(await call('undeployModel', of(id))).toEqual({
      model_id: id,
      state: 'UNDEPLOYED',
      auto_deploy: true,
      nodes: [],
    });
  });

  it('names the node that holds it still', async () => {
    const { id } = await makeModel({ deploy: true });
    await makeFaults({ path: '_undeploy', answer: { status: 200, body: '{}' } });
    const nodes = [{ id: expect.any(String) as string, name: 'test', state: 'DEPLOYED' }];
    expect(await step(id)).toMatchObject({ state: 'DEPLOYED', nodes });
  });

  it.each([
    ['the profile', '_ml/profile'],
    ['the names of the nodes', '_cluster/state/nodes'],
  ])('does not know the nodes where %s can not be read, and undeploys', async (_what, path) => {
    const { id } = await makeModel({ deploy: true });
    const error = { type: 'security_exception', reason: 'no permissions' };
    await makeFaults({ path, answer: { status: 403, body: JSON.stringify({ error }) } });
    expect(await step(id)).toMatchObject({ state: 'UNDEPLOYED', nodes: null });
  });

  it('answers 404 for an unknown model', async () => {
    expect(await callExpectingError('undeployModel', of('not-there'))).toMatchObject({
      statusCode: 404,
      attributes: { reason: 'not_found' },
    });
  });
});

describe('a delete after an undeploy for it', () => {
  it('finishes what was begun, on the review that was seen before', async () => {
    const { id } = await makeModel({ deploy: true });
    const request = await agreed(id);
    await step(id);
    expect(await call('deleteModel', request)).toMatchObject({ result: 'deleted' });
  });

  it('stops at any other change', async () => {
    const { id } = await makeModel({ deploy: true });
    const request = await agreed(id);
    await step(id);
    await makeIngestPipeline(id);
    expect(await callExpectingError('deleteModel', request)).toMatchObject({
      statusCode: 409,
      attributes: { reason: 'changed', review: { verdict: 'refused' } },
    });
  });

  it('undeploys nothing itself where the model is deployed again', async () => {
    const { id } = await makeModel({ deploy: true });
    const request = await agreed(id);
    await step(id);
    await callUntilDeployed(id);
    await makeFaults();
    expect(await callExpectingError('deleteModel', request)).toMatchObject({
      statusCode: 409,
      attributes: { reason: 'undeploy_first', review: { verdict: 'undeploy_first' } },
    });
    expect((await sentToCluster()).filter((one) => one.includes('_undeploy'))).toEqual([]);
  });
});

describe('a model that something calls all the time', () => {
  it('is not deleted after three tries, when a call comes before each delete', async () => {
    const { id } = await makeModel({ deploy: true });
    const review = await pageApi().reviewModel(id);
    const gates = ['first', 'second', 'third'];
    await makeFaults(
      ...gates.map((gate) => ({ ...DELETES, times: 1, answer: { hold: 'request' as const, gate } }))
    );
    const deleting = deleteOne({ shown: review, connector: null }, pageApi(), () => true);
    for (const gate of gates) {
      await untilHeld(gate);
      await callUntilDeployed(id);
      await openGate(gate);
    }
    expect(await deleting).toMatchObject({
      result: {
        kind: 'stopped',
        reason: 'undeploy_first',
        message: expect.stringContaining('Try undeploy model first') as string,
        review: { model: { id } },
      },
      wasUndeployed: true,
    });
    expect((await sentToCluster()).filter((one) => one.startsWith('DELETE'))).toHaveLength(3);
  });

  it('goes once its auto-deploy is off, while the calls go on', async () => {
    const { id } = await makeModel({ deploy: true });
    const request = await agreed(id);
    traffic = callAllTheTime(id);
    expect(await setAutoDeploy(id, false)).toEqual({ model_id: id, enabled: false });
    let undeployed = await step(id);
    // a deploy that a call began before that may end after an undeploy
    const isHeld = () => undeployed.state !== 'UNDEPLOYED' || undeployed.nodes?.length !== 0;
    for (let tries = 1; isHeld() && tries < 5; tries += 1) undeployed = await step(id);
    expect(undeployed).toMatchObject({ state: 'UNDEPLOYED', auto_deploy: false, nodes: [] });
    const before = traffic.calls();
    const { calls } = traffic;
    await waitUntil('ten more calls', () => calls() >= before + 10);
    expect(await modelState(id)).toBe('UNDEPLOYED');
    expect(await call('deleteModel', request)).toMatchObject({ result: 'deleted' });
  });
});

describe('PUT /models/{model_id}/auto_deploy', () => {
  it('changes that alone, and back', async () => {
    const { id } = await makeModel();
    const before = { is_auto_deploy_enabled: true, model_ttl_minutes: 7 };
    await tell('PUT', `/_plugins/_ml/models/${id}`, { deploy_setting: before });
    expect(await setAutoDeploy(id, false)).toEqual({ model_id: id, enabled: false });
    expect(await deploySetting(id)).toEqual({ ...before, is_auto_deploy_enabled: false });
    expect(await setAutoDeploy(id, true)).toEqual({ model_id: id, enabled: true });
    expect(await deploySetting(id)).toEqual(before);
  });

  it('answers 404 for an unknown model', async () => {
    const request = { params: { model_id: 'not-there' }, body: { enabled: false } };
    expect(await callExpectingError('putAutoDeploy', request)).toMatchObject({
      statusCode: 404,
      attributes: { reason: 'not_found' },
    });
  });
});

describe('POST /models/{model_id}/_deploy', () => {
  it('deploys again what was refused after its undeploy', async () => {
    const { id } = await makeModel({ deploy: true });
    await makeIngestPipeline(id);
    // the review is blind to the pipeline, as that of a user who may not read it
    await makeFaults({ path: '_ingest/pipeline', answer: { status: 403, body: '{}' } });
    const request = await agreed(id);
    await step(id);
    const query = { ...request.query, accept: ['incomplete' as const] };
    const { attributes } = await callExpectingError('deleteModel', { ...request, query });
    expect(attributes?.reason).toBe('refused');
    // ML Commons' look at the nodes, every 10 s, can write DEPLOY_FAILED over UNDEPLOYED
    expect([...UNDEPLOYED_STATES]).toContain(attributes?.review?.model.state);
    expect(await call('deployModel', of(id))).toEqual({ model_id: id, state: 'DEPLOYED' });
    expect(await modelState(id)).toBe('DEPLOYED');
  });

  it('says that it is deploying still when the time is over', async () => {
    const { id } = await makeModel();
    await makeFaults({
      method: 'POST',
      path: '_deploy',
      answer: { status: 200, body: '{"task_id":"none","status":"CREATED"}' },
    });
    const state = await call('deployModel', { ...of(id), query: { wait_seconds: 1 } });
    expect(state).toEqual({ model_id: id, state: 'REGISTERED' });
  });

  it('says that an unknown model is not there', async () => {
    expect(await callExpectingError('deployModel', of('not-there'))).toMatchObject({
      statusCode: 404,
      attributes: { reason: 'not_found' },
    });
  });
});
