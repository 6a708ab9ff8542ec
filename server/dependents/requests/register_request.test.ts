import { registerRequest } from './register_request';

describe('registerRequest', () => {
  it('registers an agent without what ML Commons notes of it, under a new id', () => {
    const request = registerRequest('agent', 'a1', {
      name: 'router',
      type: 'flow',
      model: { model_id: 'gpt-4' },
      llm: { model_id: 'm' },
      created_time: 1,
      last_updated_time: 2,
      is_hidden: false,
    });
    expect(request).toMatchObject({
      method: 'POST',
      path: '/_plugins/_ml/agents/_register',
      body: { name: 'router', type: 'flow', llm: { model_id: 'm' } },
    });
    expect(Object.keys(request.body ?? {})).toEqual(['name', 'type', 'llm']);
    expect(request.comments?.join()).toMatch(/new ID.*a1/);
  });

  it('leaves it to ML Commons to make a planner’s executor', () => {
    const { body } = registerRequest('agent', 'a1', {
      type: 'plan_execute_and_reflect',
      parameters: { executor_agent_id: 'e1', _llm_interface: 'x' },
    });
    expect(body?.parameters).toEqual({ _llm_interface: 'x' });
  });

  it('creates an index without the settings that are given to it', () => {
    const { path, body } = registerRequest('index', 'docs', {
      aliases: { all: {} },
      mappings: { properties: {} },
      settings: {
        index: { uuid: 'u', version: {}, creation_date: '1', provided_name: 'docs', knn: true },
      },
    });
    expect(path).toBe('/docs');
    expect(body).toEqual({
      aliases: { all: {} },
      mappings: { properties: {} },
      settings: { index: { knn: true } },
    });
  });

  it('creates a search configuration or a monitor without what its plugin gives to it', () => {
    const configuration = { id: 's1', timestamp: 't', name: 'n', query: '{}', index: 'i' };
    expect(registerRequest('search_configuration', 's1', configuration)).toMatchObject({
      method: 'PUT',
      path: '/_plugins/_search_relevance/search_configurations',
      body: { name: 'n', query: '{}', index: 'i' },
    });
    const monitor = { name: 'n', inputs: [], user: { name: 'u' }, enabled_time: 1 };
    expect(registerRequest('monitor', 'm1', monitor)).toMatchObject({
      method: 'POST',
      path: '/_plugins/_alerting/monitors',
      comments: [expect.stringMatching(/new ID.*m1/), expect.any(String)],
      body: { name: 'n', inputs: [] },
    });
  });

  it('sets a cluster setting in its scopes, but for those of the nodes’ files', () => {
    const definition = { persistent: { 'a.b': 'm' }, defaults: { 'a.b': 'm' } };
    expect(registerRequest('cluster_setting', 'a.b', definition)).toEqual({
      method: 'PUT',
      path: '/_cluster/settings',
      body: { persistent: { 'a.b': 'm' } },
    });
  });

  it.each([
    ['ml_config', /no request/],
    ['judgment', /keeps its ratings/],
    ['task', /Start the batch prediction again/],
  ] as const)('says that nothing registers a %s', (kind, words) => {
    const request = registerRequest(kind, 'x', {});
    expect(request.method).toBeUndefined();
    expect(request.comments?.join()).toMatch(words);
  });
});
