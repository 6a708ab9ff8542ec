import { makeIngestPipeline, makeModel, removeFixtures, uniqueName } from '../cluster/fixtures';
import { ask, tell } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';
import { gapIn } from './coverage';
import { as } from './users';

const CONFIG = '/_plugins/_security/api/securityconfig';

/** Whether a list is cut down to the indexes that a user has permissions on, and not refused. */
async function setCutDown(value: boolean): Promise<void> {
  const path = '/config/dynamic/do_not_fail_on_forbidden';
  const change = JSON.stringify([{ op: 'add', path, value }]);
  const answer = await tell('PATCH', CONFIG, change);
  if (answer.status !== 'OK') throw new Error(`PATCH ${CONFIG}: ${JSON.stringify(answer)}`);
}

const made: string[] = [];

async function makeIndex(name: string, pipeline?: string): Promise<string> {
  const settings = {
    number_of_replicas: 0,
    ...(pipeline !== undefined && { default_pipeline: pipeline }),
  };
  await tell('PUT', `/${name}`, { settings });
  made.push(name);
  return name;
}

afterEach(async () => {
  for (const name of made.splice(0)) await ask('DELETE', `/${name}`);
  await setCutDown(false);
  await removeFixtures();
});

describe('a list of indexes that is cut down to those of the user', () => {
  it('is told from a whole one', async () => {
    await makeIndex(uniqueName('mine'));
    const { id } = await makeModel(as('eve'));
    const pipeline = await makeIngestPipeline(id);
    const index = await makeIndex(uniqueName('theirs'), pipeline);
    await tell('POST', `/${index}/_close`);
    const review = (user: 'ann' | 'eve' | 'admin') =>
      call('reviewModel', { params: { model_id: id } }, as(user));

    expect(gapIn((await review('eve')).coverage, 'index')).toMatch(/^forbidden: /);
    await setCutDown(true);
    const { coverage, conditions } = await review('eve');
    expect(gapIn(coverage, 'index')).toMatch(
      /^partial: OpenSearch lists \d+ of \d+ indexes to you\.$/
    );
    expect(conditions).toContain('incomplete');

    const { dependents, coverage: whole } = await review('admin');
    expect(gapIn(whole, 'index')).toBeUndefined();
    expect(dependents).toMatchObject([{ id: pipeline, impact: [{ id: index }] }]);
  });

  it('is whole for who has permissions on all', async () => {
    await setCutDown(true);
    await makeIndex(uniqueName('theirs'));
    const { id } = await makeModel(as('ann'));
    const { coverage } = await call('reviewModel', { params: { model_id: id } }, as('ann'));
    expect(gapIn(coverage, 'index')).toBeUndefined();
  });
});
