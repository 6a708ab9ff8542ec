import type { DependentKind } from '../../common/dependents/kinds';
import type { JsonRecord } from '../cluster/json';
import { parseExactly } from '../cluster/exact_json';
import { writeRequest, writtenPart } from './dependent_write';
import { planChange } from './plan_change';
import type { Exchange } from './read_exchange';

const OLD = 'aB3xyz0123456789abcd';
const NEW = 'Nw9xyz0123456789abcd';

function exchange(over: Partial<Exchange> = {}): Exchange {
  return {
    from: OLD,
    to: NEW,
    old: { id: OLD, source: { created_time: 1 } },
    replacement: { id: NEW, source: { created_time: 2 } },
    fit: { fit: [], allowed: true },
    mixesVectors: false,
    embeds: true,
    release: { major: 3, minor: 6 },
    ...over,
  };
}

function planned(
  kind: DependentKind,
  definition: JsonRecord,
  {
    id = 'some',
    possible = false,
    ...over
  }: { id?: string; possible?: boolean } & Partial<Exchange> = {}
) {
  return planChange({ kind, id, name: id, definition }, exchange(over), possible);
}

/** What would be sent. */
function requestOf(kind: DependentKind, definition: JsonRecord) {
  const { places, changed } = planned(kind, definition);
  const dependent = { kind, id: 'some', definition };
  return writeRequest(dependent, writtenPart({ kind, definition: changed }, places));
}

const set = (value: unknown): JsonRecord => ({ processors: [{ set: { field: 'a', value } }] });

describe('planChange', () => {
  it('changes the places where the model is used, and says which others there are', () => {
    const definition = { description: `See ${OLD}.`, ...set(OLD) };
    const change = planned('ingest_pipeline', definition);
    expect(change).toMatchObject({
      action: 'change',
      paths: ['processors[0].set.value'],
      possible_paths: ['description'],
      after: { description: `See ${OLD}.`, ...set(NEW) },
    });
    expect(planned('ingest_pipeline', definition, { possible: true }).after).toEqual({
      description: `See ${NEW}.`,
      ...set(NEW),
    });
  });

  it.each<[string, JsonRecord]>([
    ['names both models', set(`{"a":"${OLD}","b":"${NEW}"}`)],
    [
      'has the id at a place that stays',
      set(JSON.stringify({ model_id: OLD, note: `not ${OLD}` })),
    ],
  ])('leaves a string alone that %s', (_, definition) => {
    const change = planned('ingest_pipeline', definition);
    expect(change).toMatchObject({ action: 'manual', before: null, fingerprint: '' });
    expect(change.reason).toMatch(/can’t be replaced without changing other places/);
    expect(change.changed).toBe(definition);
  });

  it('does not rename a member', () => {
    const definition = { processors: [{ script: { params: { [OLD]: true } } }] };
    expect(planned('ingest_pipeline', definition).action).toBe('keep');
    expect(planned('ingest_pipeline', definition, { possible: true }).action).toBe('manual');
  });

  it('takes a custom id for one only as a whole string', () => {
    const ids = { from: 'minilm', to: 'mpnet' };
    const definition = { description: 'minilm embeds', ...set('minilm') };
    const change = planChange(
      {
        kind: 'ingest_pipeline',
        id: 'some',
        name: 'some',
        definition: { ...definition, model_id: 'minilm' },
      },
      exchange(ids),
      true
    );
    expect(change.after).toEqual({
      description: 'minilm embeds',
      ...set('mpnet'),
      model_id: 'mpnet',
    });
  });

  it('shows no credentials, and has them in what is written', () => {
    const definition = {
      processors: [
        { script: { source: 'a', params: { api_key: 'canary-1' } } },
        ...(set(OLD).processors as []),
      ],
    };
    const change = planned('ingest_pipeline', definition);
    expect(JSON.stringify([change.before, change.after])).not.toContain('canary');
    expect(JSON.stringify(change.changed)).toContain('canary-1');
  });

  it('keeps numbers as they are written', () => {
    const definition = parseExactly(
      `{"processors":[{"set":{"value":1.0}},{"set":{"value":"${OLD}"}}]}`
    ) as JsonRecord;
    expect(planned('ingest_pipeline', definition).before).toEqual({
      processors: [{ set: { value: 1 } }, { set: { value: OLD } }],
    });
  });

  it('is known by what it rests on, and by nothing else', () => {
    const fingerprint = (definition: JsonRecord, over: Partial<Exchange> = {}) =>
      planned('ingest_pipeline', definition, over).fingerprint;
    const first = fingerprint({ ...set(OLD), description: 'a' });
    expect(fingerprint({ description: 'a', ...set(OLD) })).toBe(first);
    expect(fingerprint({ ...set(OLD), description: 'b' })).not.toBe(first);
    const reborn = { id: NEW, source: { created_time: 3 } };
    expect(fingerprint({ ...set(OLD), description: 'a' }, { replacement: reborn })).not.toBe(first);
  });
});

