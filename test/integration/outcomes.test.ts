import type { ErrorBody } from '../../common/contracts/errors';
import { environment } from '../cluster/environment';
import { makeFaults, mendWire, openGate, sentToCluster, untilHeld } from '../cluster/faults';
import { makeLocalModel, makeModel, modelState, removeFixtures } from '../cluster/fixtures';
import { ask, type Json, setSafeDelete, tell } from '../cluster/opensearch';
import { call, callExpectingError, type Sender } from '../cluster/plugin_api';
import type { Fault } from '../cluster/wire';

const of = (id: string) => ({ params: { model_id: id } });
const exists = async (id: string) => (await modelState(id)) !== undefined;
const groupExists = async (id: string) =>
  (await ask('GET', `/_plugins/_ml/model_groups/${id}`)).name !== undefined;

async function ready(id: string) {
  const { fingerprint } = await call('reviewModel', of(id));
  return { ...of(id), query: { fingerprint } };
}
const fail = async (id: string, sender?: Sender) =>
  callExpectingError('deleteModel', await ready(id), sender);

/** As OpenSearch words an error. */
function said(status: number, type: string, reason: string): Fault['answer'] {
  const error = { root_cause: [{ type, reason }], type, reason };
  return { status, body: JSON.stringify({ error, status }) };
}
const onDelete = (answer: Fault['answer'], more: Partial<Fault> = {}): Fault => ({
  method: 'DELETE',
  path: '_ml/models/',
  answer,
  ...more,
});

/** A model whose document isn't as ML Commons itself would have left it. */
async function makeSpoilt(over: Record<string, unknown>): Promise<string> {
  const { id } = await makeModel();
  const document = `/.plugins-ml-model/_doc/${id}`;
  const { _source: source } = await tell('GET', document);
  await tell('PUT', `${document}?refresh=true`, { ...(source as Json), ...over });
  spoilt.push(document);
  return id;
}
const spoilt: string[] = [];

beforeAll(() => setSafeDelete(false));
afterEach(async () => {
  await mendWire();
  // ML Commons itself can't
  for (const document of spoilt.splice(0)) await ask('DELETE', `${document}?refresh=true`);
  await removeFixtures();
});
afterAll(() => setSafeDelete(null));

describe('a model that ML Commons has its difficulties with', () => {
  it('is hidden: the same words as for the model of others', async () => {
    const id = await makeSpoilt({ is_hidden: true });
    for (const error of [
      await callExpectingError('reviewModel', of(id)),
      await callExpectingError('deleteModel', {
        ...of(id),
        query: { fingerprint: '0'.repeat(64) },
      }),
    ]) {
      expect(error).toMatchObject({
        statusCode: 403,
        attributes: { reason: 'forbidden', cause: 'others_model' },
      });
    }
  });

  it('lacks its state: it is not deleted, and can be once it was undeployed', async () => {
    const id = await makeSpoilt({ model_state: undefined });
    expect(await fail(id)).toMatchObject({
      statusCode: 502,
      attributes: {
        reason: 'rejected',
        cause: 'unreadable_model',
        cluster_message: expect.stringMatching(/Cannot invoke|null/) as string,
      },
    });
    expect(await call('undeployModel', of(id))).toMatchObject({ state: 'UNDEPLOYED' });
    expect(await call('deleteModel', await ready(id))).toMatchObject({ model_group: 'deleted' });
  });

  it.each([
    ['no function', { algorithm: undefined }],
    ['a state of another version', { model_state: 'NAPPING' }],
    ['a function of another version', { algorithm: 'TELEPATHY' }],
  ])('has %s: it can be reviewed, and not deleted', async (_case, over) => {
    const id = await makeSpoilt(over);
    const { unreadable, conditions } = await call('reviewModel', of(id));
    expect(unreadable).toMatch(/\w/);
    expect(conditions).toEqual(['refused']);
    expect(await fail(id)).toMatchObject({
      statusCode: 409,
      attributes: { reason: 'refused', cause: 'unreadable_model', cluster_message: unreadable },
    });
  });

  it('is being deployed: it must be undeployed first', async () => {
    const id = await makeSpoilt({ model_state: 'DEPLOYING' });
    expect(await fail(id)).toMatchObject({
      statusCode: 409,
      attributes: { reason: 'undeploy_first', review: { model: { state: 'DEPLOYING' } } },
    });
  });

  it('was deployed while the delete was on its way', async () => {
    const { id } = await makeModel();
    const request = await ready(id);
    await makeFaults(onDelete({ hold: 'request', gate: 'delete' }));
    const error = callExpectingError('deleteModel', request);
    await untilHeld('delete');
    await tell('POST', `/_plugins/_ml/models/${id}/_deploy`);
    while ((await modelState(id)) !== 'DEPLOYED') await new Promise((go) => setTimeout(go, 50));
    await openGate('delete');
    expect(await error).toMatchObject({
      statusCode: 409,
      attributes: {
        reason: 'undeploy_first',
        cluster_message: expect.stringContaining('deploying or deployed state') as string,
      },
    });
  });
});

