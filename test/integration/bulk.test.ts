import type { ReviewModelsAnswer } from '../../common/contracts/deletion';
import { EMPTY_FORM, openConditions } from '../../common/deletion/consent';
import { planRun } from '../../common/deletion/run_plan';
import { type ModelProgress, type RunState, startRun } from '../../public/deletion/bulk/run';
import { cutWire, makeFaults, mendWire, sentToCluster } from '../cluster/faults';
import {
  makeAgent,
  makeEnricherPipeline,
  makeGroup,
  makeIndex,
  makeIngestPipeline,
  makeModel,
  makeSearchPipeline,
  modelState,
  removeFixtures,
} from '../cluster/fixtures';
import { guard } from '../cluster/guardrails';
import { ask, setSafeDelete, tell } from '../cluster/opensearch';
import { pageApi } from '../cluster/page_api';
import { call, callExpectingError, send, sendRaw } from '../cluster/plugin_api';

beforeEach(() => setSafeDelete(true));
afterEach(async () => {
  await mendWire();
  await removeFixtures();
});
afterAll(() => setSafeDelete(null));

const reviewAll = (...ids: string[]) => call('reviewModels', { body: { model_ids: ids } });
const exists = async (id: string) => (await modelState(id)) !== undefined;
const groupExists = async (id: string) =>
  (await ask('GET', `/_plugins/_ml/model_groups/${id}`)).name !== undefined;

const api = pageApi();

interface Wish {
  agreesToAll?: boolean;
  /** Between the deletes: after the first of them, and so on. */
  after?: Array<() => Promise<unknown>>;
  stopAfter?: number;
}

const ended = (state: RunState) =>
  Object.fromEntries(
    state.models.map(({ planned, progress }) => [planned.shown.model.id, told(progress)])
  );

function told(progress: ModelProgress): string {
  if (progress.kind === 'deleted') return `deleted, group ${progress.answer.model_group}`;
  return progress.kind === 'stopped' ? progress.reason : progress.kind;
}

/** What the page plans where nothing was entered, or all was that can be. */
function planOf(answer: ReviewModelsAnswer, agreesToAll = false) {
  const { deletes, excluded } = planRun(answer, (shown) =>
    openConditions(
      shown,
      agreesToAll ? { undeploy: true, typedName: shown.model.name } : EMPTY_FORM
    )
  );
  return { deletes, excluded, order: deletes.map(({ shown }) => shown.model.id) };
}

/** Runs as the page does. */
async function runOn(
  answer: ReviewModelsAnswer,
  { agreesToAll, after = [], stopAfter }: Wish = {}
) {
  const begun = new Set<string>();
  const run = startRun(planOf(answer, agreesToAll).deletes, {
    api: {
      ...api,
      async deleteModel(id, consent) {
        if (!begun.has(id)) await after[begun.size - 1]?.();
        begun.add(id);
        const sent = api.deleteModel(id, consent);
        if (begun.size === stopAfter) setImmediate(() => run.stop());
        return sent;
      },
    },
    onChange: () => undefined,
  });
  return ended(await run.ended);
}

