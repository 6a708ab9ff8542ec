import type { DependentKind } from '../../common/dependents/kinds';
import { makeFaultsBeside, mendWire } from '../cluster/faults';
import {
  makeAgent,
  makeEnricherPipeline,
  makeModel,
  removeFixtures,
  uniqueName,
} from '../cluster/fixtures';
import { ask, tell } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';
import type { PretendedApi } from '../cluster/wire';
import {
  pretendedJudgment,
  pretendedMonitor,
  type PretendedResource,
  pretendedSearchConfiguration,
} from '../sources/pretended_plugins';

const undo: Array<() => Promise<unknown>> = [];

afterEach(async () => {
  await mendWire();
  for (const step of undo.splice(0).reverse()) await step();
  await removeFixtures();
});

const review = (id: string) => call('reviewModel', { params: { model_id: id } });

async function stateOf(source: DependentKind, modelId: string) {
  const { coverage } = await review(modelId);
  return coverage.find((one) => one.source === source);
}

/** How the plugin shows a dependent, and which request takes a model out of it. */
async function shown(kind: DependentKind, id: string, modelId: string) {
  const { definition } = await call('getDefinition', { params: { kind, id } });
  const { requests } = await call('getDependent', {
    params: { kind, id },
    query: { model_id: modelId },
  });
  return { definition, ...requests };
}

const json = (status: number, body: unknown): PretendedApi['answer'] => ({
  status,
  body: JSON.stringify(body),
});

describe('resources of plugins that this cluster lacks, answered as they are documented', () => {
  it.each<[DependentKind, (modelId: string) => PretendedResource, string, RegExp]>([
    [
      'search_configuration',
      pretendedSearchConfiguration,
      'query → query.neural.vector.model_id breaks',
      /\nDELETE \/_plugins\/_search_relevance\/search_configurations\/configuration-/,
    ],
    ['judgment', pretendedJudgment, 'metadata.modelId possible', /ratings work without the model/],
    [
      'monitor',
      pretendedMonitor,
      'inputs[0].search.query.query.neural.vector.model_id breaks',
      /\nPUT \/_plugins\/_alerting\/monitors\/monitor-[^]*<ID of another model>/,
    ],
  ])('%s', async (kind, pretend, reference, wayOut) => {
    const { id: modelId } = await makeModel();
    expect(await stateOf(kind, modelId)).toMatchObject({ state: 'absent' });

    const { id, apis } = pretend(modelId);
    await makeFaultsBeside(apis);
    const { dependents, verdict } = await review(modelId);
    expect(
      dependents.map((one) => [
        one.kind,
        one.id,
        ...one.references.map(({ path, enforcement }) => `${path} ${enforcement}`),
      ])
    ).toEqual([[kind, id, reference]]);
    expect(verdict).toBe('breaks');
    expect(await stateOf(kind, modelId)).toEqual({ source: kind, state: 'read' });

    const {
      definition,
      show,
      remove_reference: remove,
      why_not: why,
    } = await shown(kind, id, modelId);
    expect(definition).toMatchObject({ name: id });
    expect(show).toMatch(new RegExp(`^GET /_plugins/.*/${id}\n$`));
    expect(remove ?? why).toMatch(wayOut);
    const { requests } = await call('getRecovery', { params: { model_id: modelId } });
    expect(requests).toContain(`# ${kind} ${id}`);
  });

  it('a search configuration is named as impact of the search pipeline that it takes', async () => {
    const { id: modelId } = await makeModel();
    const pipeline = await makeEnricherPipeline(modelId);
    const { id, apis } = pretendedSearchConfiguration('no-model', pipeline);
    await makeFaultsBeside(apis);
    const { dependents } = await review(modelId);
    expect(dependents).toMatchObject([
      { id: pipeline, impact: [{ kind: 'search_configuration', id, through: pipeline }] },
    ]);
  });
});

describe('the Search Relevance Workbench', () => {
  const LIST = '^/_plugins/_search_relevance/judgments\\?';
  const SEARCH = '^/_plugins/_search_relevance/judgments/_search';
  const NO_SEARCH = json(405, {
    error: 'Incorrect HTTP method for uri [x] and method [POST], allowed: [DELETE, GET]',
    status: 405,
  });

  const listed = (count: number, modelId: string) => {
    const hits = Array.from({ length: count }, (_, at) => ({
      _id: `judgment-${at}`,
      _source: { name: `list ${at}`, metadata: { modelId: at === 0 ? modelId : 'another' } },
    }));
    const shards = { total: 1, successful: 1, skipped: 0, failed: 0 };
    return json(200, { timed_out: false, _shards: shards, hits: { hits } });
  };

  it.each([
    [3, { source: 'judgment', state: 'read' }],
    [
      10_000,
      { source: 'judgment', state: 'partial', detail: expect.stringContaining('10,000') as string },
    ],
  ])('before 3.5 is read by its list: of %i', async (count, coverage) => {
    const { id: modelId } = await makeModel();
    await makeFaultsBeside([
      { path: SEARCH, answer: NO_SEARCH },
      { path: LIST, answer: listed(count, modelId) },
    ]);
    expect((await review(modelId)).dependents).toMatchObject([
      { kind: 'judgment', id: 'judgment-0', name: 'list 0' },
    ]);
    expect(await stateOf('judgment', modelId)).toEqual(coverage);
  });

  it('is not checked while it is turned off and has something stored, and absent else', async () => {
    const { id: modelId } = await makeModel();
    const disabled = {
      status: 403,
      type: 'text/plain',
      body: 'Search Relevance Workbench is disabled',
    };
    await makeFaultsBeside([{ path: '^/_plugins/_search_relevance', answer: disabled }]);
    expect(await stateOf('judgment', modelId)).toMatchObject({ state: 'absent' });

    const index = '/search-relevance-judgment';
    await tell('PUT', `${index}/_doc/1?refresh=true`, { metadata: { modelId } });
    undo.push(() => ask('DELETE', index));
    const setting = 'plugins.search_relevance.workbench_enabled';
    expect(await stateOf('judgment', modelId)).toMatchObject({
      state: 'off',
      detail: expect.stringContaining(setting) as string,
    });
    expect(await stateOf('search_configuration', modelId)).toMatchObject({ state: 'absent' });
  });
});

