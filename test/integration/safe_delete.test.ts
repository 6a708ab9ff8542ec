import { makeFaults, mendWire } from '../cluster/faults';
import { setSafeDelete, tell } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';

const KEY = 'plugins.ml_commons.safe_delete_model';
const put = (enabled: boolean | null, scope: 'persistent' | 'transient') =>
  call('putSafeDelete', { body: { enabled, scope } });

beforeEach(() => setSafeDelete(null));
afterEach(mendWire);
afterAll(() => setSafeDelete(null));

describe('safe delete', () => {
  it('is off by default', async () => {
    expect(await call('getSafeDelete')).toEqual({
      supported: true,
      enabled: false,
      source: 'default',
      transient: null,
      persistent: null,
    });
  });

  it('is set in either scope, and answers with what the cluster has then', async () => {
    expect(await put(true, 'persistent')).toMatchObject({ enabled: true, source: 'persistent' });
    expect(await put(false, 'transient')).toEqual({
      supported: true,
      enabled: false,
      source: 'transient',
      transient: false,
      persistent: true,
    });
    expect(await put(null, 'transient')).toMatchObject({ enabled: true, source: 'persistent' });
    expect(await put(null, 'persistent')).toMatchObject({ enabled: false, source: 'default' });
  });

  it('shows what another tool has set', async () => {
    await tell('PUT', '/_cluster/settings', { transient: { [KEY]: true } });
    expect(await call('getSafeDelete')).toMatchObject({ enabled: true, source: 'transient' });
  });

  it('changes nothing else', async () => {
    const other = { 'plugins.ml_commons.max_model_on_node': 11 };
    await tell('PUT', '/_cluster/settings', { persistent: other });
    await put(true, 'persistent');
    const { persistent } = await tell('GET', '/_cluster/settings?flat_settings=true');
    expect(persistent).toMatchObject({ 'plugins.ml_commons.max_model_on_node': '11' });
    await tell('PUT', '/_cluster/settings', {
      persistent: { 'plugins.ml_commons.max_model_on_node': null },
    });
  });

  it('says so when the cluster does not know the setting', async () => {
    await makeFaults(
      { method: 'GET', path: '_cluster/settings', answer: { status: 200, body: '{}' } },
      {
        method: 'PUT',
        path: '_cluster/settings',
        answer: {
          status: 400,
          body: JSON.stringify({
            error: {
              type: 'settings_exception',
              reason: `persistent setting [${KEY}], not recognized`,
            },
            status: 400,
          }),
        },
      }
    );
    expect(await call('getSafeDelete')).toMatchObject({ supported: false, enabled: false });
    expect(
      await callExpectingError('putSafeDelete', { body: { enabled: true, scope: 'persistent' } })
    ).toMatchObject({ statusCode: 409, attributes: { reason: 'unsupported' } });
  });

  it('passes on that the user may not change it', async () => {
    const reason = 'no permissions for [cluster:admin/settings/update] and User [name=x]';
    await makeFaults({
      method: 'PUT',
      path: '_cluster/settings',
      answer: {
        status: 403,
        body: JSON.stringify({ error: { type: 'security_exception', reason }, status: 403 }),
      },
    });
    expect(
      await callExpectingError('putSafeDelete', { body: { enabled: true, scope: 'persistent' } })
    ).toMatchObject({ statusCode: 403, message: reason, attributes: { reason: 'forbidden' } });
  });
});
