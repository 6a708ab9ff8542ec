import { contracts } from '../../common/http';
import { cutWire, makeFaults, mendWire, sentToCluster } from '../cluster/faults';
import { makeModel, removeFixtures, uniqueName } from '../cluster/fixtures';
import { call, send, sendRaw } from '../cluster/plugin_api';

const MODELS = '/api/ml_models/models';

beforeEach(mendWire);
afterEach(async () => {
  await mendWire();
  await removeFixtures();
});

/** The statuses with which bad input is answered, always with a message. */
function expectRefusal({ status, body }: { status: number; body: unknown }) {
  expect([400, 404]).toContain(status);
  expect(body).toMatchObject({ statusCode: status, message: expect.stringMatching(/\w/) });
}

describe('bad input', () => {
  const ids = [
    'a/b',
    '..',
    '../../_cluster/settings',
    '%2f',
    'a%2fb',
    '%252e%252e',
    'a b',
    'a,b',
    '*',
    '_all,x',
    'é',
    'a?x',
    'a#x',
    'x'.repeat(513),
    '%00',
  ];
  const routes = ['getModel', 'reviewModel', 'undeployModel', 'deleteModel'] as const;

  it.each(routes)('never reaches the cluster with an id that is none (%s)', async (name) => {
    for (const id of ids) {
      // as a browser would send it, and as it stands
      expectRefusal(await send(name, { params: { model_id: id } }));
      const { method, path } = contracts[name];
      const raw = path.replace('{model_id}', id.replace(/[^\w%./*,-]/g, encodeURIComponent));
      const { status, body } = await sendRaw(method.toUpperCase(), raw);
      if (name !== 'getModel' || !raw.endsWith('..')) expectRefusal({ status, body });
    }
    expect((await sentToCluster()).filter((one) => !one.includes('models/_search'))).toEqual([]);
  });

  it('takes an id of 512 bytes', async () => {
    const { status } = await send('getModel', { params: { model_id: 'x'.repeat(512) } });
    expect(status).toBe(404);
    const sent = await sentToCluster();
    expect(sent.filter((line) => !line.includes('/authinfo'))).toHaveLength(1);
  });

  it.each([
    `${MODELS}?unknown=1`,
    `${MODELS}?size=0`,
    `${MODELS}?size=1001`,
    `${MODELS}?size=1e3`,
    `${MODELS}?from=-1`,
    `${MODELS}?sort_field=__proto__`,
    `${MODELS}?sort_order=up`,
    `${MODELS}?usage=often`,
    `${MODELS}?search=${'x'.repeat(513)}`,
    `${MODELS}?search=a&search=b`,
    `${MODELS}?data_source_id=../x`,
    `${MODELS}/m/review?force=true`,
    '/api/ml_models/safe_delete?key=cluster.name',
  ])('refuses %s', async (path) => {
    expectRefusal(await sendRaw('GET', path));
    expect(await sentToCluster()).toEqual([]);
  });

  it.each([
    'fingerprint=abc',
    `fingerprint=${'0'.repeat(64)}&accept=refused`,
    `fingerprint=${'0'.repeat(64)}&undeploy=yes`,
    `fingerprint=${'0'.repeat(64)}&undeploy=done&undeploy=true`,
    `fingerprint=${'0'.repeat(64)}&force=true`,
  ])('refuses to delete with %s', async (query) => {
    expectRefusal(await sendRaw('DELETE', `${MODELS}/m?${query}`));
    expect(await sentToCluster()).toEqual([]);
  });

  it.each([
    ['not JSON', '{"enabled": tru'],
    ['a list', '[]'],
    ['another setting', '{"enabled":true,"scope":"persistent","key":"cluster.name"}'],
    ['another scope', '{"enabled":true,"scope":"node"}'],
    ['text for a boolean', '{"enabled":"true","scope":"persistent"}'],
    ['nothing', ''],
  ])('refuses a body that is %s', async (_what, body) => {
    expectRefusal(await sendRaw('PUT', '/api/ml_models/safe_delete', { body }));
    expect(await sentToCluster()).toEqual([]);
  });

  it('takes search text literally', async () => {
    const model = await makeModel({ name: uniqueName('odd "name" (x.y) or not?') });
    const list = (search: string) => call('listModels', { query: { search } });
    expect((await list('"name" (x.y) not?')).models.map(({ id }) => id)).toEqual([model.id]);
    expect((await list('od* {"query":{"match_all":{}}}')).total).toBe(0);
  });

  it('wants the header that a page of another site can not send', async () => {
    const { status, body } = await sendRaw('PUT', '/api/ml_models/safe_delete', {
      body: '{"enabled":true,"scope":"persistent"}',
      xsrf: false,
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({ message: 'Request must contain the osd-xsrf header.' });
    expect(await sentToCluster()).toEqual([]);
  });
});

describe('a cluster that is not there', () => {
  it('is named as such by every route, and is used again when it is back', async () => {
    const { id } = await makeModel();
    await cutWire();
    for (const name of ['listModels', 'getSafeDelete'] as const) {
      expect(await send(name)).toMatchObject({
        status: 503,
        body: { attributes: { reason: 'unreachable' } },
      });
    }
    for (const name of ['getModel', 'reviewModel', 'undeployModel'] as const) {
      expect(await send(name, { params: { model_id: id } })).toMatchObject({ status: 503 });
    }
    await mendWire();
    expect((await call('listModels', { query: { search: id } })).total).toBe(1);
  });

  it('leaves a 401 to the platform', async () => {
    await makeFaults({
      path: '.*',
      answer: { status: 401, type: 'text/plain', body: 'Unauthorized' },
    });
    expect((await send('listModels')).status).toBe(401);
  });
});