describe('a delete that ML Commons breaks off halfway', () => {
  const CONTROLLERS = '/.plugins-ml-controller';
  const block = (isBlocked: boolean) =>
    tell('PUT', `${CONTROLLERS}/_settings`, { 'index.blocks.write': isBlocked || null });
  const chunksOf = async (id: string) => {
    await tell('POST', '/.plugins-ml-model/_refresh');
    const query = { term: { model_id: id } };
    return (await tell('POST', '/.plugins-ml-model/_count', { query })).count;
  };

  beforeAll(async () => {
    await ask('PUT', CONTROLLERS, { settings: { number_of_replicas: 0 } });
  });
  beforeEach(() => block(true));
  afterAll(async () => {
    await ask('DELETE', CONTROLLERS);
  });

  it('is repeated once, and ends with the group gone too', async () => {
    const { id, groupId } = await makeLocalModel();
    const request = await ready(id);
    await makeFaults(onDelete({ hold: 'request', gate: 'again' }, { skip: 1 }));
    const answer = call('deleteModel', request);
    await untilHeld('again');
    expect(await exists(id)).toBe(false);
    await block(false);
    await openGate('again');
    expect(await answer).toMatchObject({ model_group: 'deleted', response: null });
    expect(await groupExists(groupId)).toBe(false);
    expect(await chunksOf(id)).toBe(0);
  });

  it('says that the model is gone and something is left, until repeating it helps', async () => {
    const { id, groupId } = await makeLocalModel();
    const left = {
      statusCode: 502,
      attributes: {
        reason: 'rejected',
        cause: 'cleanup_failed',
        cluster_message: `Model is not all cleaned up, please try again. Model ID: ${id}`,
      },
    };
    expect(await fail(id)).toMatchObject(left);
    expect(await exists(id)).toBe(false);
    expect(await callExpectingError('cleanUpModel', of(id))).toMatchObject(left);
    await block(false);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await call('cleanUpModel', of(id))).toEqual({ result: 'cleaned_up', model_id: id });
    expect(await chunksOf(id)).toBe(0);
    expect(await groupExists(groupId)).toBe(true);
  });

  it('is not repeated for a model that is there: that must be reviewed', async () => {
    const { id } = await makeModel();
    await makeFaults();
    expect(await callExpectingError('cleanUpModel', of(id))).toMatchObject({
      statusCode: 409,
      attributes: { reason: 'changed', review: { model: { id } } },
    });
    expect((await sentToCluster()).filter((line) => line.startsWith('DELETE'))).toEqual([]);
  });
});

