import { environment } from '../cluster/environment';
import { makeModel, removeFixtures } from '../cluster/fixtures';
import { call, callExpectingError } from '../cluster/plugin_api';
import { waitFor } from '../cluster/wait_for';
import { as, type UserName } from './users';

afterEach(removeFixtures);

const kept = (user: UserName) => ({ ...as(user), host: environment().historyHost });

describe('the history of a model, for several users', () => {
  it('names who deleted it, to those who may delete models only', async () => {
    const { id } = await makeModel(as('owner'));
    const params = { model_id: id };
    const { fingerprint } = await call('reviewModel', { params }, as('owner'));
    const query = { fingerprint, accept: ['incomplete' as const] };
    await call('deleteModel', { params, query }, kept('owner'));
    // saved by the platform's own user: this one may write to no index
    const entry = await waitFor('the entry of the delete', async () => {
      const { entries } = await call('getHistory', { params }, kept('owner'));
      return entries.find(({ event }) => event === 'delete_model');
    });
    expect(entry).toMatchObject({ user: 'owner', model_id: id, done: true });
    expect(await callExpectingError('getHistory', { params }, kept('reader'))).toMatchObject({
      statusCode: 403,
      attributes: {
        cause: 'missing_permission',
        permission: 'cluster:admin/opensearch/ml/models/delete',
      },
    });
  });

  it('of one that is there is for those who may see it', async () => {
    const { id } = await makeModel(as('owner'));
    const params = { model_id: id };
    expect(await callExpectingError('getHistory', { params }, kept('other'))).toMatchObject({
      statusCode: 403,
    });
    const { total } = await call('getHistory', { params }, kept('owner'));
    expect(total).toBe((await call('getHistory', { params }, kept('admin'))).total);
  });
});
