import type { DependentKind } from '../../../common/dependents/kinds';
import type { JsonRecord } from '../../cluster/json';
import { removeReference } from './remove_reference';

const MODEL = 'aB3xyz0123456789abcd';
const NEWER = { major: 3, minor: 6 };
const ANOTHER = '<ID of another model>';

function removal(kind: DependentKind, definition: JsonRecord, id = 'some', release = NEWER) {
  return removeReference({ kind, id, definition, modelId: MODEL, release });
}

function requestOf(kind: DependentKind, definition: JsonRecord, id?: string) {
  const found = removal(kind, definition, id);
  if (!('request' in found)) throw new Error(found.whyNot);
  return found.request;
}

describe('removeReference', () => {
  it('takes the innermost processor out of a pipeline, and says which', () => {
    const set = { set: { field: 'a', value: 'b' } };
    const embed = { text_embedding: { model_id: MODEL, field_map: { text: 'vector' } } };
    const request = requestOf(
      'ingest_pipeline',
      {
        processors: [set, embed, { set: { field: 'a', on_failure: [set, embed] } }],
      },
      'a b/c'
    );
    expect(request).toMatchObject({
      method: 'PUT',
      path: '/_ingest/pipeline/a%20b%2Fc',
      body: { processors: [set, { set: { field: 'a', on_failure: [set] } }] },
    });
    expect(request.comments?.join()).toMatch(
      /without processors\[1\], processors\[2\]\.set\.on_failure\[1\]/
    );
  });

  it('takes a processor out for what is written in a string of it', () => {
    const value = JSON.stringify({ processors: [{ model_id: MODEL }] });
    expect(requestOf('ingest_pipeline', { processors: [{ set: { value } }] }).body).toEqual({
      processors: [],
    });
  });

  it('takes tools out of an agent while others are left, and names another LLM', () => {
    const list = { type: 'ListIndexTool' };
    const ask = { type: 'MLModelTool', parameters: { model_id: MODEL } };
    expect(requestOf('agent', { llm: { model_id: MODEL }, tools: [ask, list] }).body).toEqual({
      llm: { model_id: ANOTHER },
      tools: [list],
    });
    expect(requestOf('agent', { tools: [ask] }).body).toEqual({
      tools: [{ type: 'MLModelTool', parameters: { model_id: ANOTHER } }],
    });
  });

  it('names another model in JSON inside a string, however deep', () => {
    const inner = JSON.stringify({ query: JSON.stringify({ model_id: MODEL }) });
    const request = requestOf('agent', { parameters: { inner, text: `about ${MODEL}` } });
    const expected = inner.replace(MODEL, ANOTHER);
    expect(request.body).toEqual({ parameters: { inner: expected, text: `about ${ANOTHER}` } });
  });

  it('names another model in the text of a script, where the ID is a word', () => {
    const source = `{"size":{{n}},"neural":{"model_id":"${MODEL}","not":"${MODEL}x"}}`;
    const definition = { lang: 'mustache', source, options: {} };
    expect(requestOf('stored_script', definition, 'a b')).toMatchObject({
      method: 'PUT',
      path: '/_scripts/a%20b',
      body: { script: { ...definition, source: source.replace(MODEL, ANOTHER) } },
    });
  });

  it('leaves a word of a text alone that is spelled as a custom ID', () => {
    const script = (id: string) => ({
      lang: 'mustache',
      source: `{"a":{{b}},"c":"${id}","d":"my ${id}"}`,
    });
    const definition = script('rank');
    expect(
      removeReference({
        kind: 'stored_script',
        id: 's',
        definition,
        modelId: 'rank',
        release: NEWER,
      })
    ).toMatchObject({
      request: { body: { script: { source: `{"a":{{b}},"c":"${ANOTHER}","d":"my rank"}` } } },
    });
  });

  it('deletes an agent where the release can’t change one', () => {
    const older = { major: 3, minor: 0 };
    expect(removal('agent', { llm: { model_id: MODEL } }, 'a1', older)).toMatchObject({
      request: { method: 'DELETE', path: '/_plugins/_ml/agents/a1' },
    });
    const unknown = { kind: 'agent', id: 'a1', definition: { llm: { model_id: MODEL } } } as const;
    expect(removeReference({ ...unknown, modelId: MODEL, release: null })).toMatchObject({
      request: { method: 'PUT' },
    });
  });

  it('takes the field out of a template, whichever kind it is', () => {
    const properties = { text: { type: 'semantic', model_id: MODEL }, id: { type: 'keyword' } };
    expect(
      requestOf(
        'index_template',
        { template: { mappings: { properties } } },
        '_component_template/c'
      )
    ).toMatchObject({
      path: '/_component_template/c',
      body: { template: { mappings: { properties: { id: { type: 'keyword' } } } } },
    });
  });

  it('changes the lists of hooks that hold the model, and no others', () => {
    const summarize = { config: { summarization_model_id: MODEL } };
    const truncate = { config: { max_output_length: 1 } };
    const hooks = { PRE_LLM: [summarize], POST_TOOL: [truncate, summarize], OTHER: [truncate] };
    expect(requestOf('context_template', { name: 'c', hooks }).body).toEqual({
      hooks: { PRE_LLM: [], POST_TOOL: [truncate] },
    });
  });

  it('changes of an MCP tool and a memory container what holds the model only', () => {
    const tool = { name: 't', type: 'X', description: 'd', parameters: { model_id: MODEL } };
    expect(requestOf('mcp_tool', tool).body).toEqual({
      tools: [{ name: 't', type: 'X', parameters: { model_id: ANOTHER } }],
    });
    const configuration = { llm_id: MODEL, index_prefix: 'p' };
    expect(requestOf('memory_container', { name: 'm', configuration }).body).toEqual({
      configuration: { llm_id: ANOTHER },
    });
  });

  it('takes the value of a setting away in the scopes that name the model', () => {
    const definition = { persistent: { 'a.b': MODEL }, transient: { 'a.b': 'other' } };
    expect(requestOf('cluster_setting', definition, 'a.b')).toEqual({
      method: 'PUT',
      path: '/_cluster/settings',
      body: { persistent: { 'a.b': null } },
    });
  });

  it('names another model in a monitor, and cancels a batch prediction', () => {
    const monitor = { name: 'n', inputs: [{ query: { model_id: MODEL } }], user: { name: 'u' } };
    expect(requestOf('monitor', monitor, 'm')).toMatchObject({
      method: 'PUT',
      path: '/_plugins/_alerting/monitors/m',
      body: { name: 'n', inputs: [{ query: { model_id: ANOTHER } }] },
    });
    expect(requestOf('task', { model_id: MODEL }, 't')).toMatchObject({
      method: 'POST',
      path: '/_plugins/_ml/tasks/t/_cancel',
    });
  });

  it.each<[DependentKind, JsonRecord]>([
    ['index', { mappings: { properties: { text: { model_id: MODEL } } } }],
    ['memory_container', { configuration: { embedding_model_id: MODEL, llm_id: MODEL } }],
    ['agent', { context_management: { hooks: { A: [{ summarization_model_id: MODEL }] } } }],
    ['ml_config', { configuration: { model_id: MODEL } }],
    ['workflow', { user_inputs: { model_id: MODEL } }],
    ['judgment', { metadata: { modelId: MODEL } }],
    ['cluster_setting', { defaults: { 'a.b': MODEL } }],
    // no longer there, or standing where it is something else
    ['ingest_pipeline', { processors: [] }],
    ['index', { settings: { index: { default_pipeline: MODEL } } }],
    ['model', { name: MODEL }],
  ])('says why nothing takes it out: %s %j', (kind, definition) => {
    expect(removal(kind, definition)).toEqual({ whyNot: expect.stringMatching(/\w/) });
  });
});