describe('what ML Commons answers to a delete elsewhere', () => {
  const PERMISSION = 'cluster:admin/opensearch/ml/models/delete';
  type Attributes = Partial<NonNullable<ErrorBody['attributes']>>;

  it.each<[string, Fault['answer'], number, Attributes]>([
    [
      'a missing permission',
      said(403, 'security_exception', `no permissions for [${PERMISSION}] and User [name=reader]`),
      403,
      { reason: 'forbidden', cause: 'missing_permission', permission: PERMISSION },
    ],
    [
      'a group that is not shared',
      said(
        403,
        'status_exception',
        `User anna is not authorized to perform action ${PERMISSION} on ml-model-group id: g1`
      ),
      403,
      { reason: 'forbidden', cause: 'not_shared' },
    ],
    [
      'a tenant that was not named',
      said(403, 'status_exception', "You don't have permission to access this resource"),
      403,
      { reason: 'forbidden', cause: 'no_tenant' },
    ],
    [
      'a group that is missing',
      said(500, 'm_l_resource_not_found_exception', 'Fail to find model group'),
      502,
      { reason: 'rejected', cause: 'group_missing' },
    ],
    [
      'a refusal in words that nobody knows',
      said(403, 'status_exception', 'Not on a Sunday'),
      403,
      { reason: 'forbidden' },
    ],
    [
      "a proxy's 404, which doesn't say that the model is gone",
      { status: 404, type: 'text/html', body: '<h1>Not Found</h1>' },
      404,
      { reason: 'rejected' },
    ],
    [
      'a check that failed itself',
      said(409, 'status_exception', 'Failed to search agents'),
      409,
      { reason: 'refused', cluster_message: 'Failed to search agents' },
    ],
  ])('%s', async (_case, answer, statusCode, attributes) => {
    const { id } = await makeModel();
    await makeFaults(onDelete(answer));
    const error = await fail(id);
    expect(error.statusCode).toBe(statusCode);
    expect(error.attributes).toMatchObject(attributes);
    expect(error.attributes?.cause).toBe(attributes.cause);
    expect(await exists(id)).toBe(true);
  });
});

describe('a delete whose answer does not come', () => {
  const impatiently = { host: environment().impatientHost };

  it('is found to be done', async () => {
    const { id } = await makeModel();
    const request = await ready(id);
    await makeFaults(onDelete({ hold: 'answer', gate: 'never' }));
    expect(await call('deleteModel', request, impatiently)).toMatchObject({
      result: 'deleted',
      response: null,
    });
    expect(await exists(id)).toBe(false);
  });

  it.each([
    ['hang', 504, 'timeout'],
    ['drop', 503, 'unreachable'],
  ] as const)('is found not to be done: %s', async (answer, statusCode, reason) => {
    const { id } = await makeModel();
    await makeFaults(onDelete(answer));
    const error = await fail(id, impatiently);
    expect(error).toMatchObject({
      statusCode,
      message: expect.stringContaining('still exists') as string,
      attributes: { reason, review: { model: { id }, verdict: 'clear' } },
    });
  });

  it('stays open where the model can not be looked at either', async () => {
    const { id } = await makeModel();
    const request = await ready(id);
    await makeFaults(onDelete('drop'), {
      method: 'GET',
      path: '_ml/models/',
      skip: 1,
      answer: { status: 503, body: '{"error":"no","status":503}' },
    });
    const { statusCode, attributes } = await callExpectingError('deleteModel', request);
    expect([statusCode, attributes?.reason, attributes?.review]).toEqual([
      503,
      'unreachable',
      undefined,
    ]);
  });
});

describe('GET /permissions', () => {
  it('leaves all open where there are no users, and asks nothing', async () => {
    await makeFaults();
    const open = { allowed: null };
    expect(await call('getPermissions')).toEqual({
      delete_model: open,
      delete_connector: open,
      delete_model_group: open,
      undeploy_model: open,
      change_settings: open,
    });
    expect(await sentToCluster()).toEqual(['GET /_plugins/_security/authinfo']);
  });
});
