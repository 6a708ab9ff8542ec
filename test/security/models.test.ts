import { USAGE_FILTERS, type UsageFilter } from '../../common/models/listing';
import { makeAgent, makeModel, removeFixtures } from '../cluster/fixtures';
import { call, callExpectingError } from '../cluster/plugin_api';
import { gapIn, gapsIn } from './coverage';
import { as, type UserName } from './users';
import { forbidden, missing, NOT_THEIRS } from './words';

const find = (id: string, user: UserName, usage: readonly UsageFilter[] = USAGE_FILTERS) =>
  call('listModels', { query: { search: id, usage: [...usage] } }, as(user));
const makeOwned = () => makeModel(as('owner'));

afterEach(removeFixtures);

describe('GET /models', () => {
  it("passes on the cluster's words to who may not search models", async () => {
    expect(await callExpectingError('listModels', {}, as('none'))).toMatchObject(
      forbidden(missing('cluster:admin/opensearch/ml/models/search', 'none'))
    );
  });

  it.each<[UserName, number]>([
    ['reader', 0],
    ['other', 0],
    ['owner', 1],
    ['admin', 1],
  ])('shows %s %i model(s) of a private group', async (user, count) => {
    const { id, name, groupId } = await makeOwned();
    const { models, total } = await find(id, user);
    expect(total).toBe(count);
    expect(models.map((model) => [model.id, model.name, model.model_group?.id])).toEqual(
      count === 0 ? [] : [[id, name, groupId]]
    );
  });

  it('tells the owner by name which permissions lack, and never calls a model unused', async () => {
    const { id } = await makeOwned();
    const { coverage = [] } = await find(id, 'owner');
    expect(gapIn(coverage, 'agent')).toBeUndefined();
    expect(gapIn(coverage, 'ingest_pipeline')).toMatch(/^forbidden: /);
    expect(gapIn(coverage, 'ingest_pipeline')).toMatch(
      missing('cluster:admin/ingest/pipeline/get', 'owner')
    );
    expect(gapIn(coverage, 'search_pipeline')).toMatch(/^forbidden: /);
    expect(gapIn(coverage, 'search_pipeline')).toMatch(
      missing('cluster:admin/search/pipeline/get', 'owner')
    );
    expect((await call('listModels', { query: { usage: 'unused' } }, as('owner'))).total).toBe(0);
    expect((await find(id, 'owner', ['unknown'])).total).toBe(1);
    await makeAgent(id);
    expect((await find(id, 'owner', ['in_use'])).usage).toEqual({
      [id]: { blocks: 1, breaks: 0, possible: 0 },
    });
  });

  it('tells the reader that agents were not read either', async () => {
    const { coverage } = await call('getUsage', {}, as('reader'));
    expect(gapIn(coverage, 'agent')).toMatch(
      missing('cluster:admin/opensearch/ml/agents/search', 'reader')
    );
    expect(gapIn(coverage, 'ingest_pipeline')).toMatch(/^forbidden: /);
    expect(gapIn(coverage, 'search_pipeline')).toMatch(/^forbidden: /);
  });

  it('checks everything for the admin', async () => {
    const { id } = await makeOwned();
    const { total, coverage = [] } = await find(id, 'admin', ['unused']);
    expect(gapsIn(coverage)).toEqual([]);
    expect(total).toBe(1);
  });
});

describe('GET /models/{model_id}', () => {
  const get = (id: string) => ({ params: { model_id: id } });

  it.each<[UserName, string | RegExp]>([
    ['none', missing('cluster:admin/opensearch/ml/models/get', 'none')],
    ['reader', NOT_THEIRS],
    ['other', NOT_THEIRS],
  ])('refuses %s', async (user, words) => {
    const { id } = await makeOwned();
    expect(await callExpectingError('getModel', get(id), as(user))).toMatchObject(forbidden(words));
  });

  it.each<UserName>(['owner', 'admin'])('answers %s', async (user) => {
    const { id, name } = await makeOwned();
    expect(await call('getModel', get(id), as(user))).toMatchObject({ model: { id, name } });
  });
});
