import {
  makeAgent,
  makeGroup,
  makeIngestPipeline,
  makeModel,
  removeFixtures,
} from '../cluster/fixtures';
import { setSafeDelete } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';
import { gapIn, gapsIn } from './coverage';
import { as, type UserName } from './users';
import { forbidden, missing, NOT_THEIRS } from './words';

const of = (id: string) => ({ params: { model_id: id } });
const review = (id: string, user: UserName) => call('reviewModel', of(id), as(user));
const makeOwned = () => makeModel(as('owner'));

afterEach(async () => {
  await removeFixtures();
  await setSafeDelete(null);
});

describe('GET /models/{model_id}/review', () => {
  it("is incomplete for the owner, for want of the pipelines' permissions", async () => {
    const { id, groupId } = await makeOwned();
    const { verdict, conditions, coverage, safe_delete, model_group } = await review(id, 'owner');
    expect(verdict).toBe('incomplete');
    expect(conditions).toEqual(['incomplete']);
    expect(gapIn(coverage, 'agent')).toBeUndefined();
    for (const kind of ['ingest', 'search'] as const) {
      const gap = gapIn(coverage, `${kind}_pipeline`);
      expect(gap).toMatch(/^forbidden: /);
      expect(gap).toMatch(missing(`cluster:admin/${kind}/pipeline/get`, 'owner'));
    }
    expect(safe_delete).toMatchObject({ supported: true, enabled: false, source: 'default' });
    expect(model_group).toMatchObject({ id: groupId, last_version: true });
  });

  it('is complete for the admin', async () => {
    const { id } = await makeOwned();
    const { verdict, coverage } = await review(id, 'admin');
    expect(gapsIn(coverage)).toEqual([]);
    expect(verdict).toBe('clear');
  });

  it('names to each user what that user can read', async () => {
    const { id } = await makeOwned();
    const agent = await makeAgent(id);
    const pipeline = await makeIngestPipeline(id);
    const seen = async (user: UserName) =>
      (await review(id, user)).dependents.map(({ kind, name }) => [kind, name]);
    expect(await seen('owner')).toEqual([['agent', agent.name]]);
    expect(await seen('admin')).toEqual(
      expect.arrayContaining([
        ['agent', agent.name],
        ['ingest_pipeline', pipeline],
      ])
    );
    expect((await review(id, 'owner')).conditions).toEqual(['incomplete', 'breaks']);
    await setSafeDelete(true);
    expect((await review(id, 'owner')).conditions).toEqual(['refused', 'incomplete']);
    expect((await review(id, 'admin')).conditions).toEqual(['refused']);
  });

  it('tells the reader of a public model that safe delete was not read', async () => {
    const groupId = await makeGroup(undefined, { access: 'public', ...as('owner') });
    const { id } = await makeModel({ groupId, ...as('owner') });
    const { verdict, coverage, safe_delete } = await review(id, 'reader');
    expect(verdict).toBe('incomplete');
    expect(gapsIn(coverage)).toEqual(
      expect.arrayContaining(['ingest_pipeline', 'search_pipeline', 'agent'])
    );
    expect(safe_delete.enabled).toBeNull();
    expect(safe_delete.detail).toMatch(missing('cluster:monitor/state', 'reader'));
  });

  it.each<[UserName, string | RegExp]>([
    ['none', missing('cluster:admin/opensearch/ml/models/get', 'none')],
    ['reader', NOT_THEIRS],
    ['other', NOT_THEIRS],
  ])('is refused to %s', async (user, words) => {
    const { id } = await makeOwned();
    expect(await callExpectingError('reviewModel', of(id), as(user))).toMatchObject(
      forbidden(words)
    );
  });
});
