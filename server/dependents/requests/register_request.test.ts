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

  it('says that a configuration can’t be written', () => {
    const request = registerRequest('ml_config', 'os_chat', {});
    expect(request.method).toBeUndefined();
    expect(request.comments?.join()).toMatch(/no request/);
  });
});
