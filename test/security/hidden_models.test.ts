import type { CoverageState } from '../../common/dependents/coverage';
import { makeAgent, makeGroup, makeModel, removeFixtures, uniqueName } from '../cluster/fixtures';
import { guard } from '../cluster/guardrails';
import { ask, tell } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';
import { gapsIn } from './coverage';
import { as, type UserName } from './users';

const of = (id: string) => ({ params: { model_id: id } });
const review = (id: string, user: UserName) => call('reviewModel', of(id), as(user));
const find = async (id: string, user: UserName, usage: 'unused' | 'unknown') =>
  (await call('listModels', { query: { search: id, usage } }, as(user))).total;

async function setModelAccess(value: boolean | null): Promise<void> {
  const persistent = { 'plugins.ml_commons.model_access_control_enabled': value };
  await tell('PUT', '/_cluster/settings', { persistent });
}

afterEach(async () => {
  await removeFixtures();
  await setModelAccess(null);
});

describe('a model that is used by one of a group that the user has no access to', () => {
  const makePair = async () => {
    const own = await makeModel(as('ann'));
    const hidden = await makeModel(as('bob'));
    await guard(hidden.id, own.id);
    return { own, hidden };
  };

  it('is read in part: no review, list or bulk review says that nothing uses it', async () => {
    const { own, hidden } = await makePair();
    const found = await review(own.id, 'ann');
    expect(found).toMatchObject({ verdict: 'incomplete', conditions: ['incomplete'] });
    expect(gapsIn(found.coverage)).toEqual(['model']);
    expect(found.coverage).toContainEqual({
      source: 'model',
      state: 'partial' satisfies CoverageState,
      detail: 'ML Commons lists only models of groups that you have access to.',
    });
    expect(await find(own.id, 'ann', 'unused')).toBe(0);
    expect(await find(own.id, 'ann', 'unknown')).toBe(1);
    expect(gapsIn((await call('getUsage', {}, as('ann'))).coverage)).toEqual(['model']);
    const body = { model_ids: [own.id] };
    const { reviews } = await call('reviewModels', { body }, as('ann'));
    expect(reviews.map((one) => one.conditions)).toEqual([['incomplete']]);

    const seen = await review(own.id, 'admin');
    expect(seen.verdict).toBe('breaks');
    expect(seen.dependents).toMatchObject([{ kind: 'model', id: hidden.id }]);
  });

  it('is deleted only where the gap is accepted', async () => {
    const { own } = await makePair();
    const { fingerprint } = await review(own.id, 'ann');
    const refused = await callExpectingError(
      'deleteModel',
      { ...of(own.id), query: { fingerprint } },
      as('ann')
    );
    expect(refused).toMatchObject({ statusCode: 409, attributes: { reason: 'incomplete' } });
    const accepted = { fingerprint, accept: ['incomplete' as const] };
    await call('deleteModel', { ...of(own.id), query: accepted }, as('ann'));
  });

  it('keeps what was found named', async () => {
    const { own } = await makePair();
    const seen = await makeModel(as('ann'));
    await guard(seen.id, own.id);
    const agent = await makeAgent(own.id);
    const { dependents, conditions } = await review(own.id, 'ann');
    expect(dependents.map(({ id }) => id)).toEqual(expect.arrayContaining([seen.id, agent.id]));
    expect(conditions).toEqual(['incomplete', 'breaks']);
  });

  it('is found by everybody without model access control', async () => {
    await setModelAccess(false);
    const { own, hidden } = await makePair();
    const { dependents, coverage } = await review(own.id, 'ann');
    expect(dependents.map(({ id }) => id)).toEqual([hidden.id]);
    expect(gapsIn(coverage)).toEqual([]);
  });
});

describe('where the user may list every model', () => {
  it('the review is complete', async () => {
    const groupId = await makeGroup(uniqueName('shared'), { access: 'public', ...as('bob') });
    const { id } = await makeModel(as('ann'));
    await makeModel({ groupId, ...as('bob') });
    const { verdict, coverage } = await review(id, 'ann');
    expect(gapsIn(coverage)).toEqual([]);
    expect(verdict).toBe('clear');
    expect(await find(id, 'ann', 'unused')).toBe(1);
  });

  it('the review is not, to who may not read how many there are', async () => {
    const { id } = await makeModel(as('eve'));
    expect(gapsIn((await review(id, 'eve')).coverage)).toContain('model');
  });
});

describe("another team's group", () => {
  it('is not deleted while it has versions, whoever asks', async () => {
    const { groupId } = await makeModel(as('ann'));
    const path = `/_plugins/_ml/model_groups/${groupId}`;
    const { status } = await ask('DELETE', path, undefined, as('bob').authorization);
    expect(status).toBe(409);
  });
});