describe('cluster settings', () => {
  const SETTINGS = '^/_cluster/settings.*flat_settings';
  const key = 'plugins.neural_search.model_selection.model_id.dense.english';

  it('choose models for neural-search in any scope (3.9)', async () => {
    const { id: modelId } = await makeModel();
    const answer = json(200, {
      persistent: { [key]: modelId, 'cluster.max_shards_per_node': '1000' },
      transient: { [key]: modelId },
      defaults: { 'plugins.neural_search.model_selection.model_id.sparse.english': '' },
    });
    await makeFaultsBeside([{ path: SETTINGS, answer }]);
    expect((await review(modelId)).dependents).toEqual([
      {
        kind: 'cluster_setting',
        id: key,
        name: key,
        references: [
          { path: `persistent["${key}"]`, enforcement: 'breaks' },
          { path: `transient["${key}"]`, enforcement: 'breaks' },
        ],
        impact: [],
      },
    ]);
    const found = await shown('cluster_setting', key, modelId);
    expect(found.remove_reference).toMatch(/^PUT \/_cluster\/settings\n/);
    expect(JSON.parse(found.remove_reference?.replace(/^.*\n/, '') ?? '')).toEqual({
      persistent: { [key]: null },
      transient: { [key]: null },
    });
  });

  it('in the nodes’ files are named, and have to be changed there', async () => {
    const { id: modelId } = await makeModel();
    const answer = json(200, { persistent: {}, transient: {}, defaults: { [key]: modelId } });
    await makeFaultsBeside([{ path: SETTINGS, answer }]);
    expect((await review(modelId)).dependents).toMatchObject([
      { kind: 'cluster_setting', id: key },
    ]);
    const found = await shown('cluster_setting', key, modelId);
    expect(found).toMatchObject({
      remove_reference: null,
      why_not: expect.stringContaining('opensearch.yml') as string,
    });
  });

  it('that have no value are not found', async () => {
    const params = { kind: 'cluster_setting', id: key } as const;
    expect(await callExpectingError('getDefinition', { params })).toMatchObject({
      statusCode: 404,
    });
  });
});

describe('a batch prediction', () => {
  async function makeTask(modelId: string, more: object): Promise<string> {
    const id = uniqueName('task');
    const path = `/.plugins-ml-task/_doc/${id}`;
    await tell('PUT', `${path}?refresh=true`, {
      model_id: modelId,
      task_type: 'BATCH_PREDICTION',
      function_name: 'REMOTE',
      create_time: Date.now(),
      last_update_time: Date.now(),
      remote_job: { id: 'of-a-test' },
      ...more,
    });
    undo.push(() => ask('DELETE', path));
    return id;
  }

  it('needs its model until it is finished, and other tasks need none', async () => {
    const { id: modelId } = await makeModel();
    const created = await makeTask(modelId, { state: 'CREATED' });
    const running = await makeTask(modelId, { state: 'RUNNING' });
    await makeTask(modelId, { state: 'COMPLETED' });
    await makeTask(modelId, { state: 'RUNNING', task_type: 'DEPLOY_MODEL' });
    const { dependents } = await review(modelId);
    expect(dependents).toMatchObject(
      [created, running].map((id) => ({
        kind: 'task',
        id,
        references: [{ path: 'model_id', enforcement: 'breaks' }],
      }))
    );
    const found = await shown('task', running, modelId);
    expect(found.definition).toMatchObject({ state: 'RUNNING' });
    expect(found.remove_reference).toMatch(
      new RegExp(`\nPOST /_plugins/_ml/tasks/${running}/_cancel\n$`)
    );
  });

  it('that is not there is not found', async () => {
    const params = { kind: 'task', id: 'nothing-here' } as const;
    expect(await callExpectingError('getDefinition', { params })).toMatchObject({
      statusCode: 404,
    });
  });
});

describe('an ML config', () => {
  it.each([
    'os_query_assist_response_summary',
    'os_query_assist_error_summary',
    'os_query_assist_promql',
    'os_query_time_range_parser',
    'os_data2summary_with_log_pattern',
    'os_suggest_ad',
    'os_deep_research',
    'os_visualization_summary',
  ])('is named as impact of its agent: %s', async (id) => {
    const { id: modelId } = await makeModel();
    const agent = await makeAgent(modelId);
    await tell('PUT', `/.plugins-ml-config/_doc/${id}?refresh=true`, {
      type: 'os_root_agent',
      configuration: { agent_id: agent.id },
    });
    undo.push(() => ask('DELETE', `/.plugins-ml-config/_doc/${id}`));
    const { dependents } = await review(modelId);
    expect(dependents).toMatchObject([
      { id: agent.id, impact: [{ kind: 'ml_config', id, through: agent.name }] },
    ]);
  });
});