describe('what can’t be changed in place', () => {
  const agent = { type: 'flow', tools: [{ type: 'MLModelTool', parameters: { model_id: OLD } }] };

  it('is an agent before 3.1, with the requests in place of a change', () => {
    const change = planned('agent', agent, { release: { major: 3, minor: 0 } });
    expect(change.action).toBe('manual');
    expect(change.reason).toMatch(/Before 3\.1, ML Commons can’t change an agent/);
    expect(change.requests).toContain('DELETE /_plugins/_ml/agents/some');
    expect(planned('agent', agent, { release: { major: 3, minor: 1 } }).action).toBe('change');
  });

  it('is all of an agent of which a part is fixed', () => {
    const hooks = { PRE_LLM: [{ config: { summarization_model_id: OLD } }] };
    expect(planned('agent', { ...agent, context_management: { hooks } }).action).toBe('manual');
  });

  it('is the guardrail of the replacement itself', () => {
    const guarded = { guardrails: { input_guardrail: { model_id: OLD } } };
    expect(planned('model', guarded, { id: NEW }).reason).toMatch(/guardrail of itself/);
    expect(planned('model', guarded).action).toBe('change');
  });

  it('is a field that is none of a semantic one', () => {
    const field = (type: string) => ({
      mappings: { properties: { text: { type, model_id: OLD } } },
    });
    expect(planned('index', field('semantic')).action).toBe('change');
    expect(planned('index', field('text'), { possible: true }).action).toBe('manual');
  });
});

describe('the request of a change', () => {
  it('has only the members of an agent that change, each whole', () => {
    const tool = { type: 'MLModelTool', parameters: { model_id: OLD, prompt: 'x' } };
    const definition = { name: 'a', type: 'flow', tools: [{ type: 'ListIndexTool' }, tool] };
    expect(requestOf('agent', definition)).toEqual({
      method: 'PUT',
      path: '/_plugins/_ml/agents/some',
      body: {
        tools: [{ type: 'ListIndexTool' }, { ...tool, parameters: { model_id: NEW, prompt: 'x' } }],
      },
    });
  });

  it('has the whole definition of a semantic field, in fields that keep their type', () => {
    const field = { type: 'semantic', model_id: OLD, raw_field_type: 'text' };
    const definition = {
      mappings: {
        dynamic: 'false',
        properties: {
          book: { type: 'nested', properties: { text: field, other: { type: 'text' } } },
          title: { type: 'text' },
        },
      },
      settings: {},
    };
    expect(requestOf('index', definition)).toEqual({
      method: 'PUT',
      path: '/some/_mapping',
      body: {
        properties: { book: { type: 'nested', properties: { text: { ...field, model_id: NEW } } } },
      },
    });
  });

  it('has the lists of a context template that change', () => {
    const hook = { type: 'SummarizationManager', config: { summarization_model_id: OLD } };
    const definition = { name: 'some', hooks: { PRE_LLM: [hook], POST_TOOL: [{ type: 'x' }] } };
    expect(requestOf('context_template', definition).body).toEqual({
      hooks: { PRE_LLM: [{ ...hook, config: { summarization_model_id: NEW } }] },
    });
  });
});

describe('vectors of two models', () => {
  const embed = { processors: [{ text_embedding: { model_id: OLD, field_map: { a: 'b' } } }] };
  const infer = { processors: [{ ml_inference: { model_id: OLD } }] };
  const enrich = { request_processors: [{ neural_query_enricher: { default_model_id: OLD } }] };

  it.each<[string, DependentKind, JsonRecord, string, boolean]>([
    ['an embedding processor', 'ingest_pipeline', embed, 'change_and_embed', true],
    ['an inference that embeds', 'ingest_pipeline', infer, 'change_and_embed', true],
    ['an enricher of queries', 'search_pipeline', enrich, 'change', true],
    ['a value', 'ingest_pipeline', set(OLD), 'change', false],
  ])('are mixed by %s', (_, kind, definition, action, mixes) => {
    expect(planned(kind, definition, { mixesVectors: true })).toMatchObject({
      action,
      mixesVectors: mixes,
    });
    expect(planned(kind, definition).mixesVectors).toBe(false);
  });

  it('are not, as far as is known, by an inference of which the task isn’t known', () => {
    const unknown = { mixesVectors: true, embeds: null };
    expect(planned('ingest_pipeline', infer, unknown).mixesVectors).toBe(false);
    expect(planned('ingest_pipeline', embed, unknown).mixesVectors).toBe(true);
  });
});
