import { errorBody } from '../../common/contracts/errors';
import { environment } from '../cluster/environment';
import { makeModel, modelState, removeFixtures } from '../cluster/fixtures';
import { callExpectingError, send, type Sender } from '../cluster/plugin_api';
import { as, withWrongPassword } from './users';

afterEach(removeFixtures);

describe.each<[string, () => Sender]>([
  ['a wrong password', () => withWrongPassword('owner')],
  ['no user', () => ({})],
])('with %s', (_case, sender) => {
  it('every route answers 401', async () => {
    const { id } = await makeModel(as('owner'));
    const params = { model_id: id };
    const query = { fingerprint: '0'.repeat(64) };
    const body = { enabled: true, scope: 'persistent' } as const;
    const answers = [
      await callExpectingError('listModels', {}, sender()),
      await callExpectingError('getModel', { params }, sender()),
      await callExpectingError('reviewModel', { params }, sender()),
      await callExpectingError('undeployModel', { params }, sender()),
      await callExpectingError('deleteModel', { params, query }, sender()),
      await callExpectingError('getSafeDelete', {}, sender()),
      await callExpectingError('putSafeDelete', { body }, sender()),
      await callExpectingError('cleanUpModel', { params }, sender()),
      await callExpectingError('getPermissions', {}, sender()),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 401));
    expect(await modelState(id)).toBe('REGISTERED');
  });

  it('the browser is told how to sign in', async () => {
    const { authorization } = sender();
    const answer = await fetch(`${environment().hosts['18']}/api/ml_models/models`, {
      headers: { ...(authorization !== undefined && { authorization }) },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect(errorBody.parse(await answer.json()).statusCode).toBe(401);
  });
});

it("leaves others' requests alone", async () => {
  // Asked for an unknown URI without a user, the security plugin answers its 401 to whoever is
  // next on that connection; the platform's connections are shared by all users.
  await callExpectingError('listModels', {}, withWrongPassword('owner'));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const next = Array.from({ length: 30 }, () => send('getSafeDelete', {}, as('admin')));
  expect((await Promise.all(next)).map(({ status }) => status)).toEqual(next.map(() => 200));
});
