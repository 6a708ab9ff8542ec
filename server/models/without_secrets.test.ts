import { withoutSecrets } from './without_secrets';

describe('withoutSecrets', () => {
  it('leaves out credentials at any depth, whatever their case', () => {
    const shown = withoutSecrets({
      model: { model_id: 'gpt', credential: { access_key: 'secret-1' } },
      tools: [{ config: { Credentials: 'secret-2' } }],
    });
    expect(shown).toEqual({ model: { model_id: 'gpt' }, tools: [{ config: {} }] });
  });

  it('keeps back every value of headers, and of keys that stand for secrets', () => {
    const shown = withoutSecrets({
      headers: { Authorization: 'Bearer ${credential.key}', 'X-Key': 'secret-1' },
      Headers: 'X-Key: secret-2',
      parameters: { api_key: 'secret-3', password: ['secret-4', { a: 5 }], secret: null },
    });
    expect(shown).toEqual({
      headers: { Authorization: '***', 'X-Key': '***' },
      Headers: '***',
      parameters: { api_key: '***', password: ['***', { a: '***' }], secret: null },
    });
  });

  it('lets a reference to a secret stand', () => {
    const shown = { parameters: { api_key: '${credential.key}' } };
    expect(withoutSecrets(shown)).toEqual(shown);
  });

  it('looks into JSON in strings, and leaves one without secrets as it was written', () => {
    const shown = withoutSecrets({
      parameters: {
        mcp_connectors: '[ {"mcp_connector_id": "c", "headers": {"X-Key": "secret"}} ]',
        query: '{ "query" : {"match_all": {}} }',
        broken: '{ "query" : ',
      },
    });
    expect(shown).toEqual({
      parameters: {
        mcp_connectors: '[{"mcp_connector_id":"c","headers":{"X-Key":"***"}}]',
        query: '{ "query" : {"match_all": {}} }',
        broken: '{ "query" : ',
      },
    });
  });

  it('takes names of fields for no secrets', () => {
    const definition = {
      processors: [{ text_embedding: { field_map: { password: 'vector', headers: 'other' } } }],
      mappings: { properties: { credential: { type: 'keyword' }, headers: { type: 'object' } } },
    };
    expect(withoutSecrets(definition)).toEqual(definition);
  });
});