describe('POST /reviews', () => {
  it('has the reviews that each model has by itself, and reads each source once', async () => {
    const groupId = await makeGroup();
    const models = [
      await makeModel({ groupId }),
      await makeModel({ groupId }),
      await makeModel({ deploy: true }),
      await makeModel(),
      await makeModel(),
    ];
    const [used = '', called = '', , guarding = '', user = ''] = models.map(({ id }) => id);
    await makeIndex(await makeIngestPipeline(used));
    await makeSearchPipeline(used);
    await makeEnricherPipeline(called);
    await makeAgent(called);
    await guard(user, guarding, called);
    await makeIngestPipeline(user);

    await makeFaults();
    const { reviews, errors } = await reviewAll(...models.map(({ id }) => id));
    const sent = await sentToCluster();
    expect(errors).toEqual([]);
    const alone = [];
    for (const { id } of models) {
      alone.push(await call('reviewModel', { params: { model_id: id } }));
    }
    expect(reviews).toEqual(alone);
    const impact = reviews[3]?.dependents[0]?.impact;
    expect(impact?.map(({ kind }) => kind)).toEqual(['ingest_pipeline']);

    const timesRead = (path: RegExp) => sent.filter((one) => path.test(one)).length;
    const sources = [
      'GET /_ingest/pipeline',
      'GET /_search/pipeline',
      'agents/_search',
      '_mapping',
    ];
    expect(sources.map((path) => timesRead(new RegExp(path)))).toEqual([1, 1, 1, 1]);
    expect(timesRead(new RegExp(`GET /_plugins/_ml/model_groups/${groupId}`))).toBe(1);
  });

  it('reports what can not be read, in the words of a review by itself, and goes on', async () => {
    const { id } = await makeModel();
    const { id: closed } = await makeModel();
    const reason = "User doesn't have privilege to perform this operation on this model";
    const body = { error: { type: 'status_exception', reason }, status: 403 };
    await makeFaults({
      method: 'GET',
      path: `models/${closed}`,
      answer: { status: 403, body: JSON.stringify(body) },
    });
    const answer = await reviewAll('not-there', closed, id);
    expect(answer.reviews.map((one) => one.model.id)).toEqual([id]);
    const alone = [];
    for (const modelId of ['not-there', closed]) {
      const params = { model_id: modelId };
      const { message, attributes } = await callExpectingError('reviewModel', { params });
      alone.push({ model_id: modelId, message, ...attributes });
    }
    expect(answer.errors).toEqual(alone);
    expect(answer.errors.map((one) => one.reason)).toEqual(['not_found', 'forbidden']);
    await mendWire();
    expect(await runOn(answer)).toEqual({ [id]: 'deleted, group deleted' });
  });

  it.each<[string, unknown]>([
    ['no ids', []],
    ['too many', Array.from({ length: 501 }, (_, index) => `m${index}`)],
    ['one twice', ['a', 'b', 'a']],
    ['what is no id', ['../_cluster/settings']],
    ['a number', [1]],
    ['no list', 'a'],
  ])('refuses %s', async (_what, modelIds) => {
    await makeFaults();
    const body = JSON.stringify({ model_ids: modelIds });
    const { status } = await sendRaw('POST', '/api/ml_models/reviews', { body });
    expect(status).toBe(400);
    expect(await sentToCluster()).toEqual([]);
  });

  it('says that the cluster is away, or that nobody is signed in, as every route', async () => {
    const { id } = await makeModel();
    const request = { body: { model_ids: [id, 'not-there'] } };
    await cutWire();
    expect(await callExpectingError('reviewModels', request)).toMatchObject({
      statusCode: 503,
      attributes: { reason: 'unreachable' },
    });
    const answer = { status: 401, type: 'text/plain', body: 'Unauthorized' };
    await makeFaults({ path: '.*', answer });
    expect((await send('reviewModels', request)).status).toBe(401);
  });

  it('takes as many as it says', async () => {
    const ids = Array.from({ length: 500 }, (_, index) => `none-${index}`);
    const { errors, reviews } = await reviewAll(...ids);
    expect(errors.map((one) => one.model_id)).toEqual(ids);
    expect(reviews).toEqual([]);
  });
});

