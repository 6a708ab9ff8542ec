import { makeModel, modelState, removeFixtures, type MadeModel } from '../cluster/fixtures';
import { ask, tell, type Json } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';

const HOUR = 60 * 60 * 1_000;

afterEach(removeFixtures);

/** A model whose document says something else than ML Commons has written. */
async function makeModelThat(document: Json, updatedBefore: number): Promise<MadeModel> {
  const model = await makeModel();
  const path = `/.plugins-ml-model/_doc/${model.id}`;
  const { _source: source } = await ask('GET', path);
  await tell('PUT', `${path}?refresh=true`, {
    ...(source as Json),
    last_updated_time: Date.now() - updatedBefore,
    ...document,
  });
  return model;
}

async function problemOf({ id }: MadeModel) {
  const { models } = await call('listTroubled');
  const found = models.find(({ model }) => model.id === id);
  return found && { problem: found.problem, ...(found.detail && { detail: found.detail }) };
}

describe('GET /troubled', () => {
  it.each([
    ['DEPLOY_FAILED', 'deploy_failed'],
    ['DEPLOYING', 'deploying'],
    ['REGISTERING', 'registering'],
  ])(
    'lists a model that is %s for hours, and none that may still end by itself',
    async (...one) => {
      const [state, problem] = one;
      const long = await makeModelThat({ model_state: state }, 2 * HOUR);
      const recent = await makeModelThat({ model_state: state }, HOUR / 2);
      expect(await problemOf(long)).toEqual({ problem });
      expect(await problemOf(recent)).toBeUndefined();
    }
  );

  it('lists no model that works, however old', async () => {
    const deployed = await makeModelThat({ model_state: 'DEPLOYED' }, 9_000 * HOUR);
    const registered = await makeModelThat({ model_state: 'REGISTERED' }, 9_000 * HOUR);
    expect(await problemOf(deployed)).toBeUndefined();
    expect(await problemOf(registered)).toBeUndefined();
  });

  it('lists a model that ML Commons can’t read, with its words', async () => {
    const framework_type = 'OF_ANOTHER_VERSION';
    const model_config = { model_type: 'text_embedding', embedding_dimension: 3, framework_type };
    const model = await makeModelThat({ model_config }, 0);
    expect(await problemOf(model)).toEqual({
      problem: 'unreadable',
      detail: 'Wrong framework type',
    });
    await ask('DELETE', `/.plugins-ml-model/_doc/${model.id}?refresh=true`);
  });

  it('lists those that were changed longest ago first, and what is deleted no more', async () => {
    const newer = await makeModelThat({ model_state: 'DEPLOY_FAILED' }, 30 * HOUR);
    const older = await makeModelThat({ model_state: 'DEPLOY_FAILED' }, 60 * HOUR);
    const ids = async () => (await call('listTroubled')).models.map(({ model }) => model.id);
    const listed = await ids();
    expect(listed.indexOf(older.id)).toBeLessThan(listed.indexOf(newer.id));
    expect(listed).toContain(older.id);
    const params = { model_id: older.id };
    const { fingerprint } = await call('reviewModel', { params });
    await call('deleteModel', { params, query: { fingerprint } });
    expect(await modelState(older.id)).toBeUndefined();
    expect(await ids()).not.toContain(older.id);
  });
});
