import { contracts } from '../../common/contracts/api';
import { NODE_KINDS, type NodeKind } from '../../common/dependents/kinds';
import { cutWire, makeFaults, mendWire, sentToCluster } from '../cluster/faults';
import { makeModel, removeFixtures, uniqueName } from '../cluster/fixtures';
import { ask, type Json, tell } from '../cluster/opensearch';
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
    '_search',
    '_register',
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

  /** Ids by which one kind of resource, or any, would be asked for as something else. */
  const NO_RESOURCES: Array<[NodeKind | 'any', string[]]> = [
    ['any', ['_all', '_flush', '_search', '*', 'a*', 'a,b', '.', '..', 'a/../b', 'a/_flush', '\n']],
    ['any', ['x'.repeat(1025)]],
    ['index', ['_refresh', '-x', '+x', '<x-{now/d}>', 'a b', 'a"b', 'a|b', 'a\\b', 'a/b', 'a?b']],
    ['index', ['a#b', 'other:index', '_mapping']],
    ['alias', ['-x', '+x', 'a b', 'a/b', 'other:alias']],
    ['index_template', ['_template/*', '_template/_x', '_component_template/..', '_template/a,b']],
    [
      'index_template',
      ['_template', '_cluster/settings', '_template/', '_component_template/a/../b'],
    ],
    ['ingest_pipeline', ['_simulate', 'a/_simulate']],
  ];
  /** In no path: they are looked for in a list. */
  const LISTED: readonly NodeKind[] = ['mcp_tool', 'cluster_setting'];

  it('never asks for another API, a pattern or a list in the place of a resource', async () => {
    const refused = NO_RESOURCES.flatMap(([one, ids]) =>
      NODE_KINDS.filter((kind) => (one === 'any' ? !LISTED.includes(kind) : kind === one)).flatMap(
        (kind) => ids.map((id) => ({ kind, id }))
      )
    );
    for (const { kind, id } of refused) {
      const definition = await send('getDefinition', { params: { kind, id } });
      // the browser itself takes steps out of a path
      const isStep = id === '.' || id === '..';
      expect([kind, id, definition.status]).toEqual([kind, id, isStep ? 404 : 400]);
      if (kind === 'alias' || kind === 'connector' || kind === 'model_group') continue;
      const query = { model_id: 'any' };
      const { status } = await send('getDependent', { params: { kind, id }, query });
      expect([kind, id, status]).toEqual([kind, id, isStep ? 404 : 400]);
    }
    expect(await sentToCluster()).toEqual([]);
  });

  it('finds what has an odd name by that very name', async () => {
    const made = uniqueName('odd');
    const names = [`-${made}`, `+${made}`, `${made} b`, `${made}/b`, `${made}?b`, `${made}"b`];
    const pipeline = { processors: [{ set: { field: 'f', value: made } }] };
    const template = { template: { mappings: { _meta: { made } } } };
    const undo: string[] = [];
    const put = async (path: string, body: Json) => {
      await tell('PUT', path, body);
      undo.push(path);
    };
    try {
      for (const id of [...names, `${made}#b`, `.${made}`, `${made}:B`, `${made}ü`]) {
        await put(`/_ingest/pipeline/${encodeURIComponent(id)}`, pipeline);
        const params = { kind: 'ingest_pipeline' as const, id };
        expect(await call('getDefinition', { params })).toEqual({
          ...params,
          definition: pipeline,
        });
      }
      for (const name of [`-${made}`, `+${made}`, `${made}/b`, `${made}?b`]) {
        await put(`/_component_template/${encodeURIComponent(name)}`, template);
        const params = { kind: 'index_template' as const, id: `_component_template/${name}` };
        expect(await call('getDefinition', { params })).toMatchObject({ definition: template });
      }
      for (const id of names) {
        const script = { lang: 'mustache', source: made };
        await put(`/_scripts/${encodeURIComponent(id)}`, { script });
        const params = { kind: 'stored_script' as const, id };
        expect(await call('getDefinition', { params })).toMatchObject({ definition: script });
      }
    } finally {
      for (const path of undo) await ask('DELETE', path);
    }
  });

  it('finds what OpenSearch itself gave an id that begins with "_" or "-"', async () => {
    for (const id of ['_x3ZzpMBq0WTk5vY1aBc', '-x3ZzpMBq0WTk5vY1aBc']) {
      expect(await send('getModel', { params: { model_id: id } })).toMatchObject({ status: 404 });
      const { status } = await send('getDefinition', { params: { kind: 'agent', id } });
      expect(status).toBe(404);
      expect(await sentToCluster()).toContain(`GET /_plugins/_ml/models/${id}`);
      expect(await sentToCluster()).toContain(`GET /_plugins/_ml/agents/${id}`);
    }
  });

  it('takes an id of 512 bytes', async () => {
    const { status } = await send('getModel', { params: { model_id: 'x'.repeat(512) } });
    expect(status).toBe(404);
    expect(await sentToCluster()).toHaveLength(1);
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
