import type { Plan } from '../../common/replacement/plan';
import {
  makeIngestPipeline,
  makeModel,
  makeSearchPipeline,
  type MadeModel,
  removeFixtures,
  removeLater,
  uniqueName,
} from '../cluster/fixtures';
import { ask, tell } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';
import { as, type UserName } from './users';
import { missing } from './words';

const PUT_PIPELINE = 'cluster:admin/ingest/pipeline/put';
const GET_PIPELINE = 'cluster:admin/ingest/pipeline/get';

afterEach(removeFixtures);

const paramsOf = ({ id }: MadeModel) => ({ model_id: id });

function planAs(user: UserName, old: MadeModel, replacement: MadeModel): Promise<Plan> {
  const body = { replacement_id: replacement.id };
  return call('planReplacement', { params: paramsOf(old), body }, as(user));
}

/** What an admin's plan has `apply` asked for. */
async function applyBody(old: MadeModel, replacement: MadeModel) {
  const { changes } = await planAs('admin', old, replacement);
  const change = changes.find(({ kind }) => kind === 'ingest_pipeline');
  if (!change) throw new Error('The plan has no pipeline.');
  const { kind, id, fingerprint } = change;
  const accept = ['mixed_vectors' as const];
  return { replacement_id: replacement.id, kind, id, fingerprint, accept };
}

describe('a replacement with permissions', () => {
  it('is written as the user: what they may not write is not written, and the permission is named', async () => {
    const old = await makeModel(as('ann'));
    const other = await makeModel({ ...as('ann'), groupId: old.groupId });
    const pipeline = await makeIngestPipeline(old.id);
    const params = paramsOf(old);
    const body = await applyBody(old, other);
    const { attributes, statusCode } = await callExpectingError(
      'applyChange',
      { params, body },
      as('ann')
    );
    expect([statusCode, attributes]).toMatchObject([
      403,
      { reason: 'forbidden', cause: 'missing_permission', permission: PUT_PIPELINE },
    ]);
    const stored = async () => JSON.stringify(await tell('GET', `/_ingest/pipeline/${pipeline}`));
    expect(await stored()).toContain(old.id);

    const { journal } = await call('applyChange', { params, body }, as('admin'));
    expect(await stored()).toContain(other.id);
    const refused = await callExpectingError(
      'revertChange',
      { params, body: { journal } },
      as('ann')
    );
    expect(refused.attributes).toMatchObject({ permission: PUT_PIPELINE });
    expect(await stored()).toContain(other.id);
  });

  it('leaves what the user may not write to whoever may, and names the permission, without a write', async () => {
    const old = await makeModel(as('ann'));
    const other = await makeModel({ ...as('ann'), groupId: old.groupId });
    const pipeline = await makeIngestPipeline(old.id);
    await makeSearchPipeline(old.id);
    const template = uniqueName('template');
    await tell('PUT', `/_component_template/${template}`, {
      template: { settings: {}, mappings: { _meta: { model_id: old.id } } },
    });
    removeLater(() => ask('DELETE', `/_component_template/${template}`));
    const version = async () => (await tell('GET', '/_cluster/state/version')).version;
    const before = await version();
    const changesOf = async (user: UserName) => {
      const { changes } = await planAs(user, old, other);
      return changes.filter(({ id }) => id !== '');
    };
    expect(await changesOf('ann')).toMatchObject([
      {
        kind: 'index_template',
        action: 'manual',
        reason: expect.stringContaining('cluster:admin/component_template/put') as string,
      },
      {
        ...{ kind: 'ingest_pipeline', id: pipeline, action: 'manual', fingerprint: '' },
        reason: expect.stringContaining(PUT_PIPELINE) as string,
        requests: expect.stringMatching(
          new RegExp(`^PUT /_ingest/pipeline/${pipeline}\\n[^]*${other.id}`)
        ) as string,
      },
      {
        ...{ kind: 'search_pipeline', action: 'manual' },
        reason: expect.stringContaining('cluster:admin/search/pipeline/put') as string,
      },
    ]);
    expect((await changesOf('admin')).map(({ action }) => action)).toEqual([
      ...['change', 'change', 'change'],
    ]);
    expect(await version()).toBe(before);
  });

  it('shows what the user may not read as not checked, with the permission', async () => {
    const old = await makeModel(as('owner'));
    const other = await makeModel({ ...as('owner'), groupId: old.groupId });
    await makeIngestPipeline(old.id);
    const { changes } = await planAs('owner', old, other);
    expect(changes.filter(({ kind }) => kind === 'ingest_pipeline')).toMatchObject([
      {
        id: '',
        action: 'not_checked',
        reason: expect.stringMatching(missing(GET_PIPELINE, 'owner')) as string,
      },
    ]);
  });

  it('is not planned for models of others, who are no candidates either', async () => {
    const old = await makeModel(as('owner'));
    const theirs = await makeModel(as('bob'));
    const body = { replacement_id: theirs.id };
    const error = await callExpectingError(
      'planReplacement',
      { params: paramsOf(old), body },
      as('owner')
    );
    expect(error).toMatchObject({ statusCode: 403, attributes: { cause: 'others_model' } });
    const { candidates } = await call(
      'listCandidates',
      { params: paramsOf(old), query: { search: theirs.name } },
      as('owner')
    );
    expect(candidates).toEqual([]);
  });
});
