import type { FitCheckName } from '../../common/replacement/fit';
import type { JsonRecord } from '../cluster/json';
import { compareModels, rankOf } from './compare_models';
import { traitsOf } from './model_traits';

const connectors: Record<string, JsonRecord> = {
  openai: connector('https://api.openai.com/v1/embeddings', { model: 'text-embedding-3-small' }),
  'openai-large': connector('https://api.openai.com/v1/embeddings', {
    model: 'text-embedding-3-large',
  }),
  'cohere-documents': connector('https://api.cohere.ai/v1/embed', {
    model: 'embed-english-v3.0',
    input_type: 'search_document',
  }),
  'cohere-queries': connector('https://api.cohere.ai/v1/embed', {
    model: 'embed-english-v3.0',
    input_type: 'search_query',
  }),
  gpt: connector('https://${parameters.endpoint}/v1/chat/completions', {
    endpoint: 'api.openai.com',
    model: 'gpt-4o',
  }),
  'gpt-at-home': connector('https://llm.example.org/v1/chat/completions', { model: 'gpt-4o' }),
  claude: connector(
    'https://bedrock-runtime.us-east-1.amazonaws.com/model/${parameters.model}/converse',
    {
      model: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
    }
  ),
};

function connector(url: string, parameters: JsonRecord): JsonRecord {
  return {
    parameters,
    actions: [
      { action_type: 'batch_predict', url: 'x' },
      { action_type: 'PREDICT', url },
    ],
  };
}

const traits = (source: JsonRecord) => traitsOf({ id: 'x', source }, (id) => connectors[id]);
const remote = (connectorId: string, more: JsonRecord = {}) =>
  traits({ algorithm: 'REMOTE', connector_id: connectorId, model_state: 'DEPLOYED', ...more });
const local = (more: JsonRecord = {}, config: JsonRecord = {}) =>
  traits({
    algorithm: 'TEXT_EMBEDDING',
    model_state: 'DEPLOYED',
    model_content_hash_value: 'aaa',
    model_config: {
      model_type: 'bert',
      embedding_dimension: 384,
      pooling_mode: 'MEAN',
      normalize_result: true,
      ...config,
    },
    ...more,
  });

type Model = ReturnType<typeof traits>;

function resultOf(name: FitCheckName, old: Model | null, now: Model) {
  return compareModels(old, now).fit.find(({ check }) => check === name)?.result;
}

describe('compareModels', () => {
  it('finds nothing different between two models of the same content', () => {
    const { fit, allowed } = compareModels(local(), local());
    expect(fit.filter(({ result }) => result !== 'same')).toEqual([]);
    expect(allowed).toBe(true);
  });

  it.each([
    ['another task', local(), local({ algorithm: 'TEXT_SIMILARITY' }), /task is text_similarity/],
    [
      'another dimension',
      local(),
      local({}, { embedding_dimension: 768 }),
      /768 dimensions instead of 384/,
    ],
    [
      'another space type',
      local({}, { additional_config: { space_type: 'l2' } }),
      local({}, { additional_config: { space_type: 'cosinesimil' } }),
      /space type cosinesimil instead of l2/,
    ],
    [
      'an LLM for embeddings',
      remote('openai'),
      remote('gpt'),
      /text_generation instead of text_embedding/,
    ],
  ])('refuses %s', (_, old, now, reason) => {
    expect(compareModels(old, now)).toMatchObject({
      allowed: false,
      reason: expect.stringMatching(reason) as string,
    });
  });

  it.each<[string, Model | null, Model, string]>([
    ['the same content', local(), local(), 'same'],
    ['another content', local(), local({ model_content_hash_value: 'bbb' }), 'different'],
    [
      'a content that is not known',
      local(),
      local({ model_content_hash_value: undefined }),
      'unknown',
    ],
    ['the same model of a provider', remote('openai'), remote('openai'), 'same'],
    ['another one of it', remote('openai'), remote('openai-large'), 'different'],
    [
      'the same one for another input',
      remote('cohere-documents'),
      remote('cohere-queries'),
      'different',
    ],
    ['one behind an unknown connector', remote('openai'), remote('gone'), 'unknown'],
    ['the same unknown connector', remote('gone'), remote('gone'), 'same'],
    ['a local one', remote('openai'), local(), 'unknown'],
    ['one for a model that is gone', null, local(), 'unknown'],
  ])('knows the weights of %s', (_, old, now, result) => {
    expect(resultOf('weights', old, now)).toBe(result);
  });

  it('takes the same API of another host for the same provider, and another API for another', () => {
    expect(resultOf('provider', remote('gpt'), remote('gpt-at-home'))).toBe('same');
    expect(resultOf('provider', remote('gpt'), remote('claude'))).toBe('different');
    expect(compareModels(remote('gpt'), remote('claude')).fit).toContainEqual({
      check: 'provider',
      result: 'different',
      old: 'api.openai.com/v1/chat/completions',
      new: 'bedrock-runtime.us-east-1.amazonaws.com/model/*/converse',
    });
  });

  it('says nothing of vectors of a model that gives texts', () => {
    const checks = compareModels(remote('gpt'), remote('gpt')).fit.map(({ check }) => check);
    expect(checks).not.toContain('dimension');
    expect(checks).toContain('weights');
  });

  it('knows the task of a remote model by what it was registered with', () => {
    const config = { model_type: 'SPARSE_TOKENIZE' };
    expect(remote('gone', { model_config: config }).task).toBe('sparse_encoding');
    expect(remote('gone').task).toBe(null);
    expect(compareModels(local(), remote('gone')).allowed).toBe(true);
  });

  it('compares interfaces whatever their order, and only where there is one', () => {
    const one = { input: '{"type":"object"}', output: 'x' };
    const other = { output: 'x', input: '{"type":"object"}' };
    expect(resultOf('interface', local({ interface: one }), local({ interface: other }))).toBe(
      'same'
    );
    expect(resultOf('interface', local({ interface: one }), local())).toBe('different');
    expect(resultOf('interface', local(), local())).toBe(undefined);
  });

  it('says whether the other model answers: deployed, and enabled', () => {
    const now = local({ model_state: 'UNDEPLOYED', is_enabled: false });
    expect(resultOf('deployed', local(), now)).toBe('different');
    expect(resultOf('enabled', local(), now)).toBe('different');
    expect(compareModels(local(), now).allowed).toBe(true);
  });

  it('ranks versions of the group before others, and what is not allowed last', () => {
    const old = local({ model_group_id: 'g' });
    const rank = (now: Model) => rankOf(compareModels(old, now), old, now);
    const version = local({ model_group_id: 'g', model_content_hash_value: 'bbb' });
    const twin = local();
    const other = local({}, { embedding_dimension: 768 });
    expect([rank(other), rank(twin), rank(version)].sort()).toEqual([
      rank(version),
      rank(twin),
      rank(other),
    ]);
  });
});
