import type { ErrorCause } from '../../common/contracts/errors';
import { causeOf, missingPermission, refusal } from './errors';

/** As OpenSearch words an error. */
function said(status: number, type: string, reason: string) {
  const error = { root_cause: [{ type, reason }], type, reason };
  return refusal(status, JSON.stringify({ error, status }), true);
}

const NO_PERMISSION =
  'no permissions for [cluster:admin/opensearch/ml/models/delete] and User [name=reader, backend_roles=[], requestedTenant=null]';

describe('causeOf', () => {
  it.each<[ErrorCause, number, string, string]>([
    ['missing_permission', 403, 'security_exception', NO_PERMISSION],
    [
      'others_model',
      403,
      'status_exception',
      "User doesn't have privilege to perform this operation on this model",
    ],
    ['others_model', 400, 'illegal_argument_exception', 'No permission to undeploy model aB3'],
    [
      'not_shared',
      403,
      'status_exception',
      'User anna is not authorized to perform action cluster:admin/opensearch/ml/models/delete on ml-model-group id: g1',
    ],
    ['no_tenant', 403, 'status_exception', "You don't have permission to access this resource"],
    [
      'cleanup_failed',
      500,
      'illegal_state_exception',
      'Model is not all cleaned up, please try again. Model ID: aB3',
    ],
    ['group_missing', 500, 'm_l_resource_not_found_exception', 'Fail to find model group'],
    ['unreadable_model', 500, 'null_pointer_exception', 'Cannot invoke "Object.toString()"'],
    ['unreadable_model', 400, 'illegal_argument_exception', 'Wrong model state'],
  ])('tells %s by %i %s: %s', (cause, status, type, reason) => {
    expect(causeOf(said(status, type, reason))).toBe(cause);
  });

  it('knows a cluster without ML Commons by an API that every version of it has', () => {
    const noHandler = (path: string) =>
      refusal(
        400,
        JSON.stringify({ error: `no handler found for uri [${path}] and method [POST]` }),
        true
      );
    expect(causeOf(noHandler('/_plugins/_ml/models/_search?size=1'))).toBe('no_ml_commons');
    // a version that is older than the feature
    expect(causeOf(noHandler('/_plugins/_ml/memory_containers/_search'))).toBeNull();
  });

  it.each([
    ['words that are not known', said(403, 'status_exception', 'No.')],
    ['known words inside others', said(500, 'exception', 'x: Fail to find model group')],
    [
      'a refusal that names no permission',
      said(403, 'security_exception', 'no permissions for []'),
    ],
    ["a proxy's page", refusal(403, '<h1>Forbidden</h1>', false)],
  ])('leaves open what stands behind %s', (_case, error) => {
    expect(causeOf(error)).toBeNull();
  });
});

describe('missingPermission', () => {
  it('is the name in the words of the security plugin', () => {
    expect(missingPermission(said(403, 'security_exception', NO_PERMISSION))).toBe(
      'cluster:admin/opensearch/ml/models/delete'
    );
  });

  it('is not taken from anyone else’s words', () => {
    expect(missingPermission(said(403, 'status_exception', NO_PERMISSION))).toBeNull();
  });
});
