import { makeAgent, makeModel, removeFixtures } from '../cluster/fixtures';
import { traceOf } from '../cluster/host_log';
import { setSafeDelete } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';
import { waitFor } from '../cluster/wait_for';
import { as } from './users';

afterEach(async () => {
  await removeFixtures();
  await setSafeDelete(null);
});

/** The line is written after the answer, once the cluster has said who asked. */
function lineAbout(about: Parameters<typeof traceOf>[0]) {
  return waitFor('a line of the log', () => traceOf(about)[0]);
}

describe("the server's log", () => {
  it('tells of a delete on what was accepted: who, what, fingerprint, result, duration', async () => {
    await setSafeDelete(false);
    const { id } = await makeModel(as('owner'));
    await makeAgent(id);
    const params = { model_id: id };
    const { fingerprint } = await call('reviewModel', { params }, as('owner'));
    const query = { fingerprint, accept: ['breaks' as const, 'incomplete' as const] };
    await call('deleteModel', { params, query }, as('owner'));
    expect(await lineAbout((line) => line.model_id === id)).toEqual({
      event: 'delete_model',
      user: 'owner',
      data_source_id: null,
      model_id: id,
      fingerprint,
      accepted: ['breaks', 'incomplete'],
      undeployed: false,
      result: 'done',
      status: 200,
      model_group: 'deleted',
      duration_ms: expect.any(Number) as number,
    });
  });

  it('tells of a delete that was stopped, and why', async () => {
    const { id } = await makeModel(as('owner'));
    const params = { model_id: id };
    await callExpectingError(
      'deleteModel',
      { params, query: { fingerprint: '0'.repeat(64) } },
      as('owner')
    );
    expect(await lineAbout((line) => line.model_id === id)).toMatchObject({
      user: 'owner',
      accepted: [],
      result: 'changed',
      status: 409,
    });
  });

  it('tells of auto-deploy turned off, and of who was not allowed to', async () => {
    const { id } = await makeModel(as('owner'));
    const request = { params: { model_id: id }, body: { enabled: false } };
    await callExpectingError('putAutoDeploy', request, as('reader'));
    await call('putAutoDeploy', request, as('owner'));
    const isOf = (user: string) => (line: Record<string, unknown>) =>
      line.event === 'set_auto_deploy' && line.user === user && line.model_id === id;
    expect(await lineAbout(isOf('reader'))).toMatchObject({
      enabled: false,
      result: 'forbidden',
      status: 403,
    });
    expect(await lineAbout(isOf('owner'))).toMatchObject({
      enabled: false,
      result: 'done',
      now: { enabled: false },
    });
  });

  it('tells of a change of safe delete, and of one that was not allowed', async () => {
    const body = { enabled: true, scope: 'transient' as const };
    await callExpectingError('putSafeDelete', { body }, as('reader'));
    // other tests leave the setting to its default, in the same log
    const isChange = (user: string) => (line: Record<string, unknown>) =>
      line.event === 'set_safe_delete' &&
      line.user === user &&
      line.scope === 'transient' &&
      line.enabled === true;
    expect(await lineAbout(isChange('reader'))).toMatchObject({
      enabled: true,
      result: 'forbidden',
      status: 403,
    });
    await call('putSafeDelete', { body }, as('admin'));
    await call('putSafeDelete', { body: { enabled: null, scope: 'transient' } }, as('admin'));
    expect(await lineAbout(isChange('admin'))).toMatchObject({
      result: 'done',
      now: { enabled: true, source: 'transient' },
    });
  });
});
