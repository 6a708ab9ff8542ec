import type { JsonRecord } from '../cluster/json';
import { findDependents } from './find_dependents';
import { matchGeneratedIds, matchOneOf } from './id_matcher';
import { readResource } from './read_resource';
import type { SourceReading } from './read_sources';
import type { Source } from './source';
import { indexes, indexTemplates } from './sources/indexes';
import { agents } from './sources/ml_commons';
import { ingestPipelines, searchPipelines } from './sources/pipelines';
import { clusterSettings, judgments } from './sources/plugins';

const GENERATED = 'aB3dE6gH9jK2mN5pQ8sT';
const CUSTOM = 'default';

function readingOf(
  source: Source,
  definition: JsonRecord,
  modelIds: string[],
  plugins: ReadonlySet<string> = new Set()
): SourceReading {
  const document = { id: 'x', source: definition };
  const resource = readResource(
    document,
    source,
    matchOneOf(modelIds),
    matchGeneratedIds(modelIds)
  );
  return {
    source,
    coverage: { source: source.kind, state: 'read' },
    resources: [resource],
    plugins,
  };
}

function referencesIn(
  source: Source,
  definition: JsonRecord,
  modelId = GENERATED,
  plugins = new Set<string>()
) {
  const dependents = findDependents([readingOf(source, definition, [modelId], plugins)]);
  return Object.fromEntries(
    (dependents.get(modelId) ?? [])
      .flatMap(({ references }) => references)
      .map(({ path, enforcement }) => [path, enforcement])
  );
}

describe('references elsewhere', () => {
  it('is a possible one in a judgment list, which only notes the model that made it', () => {
    expect(referencesIn(judgments, { metadata: { modelId: GENERATED } })).toEqual({
      'metadata.modelId': 'possible',
    });
  });

  it('breaks for a custom id in a setting that chooses a model', () => {
    const key = 'plugins.neural_search.model_selection.model_id.sparse.multilingual';
    const persistent = { [key]: CUSTOM, 'cluster.metadata.team': CUSTOM };
    expect(referencesIn(clusterSettings, { persistent }, CUSTOM)).toEqual({
      [`persistent["${key}"]`]: 'breaks',
      'persistent["cluster.metadata.team"]': 'possible',
    });
  });
});

describe('references in pipelines', () => {
  it('tells what ML Commons refuses over from what would break', () => {
    const definition = {
      request_processors: [
        {
          neural_query_enricher: {
            default_model_id: GENERATED,
            neural_field_default_id: { title: GENERATED },
          },
        },
        { filter_query: { query: { term: { model_id: GENERATED } } } },
      ],
      response_processors: [{ rerank: { ml_opensearch: { model_id: GENERATED } } }],
    };
    expect(referencesIn(searchPipelines, definition)).toEqual({
      'request_processors[0].neural_query_enricher.default_model_id': 'breaks',
      'request_processors[0].neural_query_enricher.neural_field_default_id.title': 'breaks',
      'request_processors[1].filter_query.query.term.model_id': 'blocks',
      'response_processors[0].rerank.ml_opensearch.model_id': 'blocks',
    });
  });

  it('follows the check of ML Commons through lists but not through objects', () => {
    const definition = {
      processors: [{ script: { params: { model_id: ['a', GENERATED, { id: GENERATED }] } } }],
    };
    expect(referencesIn(ingestPipelines, definition)).toEqual({
      'processors[0].script.params.model_id[1]': 'blocks',
      'processors[0].script.params.model_id[2].id': 'breaks',
    });
  });

  it('knows that ML Commons does not read JSON in strings', () => {
    const value = JSON.stringify({ model_id: GENERATED });
    expect(referencesIn(ingestPipelines, { processors: [{ set: { value } }] })).toEqual({
      'processors[0].set.value → model_id': 'breaks',
    });
  });

  it('says where ML Commons will refuse over what is hardly a use', () => {
    const definition = {
      request_processors: [
        { filter_query: { query: { term: { model_id: GENERATED } } } },
        { ml_inference: { model_id: GENERATED } },
      ],
    };
    const found = findDependents([readingOf(searchPipelines, definition, [GENERATED])]);
    const [dependent] = found.get(GENERATED) ?? [];
    expect(dependent?.references.map(({ coincidence = false }) => coincidence)).toEqual([
      true,
      false,
    ]);
  });

  it('is sure of a generated id anywhere, of a custom one only where an id belongs', () => {
    const place = { processors: [{ set: { field: 'x', value: CUSTOM } }] };
    const enricher = {
      request_processors: [{ neural_query_enricher: { default_model_id: CUSTOM } }],
    };
    expect(referencesIn(ingestPipelines, place, CUSTOM)).toEqual({
      'processors[0].set.value': 'possible',
    });
    expect(referencesIn(ingestPipelines, { processors: [{ set: { value: GENERATED } }] })).toEqual({
      'processors[0].set.value': 'breaks',
    });
    expect(referencesIn(searchPipelines, enricher, CUSTOM)).toEqual({
      'request_processors[0].neural_query_enricher.default_model_id': 'breaks',
    });
  });
});

