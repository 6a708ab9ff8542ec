import type { Permission, Permissions } from '../../common/contracts/deletion';
import { makeFaults, mendWire } from '../cluster/faults';
import { ask } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';
import { as, type UserName } from './users';
import { missing } from './words';

const NAMES: Record<keyof Permissions, string> = {
  delete_model: 'cluster:admin/opensearch/ml/models/delete',
  delete_connector: 'cluster:admin/opensearch/ml/connectors/delete',
  delete_model_group: 'cluster:admin/opensearch/ml/model_groups/delete',
  undeploy_model: 'cluster:admin/opensearch/ml/undeploy_models',
  change_settings: 'cluster:admin/settings/update',
};
const ACTIONS = Object.keys(NAMES) as Array<keyof Permissions>;

const permissionsOf = (user: UserName) => call('getPermissions', {}, as(user));

/** Every index with its documents, and all settings. */
async function whatThereIs() {
  const indexes = await ask('GET', '/_cat/indices?format=json&expand_wildcards=all&h=index,uuid');
  const settings = await ask('GET', '/_cluster/settings');
  const versions = await ask('POST', '/_plugins/_ml/models/_search', {
    query: { match_all: {} },
    version: true,
    size: 1000,
  });
  return { indexes, settings, hits: versions.hits };
}

afterEach(mendWire);

describe('GET /permissions', () => {
  it.each<[UserName, Array<keyof Permissions>]>([
    ['none', []],
    ['reader', []],
    ['other', ['delete_model', 'delete_connector', 'delete_model_group', 'undeploy_model']],
    ['owner', ['delete_model', 'delete_connector', 'delete_model_group', 'undeploy_model']],
    ['admin', ACTIONS],
  ])('says what the roles of %s allow, and changes nothing', async (user, allowed) => {
    const before = await whatThereIs();
    const permissions = await permissionsOf(user);
    for (const action of ACTIONS) {
      const expected: Permission = allowed.includes(action)
        ? { allowed: true }
        : {
            allowed: false,
            missing: NAMES[action],
            detail: expect.stringMatching(missing(NAMES[action], user)) as string,
          };
      expect(permissions[action]).toEqual(expected);
    }
    expect(await whatThereIs()).toEqual(before);
  });

  it('leaves open what the cluster does not say', async () => {
    await makeFaults(
      { method: 'DELETE', path: 'not.a.model', answer: 'drop' },
      { method: 'DELETE', path: 'not.a.connector', answer: 'drop' },
      { method: 'DELETE', path: 'not.a.group', answer: 'drop' },
      {
        path: 'not.a.model/_undeploy',
        answer: { status: 403, type: 'text/html', body: '<h1>Forbidden</h1>' },
      },
      {
        method: 'PUT',
        path: '_cluster/settings',
        answer: { status: 503, type: 'text/html', body: 'busy' },
      }
    );
    expect(await permissionsOf('reader')).toEqual({
      delete_model: { allowed: null },
      delete_connector: { allowed: null },
      delete_model_group: { allowed: null },
      undeploy_model: { allowed: null },
      change_settings: { allowed: null },
    });
  });
});
