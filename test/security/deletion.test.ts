import type { Consent } from '../../common/deletion/consent';
import { makeFaults, mendWire, openGate, untilHeld } from '../cluster/faults';
import {
  makeGroup,
  makeIngestPipeline,
  makeModel,
  makeSearchPipeline,
  modelState,
  removeFixtures,
} from '../cluster/fixtures';
import { ask, setSafeDelete } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';
import { as, type UserName } from './users';
import { forbidden, missing, NOT_THEIRS } from './words';

type Wish = Partial<Pick<Consent, 'accept' | 'undeployed'>>;

/** A delete on the review that `reviewer` saw. */
async function request(id: string, reviewer: UserName, wish: Wish = { accept: ['incomplete'] }) {
  const params = { model_id: id };
  const { fingerprint } = await call('reviewModel', { params }, as(reviewer));
  const { accept = [], undeployed = false } = wish;
  return { params, query: { fingerprint, accept: [...accept], undeployed } };
}
const remove = async (id: string, user: UserName, wish?: Wish) =>
  call('deleteModel', await request(id, user, wish), as(user));
const fail = async (id: string, user: UserName, wish?: Wish, reviewer = user) =>
  callExpectingError('deleteModel', await request(id, reviewer, wish), as(user));

const undeploy = (id: string, user: UserName) =>
  call('undeployModel', { params: { model_id: id } }, as(user));

const makeOwned = (deploy = false) => makeModel({ deploy, ...as('owner') });
const groupExists = async (id: string) =>
  (await ask('GET', `/_plugins/_ml/model_groups/${id}`)).name !== undefined;

async function expectUntouched(model: { id: string; groupId: string }, state = 'REGISTERED') {
  expect(await modelState(model.id)).toBe(state);
  expect(await groupExists(model.groupId)).toBe(true);
}

afterEach(async () => {
  await removeFixtures();
  await setSafeDelete(null);
});

describe('DELETE /models/{model_id}', () => {
  it.each([false, true])('deletes for the owner who accepts the gaps: deployed %s', async (up) => {
    const { id, groupId } = await makeOwned(up);
    const agreed = await request(id, 'owner', { accept: ['incomplete'], undeployed: up });
    if (up) await undeploy(id, 'owner');
    expect(await call('deleteModel', agreed, as('owner'))).toMatchObject({
      result: 'deleted',
      model_id: id,
      model_group: 'deleted',
      response: { _id: id, result: 'deleted' },
    });
    expect(await modelState(id)).toBeUndefined();
    expect(await groupExists(groupId)).toBe(false);
  });

  it('stops for the owner who has not accepted them', async () => {
    const model = await makeOwned();
    const { statusCode, attributes } = await fail(model.id, 'owner', {});
    expect(statusCode).toBe(409);
    expect(attributes?.reason).toBe('incomplete');
    expect(attributes?.review?.verdict).toBe('incomplete');
    await expectUntouched(model);
  });

  it('needs nothing accepted of the admin', async () => {
    const { id, groupId } = await makeOwned();
    expect(await remove(id, 'admin', {})).toMatchObject({ model_group: 'deleted' });
    expect(await groupExists(groupId)).toBe(false);
  });

  it.each<[UserName, string | RegExp]>([
    ['none', missing('cluster:admin/opensearch/ml/models/get', 'none')],
    ['reader', NOT_THEIRS],
    ['other', NOT_THEIRS],
  ])("is refused to %s, even on the owner's review, and the group stays", async (user, words) => {
    const model = await makeOwned(true);
    const wish: Wish = { accept: ['breaks', 'incomplete'], undeployed: true };
    expect(await fail(model.id, user, wish, 'owner')).toMatchObject(forbidden(words));
    await expectUntouched(model, 'DEPLOYED');
  });

  it('is refused to the reader of a public model by ML Commons itself', async () => {
    const groupId = await makeGroup(undefined, { access: 'public', ...as('owner') });
    const model = await makeModel({ groupId, ...as('owner') });
    expect(await fail(model.id, 'reader')).toMatchObject(
      forbidden(missing('cluster:admin/opensearch/ml/models/delete', 'reader'))
    );
    await expectUntouched(model);
  });

  it.each([
    ['ingest', makeIngestPipeline],
    ['search', makeSearchPipeline],
  ])("passes on ML Commons' refusal over a hidden %s pipeline", async (_kind, makePipeline) => {
    await setSafeDelete(true);
    const model = await makeOwned();
    const pipeline = await makePipeline(model.id);
    const { statusCode, attributes } = await fail(model.id, 'owner');
    expect(statusCode).toBe(409);
    expect(attributes?.reason).toBe('refused');
    expect(attributes?.cluster_message).toContain(pipeline);
    expect(attributes?.review?.dependents).toEqual([]);
    await expectUntouched(model);
  });

  it('leaves a model that was refused after its undeploy to be deployed again', async () => {
    await setSafeDelete(true);
    const model = await makeOwned(true);
    await makeIngestPipeline(model.id);
    const agreed = await request(model.id, 'owner', { accept: ['incomplete'], undeployed: true });
    await undeploy(model.id, 'owner');
    const { statusCode, attributes } = await callExpectingError('deleteModel', agreed, as('owner'));
    expect([statusCode, attributes?.reason]).toEqual([409, 'refused']);
    // by which the page knows, before and after
    expect(attributes?.review).toMatchObject({
      model: { state: 'UNDEPLOYED' },
      safe_delete: { enabled: true },
      coverage: expect.arrayContaining([
        expect.objectContaining({ source: 'ingest_pipeline', state: 'forbidden' }),
      ]) as unknown,
    });
    const params = { model_id: model.id };
    expect(await callExpectingError('deployModel', { params }, as('reader'))).toMatchObject({
      statusCode: 403,
      attributes: { reason: 'forbidden' },
    });
    expect(await call('deployModel', { params }, as('owner'))).toEqual({
      ...params,
      state: 'DEPLOYED',
    });
    expect(await modelState(model.id)).toBe('DEPLOYED');
  });

  it("keeps a group for its owner that a colleague's version is being registered in", async () => {
    const { id, groupId } = await makeOwned();
    const agreed = await request(id, 'owner');
    await makeFaults({
      method: 'DELETE',
      path: '_ml/models/',
      answer: { hold: 'answer', gate: 'deleted' },
    });
    const answer = call('deleteModel', agreed, as('owner'));
    await untilHeld('deleted');
    const other = await makeModel({ groupId, ...as('owner') });
    await openGate('deleted');
    expect(await answer).toMatchObject({ model_group: 'kept' });
    await mendWire();
    expect(await call('getModel', { params: { model_id: other.id } }, as('owner'))).toBeDefined();
  });
});