describe('references in agents', () => {
  it('knows that ML Commons looks at the parameters of tools only', () => {
    const definition = {
      name: 'assistant',
      llm: { model_id: GENERATED },
      tools: [
        {
          type: 'MLModelTool',
          parameters: { model_id: GENERATED, embedding_model_id: GENERATED },
          config: { model_id: GENERATED },
        },
      ],
      parameters: { model_id: GENERATED },
    };
    expect(referencesIn(agents, definition)).toEqual({
      'llm.model_id': 'breaks',
      'tools[0].parameters.model_id': 'blocks',
      'tools[0].parameters.embedding_model_id': 'breaks',
      'tools[0].config.model_id': 'breaks',
      'parameters.model_id': 'breaks',
    });
  });

  it('knows the keys that come with the skills plugin', () => {
    const definition = { tools: [{ parameters: { inference_model_id: GENERATED } }] };
    expect(referencesIn(agents, definition)).toEqual({
      'tools[0].parameters.inference_model_id': 'breaks',
    });
    expect(referencesIn(agents, definition, GENERATED, new Set(['opensearch-skills']))).toEqual({
      'tools[0].parameters.inference_model_id': 'blocks',
    });
  });

  it("takes the provider's model name for no reference", () => {
    expect(referencesIn(agents, { model: { model_id: GENERATED } })).toEqual({});
  });
});

describe('a generated id inside a text', () => {
  it.each<[string, JsonRecord, string]>([
    ['a prompt', { description: `Use the model ${GENERATED}, always.` }, 'description'],
    ['a URL', { u: `/_plugins/_ml/models/${GENERATED}/_predict` }, 'u'],
    ['a script', { script: { source: `ctx.m = '${GENERATED}';` } }, 'script.source'],
    ['a list', { set: { value: `first,${GENERATED},last` } }, 'set.value'],
    ['a padded string', { model_id: ` ${GENERATED} ` }, 'model_id'],
    ['a key', { models: { [GENERATED]: 'fast' } }, `models.${GENERATED}`],
    ['a template that begins with a placeholder', { q: `{{#a}}{"m":'${GENERATED}'}` }, 'q'],
    [
      'escaped JSON in a template',
      { q: `{"size":\${n},"query":"{\\"model_id\\":\\"${GENERATED}\\"}"}` },
      'q',
    ],
    ['JSON with a backslash too many', { q: `{\\"model_id\\":\\"${GENERATED}\\"}` }, 'q'],
    [
      'a text in JSON in a string',
      { q: JSON.stringify({ prompt: `ask ${GENERATED}` }) },
      'q → prompt',
    ],
  ])('is possible: %s', (_what, definition, path) => {
    expect(referencesIn(ingestPipelines, definition)).toEqual({ [path]: 'possible' });
  });

  it('is one reference where the text quotes it too', () => {
    const q = `{"size":\${n},"model_id":"${GENERATED}","prompt":"ask ${GENERATED}"}`;
    expect(referencesIn(ingestPipelines, { q })).toEqual({ 'q → …': 'breaks' });
  });

  it('is none as a part of a longer word, nor is a custom id', () => {
    const definition = { a: `${GENERATED}x`, b: `my-${GENERATED}`, c: GENERATED.toLowerCase() };
    expect(referencesIn(ingestPipelines, definition)).toEqual({});
    expect(referencesIn(ingestPipelines, { a: `the ${CUSTOM} model` }, CUSTOM)).toEqual({});
  });
});

describe('references in mappings', () => {
  const properties = {
    text: { type: 'semantic', model_id: GENERATED, search_model_id: GENERATED },
    vector: { type: 'knn_vector', model_id: GENERATED },
    new: { type: 'type_of_another_plugin', model_id: GENERATED },
  };
  const expected = (at: string) => ({
    [`${at}.text.model_id`]: 'breaks',
    [`${at}.text.search_model_id`]: 'breaks',
    [`${at}.new.model_id`]: 'possible',
  });

  it('are those of semantic fields, and never the model of k-NN', () => {
    expect(referencesIn(indexes, { mappings: { properties } })).toEqual(
      expected('mappings.properties')
    );
    expect(referencesIn(indexTemplates, { template: { mappings: { properties } } })).toEqual(
      expected('template.mappings.properties')
    );
  });

  it('are doubtful in the filter of an alias, which compares fields of documents', () => {
    const aliases = { a: { filter: { term: { model_id: GENERATED } } } };
    expect(referencesIn(indexTemplates, { template: { aliases } })).toEqual({
      'template.aliases.a.filter.term.model_id': 'possible',
    });
  });
});

describe('findDependents', () => {
  it('finds the dependents of many models in one walk', () => {
    const definition = {
      processors: [
        { a: { model_id: 'one' } },
        { b: { model_id: 'two' } },
        { c: { model_id: 'one' } },
      ],
    };
    const found = findDependents([readingOf(ingestPipelines, definition, ['one', 'two'])]);
    expect(found.get('one')?.map(({ references }) => references.length)).toEqual([2]);
    expect(found.get('two')?.map(({ references }) => references.length)).toEqual([1]);
  });
});
