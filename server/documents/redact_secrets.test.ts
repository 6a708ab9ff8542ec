import { isShownWhole, redactSecrets } from './redact_secrets';

describe('redactSecrets', () => {
  it('leaves out credentials at any depth, whatever their case', () => {
    const shown = redactSecrets({
      model: { model_id: 'gpt', credential: { access_key: 'secret-1' } },
      tools: [{ config: { Credentials: 'secret-2' } }],
    });
    expect(shown).toEqual({ model: { model_id: 'gpt' }, tools: [{ config: {} }] });
  });

  it('keeps back every value of headers, and of keys that stand for secrets', () => {
    const shown = redactSecrets({
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
    expect(redactSecrets(shown)).toEqual(shown);
  });

  it('looks into JSON in strings, and leaves one without secrets as it was written', () => {
    const shown = redactSecrets({
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
    expect(redactSecrets(definition)).toEqual(definition);
  });

  it.each([
    'openAI_key',
    'api-key',
    'x-api-key',
    'X-API-KEY',
    'apiKey',
    'APIKEY',
    'api_key_2',
    'token',
    'auth_token',
    'authToken',
    'access_token',
    'client_secret',
    'private_key',
    'aws_secret_access_key',
    'connection.password',
    'db_passwords',
    'proxyAuthorization',
    'aws_credentials',
    'custom_headers',
  ])(
    'keeps back what stands under %s, in JSON, in text that looks like it, and in URLs',
    (name) => {
      const request = `{ "n": \${parameters.n}, "${name}": "canary", "x": "\${parameters.x}" }`;
      const shown = redactSecrets({
        parameters: { [name]: 'canary', inner: [{ [name]: ['canary', { deep: 'canary' }] }] },
        json: JSON.stringify({ [name]: 'canary' }),
        request_body: request,
        in_text: `{ "n": \${n}, "query": ${JSON.stringify(JSON.stringify({ [name]: 'canary' }))} }`,
        script: `params['${name}'] = 'canary';`,
        url: `https://host/v1?${name}=canary&model=x`,
        set: { field: name, value: 'canary' },
      });
      expect(JSON.stringify(shown)).not.toContain('canary');
      expect(shown).toMatchObject({
        request_body: request.replace('canary', '***'),
        url: `https://host/v1?${name}=***&model=x`,
      });
    }
  );

  it.each([
    'https://user:canary@host:9200/path',
    'https://canary@host/path',
    'https://user:a@canary@host/path?x=1',
    'https://user:a/canary@host/path?x=1',
    'user:canary@host:8080',
    'https://host/?model=x&key=canary#part',
    'https://host/?sig=canary',
    'Authorization: Bearer canary',
    'authorization: ApiKey canary',
    'Send "Bearer canary" with each call.',
    'curl -H "X-Api-Key: canary123" https://host',
    'OPENAI_API_KEY=canary python x.py',
    'Basic Y2FuYXJ5OmNhbmFyeQ==',
    '{"a": ${x}, "headers": {"X": "canary", "Y": {"Z": "canary"}}, "b": 1}',
    '{"a": ${x}, "api_keys": ["canary", "canary"]}',
    '{"a": ${x}, "api_key": canary}',
    '{"a": ${x}, "api_key": "canary',
    '{"api_key": "canary", "api_key": null}',
    '{"a": {"api_key": "canary"}, "a": 1}',
  ])('keeps back what authenticates in %s', (text) => {
    const shown = JSON.stringify(redactSecrets({ text }));
    expect(shown).not.toMatch(/canary|Y2FuYXJ5/);
    expect(isShownWhole({ text })).toBe(false);
  });

  it('leaves numbers, placeholders, and names that only look like those of secrets', () => {
    const definition = {
      parameters: {
        max_tokens: 1000,
        maxTokens: '4096',
        token: '${credential.token}',
        Authorization: 'Bearer ${credential.key}',
        sort_key: 'created',
        primary_key: 'id',
        key: 'env',
        use_token: true,
        tokenizer: 'standard',
        secret_arn: 'arn:aws:secretsmanager:us-east-1:1:secret:x',
        key_name: 'x-api-key',
        exclude_keys: ['a', 'b'],
      },
      processors: [
        { script: { source: "ctx.key = ctx['name']; String key = 'name';" } },
        { ml_inference: { input_map: [{ token: 'doc.token' }], output_map: [{ key: 'x.y' }] } },
        { text: 'Max tokens: 100. Basic information, a bearer token, at 12:30 me@example.com.' },
      ],
      request_body:
        '{"max_tokens": ${parameters.max_tokens}, "api_key": "${credential.key}", "n": 1}',
      url: 'https://${parameters.host}:443/v1?key=${credential.key}&max_tokens=10',
      analysis: {
        filter: { my_token: { type: 'stop', stopwords: '_none_' } },
        analyzer: { key: { tokenizer: 'keyword' } },
      },
      aggs: { by_token: { terms: { field: 'x' } } },
      input_schema: { properties: { token: { type: 'string', description: 'a token' } } },
    };
    expect(redactSecrets(definition)).toEqual(definition);
    expect(isShownWhole(definition)).toBe(true);
  });

  it('keeps back what a field of a secret’s name has by default', () => {
    const schema = { properties: { api_key: { type: 'string', default: 'canary' } } };
    expect(redactSecrets(schema)).toEqual({
      properties: { api_key: { type: 'string', default: '***' } },
    });
  });

  it('keeps back what lies too deep, or is too long, to be gone through', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}"canary"${']'.repeat(depth)}`;
    const depth = 100_000;
    const definition = {
      parsed: JSON.parse(nested(depth)) as unknown,
      objects: JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`) as unknown,
      filter: { api_key: 'canary', term: { api_key: 'canary' } },
      properties: JSON.parse(`${'{"properties":'.repeat(depth)}1${'}'.repeat(depth)}`) as unknown,
      password: JSON.parse(nested(depth)) as unknown,
      text: nested(depth),
      headers: JSON.parse(nested(depth)) as unknown,
      long: `canary ${'key '.repeat(1_000_000)}`,
    };
    expect(JSON.stringify(redactSecrets(definition))).not.toContain('canary');
    expect(isShownWhole(definition)).toBe(false);
  });

  it.each(['\\', '://a:', 'key', 'key ', '"key":', ':', '?a', 'a:', '{"key":', '@'])(
    'withholds what comes before or after a long text of %j',
    (piece) => {
      const long = piece.repeat(500_000 / piece.length);
      for (const text of [`password=canary ${long}`, `${long} password=canary`]) {
        expect(JSON.stringify(redactSecrets({ text }))).not.toContain('canary');
      }
    }
  );
});
