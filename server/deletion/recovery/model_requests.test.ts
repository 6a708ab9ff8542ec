import { connectorRequest, groupRequest, modelRequest } from './model_requests';

const CONNECTOR = {
  name: 'openai',
  protocol: 'http',
  access: 'private',
  owner: { name: 'admin' },
  created_time: 1,
  actions: [
    { url: 'https://x/${credential.org}', headers: { Authorization: 'Bearer ${credential.key}' } },
  ],
};

describe('the requests of a model', () => {
  it('create its connector with places for each credential that it calls for', () => {
    const { body } = connectorRequest('c1', CONNECTOR);
    expect(body).toEqual({
      name: 'openai',
      protocol: 'http',
      actions: [{ url: 'https://x/${credential.org}', headers: { Authorization: '***' } }],
      credential: { org: '<org>', key: '<key>' },
    });
    expect(connectorRequest('c1', { protocol: 'aws_sigv4' }).body?.credential).toEqual({
      access_key: '<access_key>',
      secret_key: '<secret_key>',
    });
    expect(connectorRequest('c1', { protocol: 'http' }).body?.credential).toEqual({ key: '<key>' });
  });

  it('register its group with its access only where the cluster guards groups', () => {
    expect(groupRequest('g1', { name: 'g', access: 'public', latest_version: 2 }).body).toEqual({
      name: 'g',
    });
    const guarded = { name: 'g', access: 'restricted', owner: {}, backend_roles: ['team'] };
    expect(groupRequest('g1', guarded).body).toEqual({
      name: 'g',
      access_mode: 'restricted',
      backend_roles: ['team'],
    });
  });

  it('register a remote model as it was, deployed if it was, with its own connector', () => {
    const request = modelRequest('m1', {
      name: 'router',
      algorithm: 'REMOTE',
      model_state: 'DEPLOYED',
      model_version: '3',
      model_group_id: 'g1',
      connector: CONNECTOR,
      guardrails: { type: 'model' },
      created_time: 1,
    });
    expect(request.path).toBe('/_plugins/_ml/models/_register?deploy=true');
    expect(request.body).toMatchObject({
      name: 'router',
      function_name: 'REMOTE',
      model_group_id: 'g1',
      connector: { name: 'openai', credential: { key: '<key>' } },
      guardrails: { type: 'model' },
    });
    expect(request.body).not.toHaveProperty('created_time');
    expect(request.body).not.toHaveProperty('url');
  });

  it('ask for the file of a local model, and have none for one trained in the cluster', () => {
    const local = modelRequest('m1', {
      name: 'minilm',
      algorithm: 'TEXT_EMBEDDING',
      model_version: '1',
      model_format: 'TORCH_SCRIPT',
      model_content_hash_value: 'abc',
      model_config: { model_type: 'bert' },
    });
    expect(local.body).toMatchObject({
      version: '1',
      model_format: 'TORCH_SCRIPT',
      model_content_hash_value: 'abc',
      url: expect.stringMatching(/^<.+>$/),
    });
    const trained = modelRequest('m1', { name: 'KMEANS', algorithm: 'KMEANS' });
    expect(trained.method).toBeUndefined();
    expect(trained.comments?.join()).toMatch(/Train it again/);
  });
});