describe('a run of deletes on the review of many', () => {
  it('deletes a model before its guardrail, on the consent to what was shown', async () => {
    const [guarding, user] = [await makeModel(), await makeModel()];
    await guard(user.id, guarding.id);
    const answer = await reviewAll(guarding.id, user.id);
    expect(answer.reviews[0]).toMatchObject({ conditions: ['breaks'] });
    expect(planOf(answer).deletes).toMatchObject([
      { shown: { model: { id: user.id } }, users: [] },
      { shown: { model: { id: guarding.id }, conditions: [] }, users: [user.id] },
    ]);
    expect(await runOn(answer)).toEqual({
      [user.id]: 'deleted, group deleted',
      [guarding.id]: 'deleted, group deleted',
    });
    expect([await exists(user.id), await exists(guarding.id)]).toEqual([false, false]);
  });

  it('leaves models that guard each other alone, and says which', async () => {
    const [one, other, free] = [await makeModel(), await makeModel(), await makeModel()];
    await guard(one.id, other.id);
    await guard(other.id, one.id);
    const answer = await reviewAll(one.id, other.id, free.id);
    const { order, excluded } = planOf(answer);
    expect(order).toEqual([free.id]);
    const ring = expect.arrayContaining([one.id, other.id]) as string[];
    expect(excluded).toMatchObject([
      { why: 'cycle', modelIds: ring },
      { why: 'cycle', modelIds: ring },
    ]);
    expect(await runOn(answer)).toEqual({ [free.id]: 'deleted, group deleted' });
    expect([await exists(one.id), await exists(other.id)]).toEqual([true, true]);
  });

  it('deletes a group of three with the last of them', async () => {
    const groupId = await makeGroup();
    const ids = [];
    for (let version = 1; version <= 3; version += 1) ids.push((await makeModel({ groupId })).id);
    const [first = '', second = '', third = ''] = ids;
    expect(await runOn(await reviewAll(...ids))).toEqual({
      [first]: 'deleted, group kept',
      [second]: 'deleted, group kept',
      [third]: 'deleted, group deleted',
    });
    expect(await groupExists(groupId)).toBe(false);
  });

  it('keeps a group when a version was added meanwhile', async () => {
    const groupId = await makeGroup();
    const [first, second] = [await makeModel({ groupId }), await makeModel({ groupId })];
    const answer = await reviewAll(first.id, second.id);
    const add = () => makeModel({ groupId });
    expect(await runOn(answer, { after: [add] })).toEqual({
      [first.id]: 'deleted, group kept',
      [second.id]: 'deleted, group kept',
    });
    expect(await groupExists(groupId)).toBe(true);
  });

  it('goes on after a failure in the middle, and keeps the group of what is left', async () => {
    const groupId = await makeGroup();
    const [first, second] = [await makeModel({ groupId }), await makeModel({ groupId })];
    const [third, guarding] = [await makeModel({ groupId }), await makeModel()];
    await guard(second.id, guarding.id);
    const answer = await reviewAll(guarding.id, first.id, second.id, third.id);
    await makeFaults({
      method: 'DELETE',
      path: `_ml/models/${second.id}`,
      answer: { status: 500, body: '{"error":"boom","status":500}' },
    });
    expect(await runOn(answer)).toEqual({
      [first.id]: 'deleted, group kept',
      [second.id]: 'failed',
      [guarding.id]: 'skipped',
      [third.id]: 'deleted, group kept',
    });
    expect([await groupExists(groupId), await exists(guarding.id)]).toEqual([true, true]);
  });

  it('stops only at the model of which something changed', async () => {
    const [first, used, last] = [await makeModel(), await makeModel(), await makeModel()];
    const answer = await reviewAll(first.id, used.id, last.id);
    const use = () => makeEnricherPipeline(used.id);
    expect(await runOn(answer, { after: [use] })).toEqual({
      [first.id]: 'deleted, group deleted',
      [used.id]: 'changed',
      [last.id]: 'deleted, group deleted',
    });
  });

  it('takes a model that was deleted meanwhile for gone', async () => {
    const groupId = await makeGroup();
    const [first, second] = [await makeModel({ groupId }), await makeModel({ groupId })];
    const third = await makeModel({ groupId });
    const answer = await reviewAll(first.id, second.id, third.id);
    const remove = () => tell('DELETE', `/_plugins/_ml/models/${second.id}`);
    expect(await runOn(answer, { after: [remove] })).toEqual({
      [first.id]: 'deleted, group kept',
      [second.id]: 'gone',
      [third.id]: 'deleted, group deleted',
    });
  });

  it('deletes nothing that blocks or was not accepted, and undeploys what was', async () => {
    const [blocked, broken] = [await makeModel(), await makeModel()];
    const deployed = await makeModel({ deploy: true });
    await makeIngestPipeline(blocked.id);
    await makeEnricherPipeline(broken.id);
    const answer = await reviewAll(blocked.id, broken.id, deployed.id);
    expect(await runOn(answer)).toEqual({});
    expect(await runOn(answer, { agreesToAll: true })).toEqual({
      [broken.id]: 'deleted, group deleted',
      [deployed.id]: 'deleted, group deleted',
    });
    expect(await exists(blocked.id)).toBe(true);
  });

  it('ends with the delete under way when it is stopped', async () => {
    const models = [await makeModel(), await makeModel(), await makeModel()];
    const [first = '', second = '', third = ''] = models.map(({ id }) => id);
    const answer = await reviewAll(first, second, third);
    expect(await runOn(answer, { stopAfter: 2 })).toEqual({
      [first]: 'deleted, group deleted',
      [second]: 'deleted, group deleted',
      [third]: 'not_started',
    });
    expect(await exists(third)).toBe(true);
  });
});
