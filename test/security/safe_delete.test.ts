import { setSafeDelete } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';
import { as, type UserName } from './users';
import { forbidden, missing } from './words';

const change = { body: { enabled: true, scope: 'persistent' } } as const;

beforeEach(() => setSafeDelete(null));
afterAll(() => setSafeDelete(null));

describe('GET /safe_delete', () => {
  it.each<UserName>(['none', 'reader'])('is refused to %s', async (user) => {
    expect(await callExpectingError('getSafeDelete', {}, as(user))).toMatchObject(
      forbidden(missing('cluster:monitor/state', user))
    );
  });

  it.each<UserName>(['other', 'owner', 'admin'])('answers %s', async (user) => {
    expect(await call('getSafeDelete', {}, as(user))).toMatchObject({
      supported: true,
      enabled: false,
      source: 'default',
    });
  });
});

describe('PUT /safe_delete', () => {
  it.each<UserName>(['none', 'reader', 'other', 'owner'])('is refused to %s', async (user) => {
    expect(await callExpectingError('putSafeDelete', change, as(user))).toMatchObject(
      forbidden(missing('cluster:admin/settings/update', user))
    );
    expect(await call('getSafeDelete', {}, as('admin'))).toMatchObject({ enabled: false });
  });

  it('switches it for the admin, which others see', async () => {
    const on = { enabled: true, source: 'persistent', persistent: true };
    expect(await call('putSafeDelete', change, as('admin'))).toMatchObject(on);
    expect(await call('getSafeDelete', {}, as('owner'))).toMatchObject(on);
  });
});
