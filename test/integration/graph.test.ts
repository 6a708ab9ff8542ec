import type { Graph } from '../../common/dependents/graph';
import type { NodeKind } from '../../common/dependents/kinds';
import { makeFaults, mendWire } from '../cluster/faults';
import {
  makeAgent,
  makeGroup,
  makeIndex,
  makeIngestPipeline,
  makeModel,
  removeFixtures,
} from '../cluster/fixtures';
import { call, callExpectingError, send } from '../cluster/plugin_api';

afterEach(async () => {
  await mendWire();
  await removeFixtures();
});

const edge = ({ edges }: Graph, from: string, to: string) =>
  edges.find((one) => one.from === from && one.to === to);

describe('what stands behind a dependent', () => {
  it('is told in the review: the indexes of a pipeline and their aliases', async () => {
    const { id } = await makeModel();
    const pipeline = await makeIngestPipeline(id);
    const index = await makeIndex(pipeline);
    const { dependents } = await call('reviewModel', { params: { model_id: id } });
    expect(dependents).toEqual([
      expect.objectContaining({
        id: pipeline,
        impact: [
          { kind: 'index', id: index.id, name: index.id, through: pipeline },
          { kind: 'alias', id: index.alias, name: index.alias, through: index.id },
        ],
      }),
    ]);
  });
});

describe('GET /graph', () => {
  it('shows around one model what calls for it and what it needs', async () => {
    const groupId = await makeGroup();
    const model = await makeModel({ groupId });
    const other = await makeModel({ groupId });
    const pipeline = await makeIngestPipeline(model.id);
    const index = await makeIndex(pipeline);
    const agent = await makeAgent(model.id);
    const graph = await call('getGraph', { query: { model_id: model.id } });
    const self = `model/${model.id}`;
    expect(edge(graph, `ingest_pipeline/${pipeline}`, self)).toMatchObject({
      path: 'processors[0].text_embedding.model_id',
      enforcement: 'blocks',
    });
    expect(edge(graph, `agent/${agent.id}`, self)).toBeDefined();
    expect(edge(graph, `index/${index.id}`, `ingest_pipeline/${pipeline}`)).toBeDefined();
    expect(edge(graph, `alias/${index.alias}`, `index/${index.id}`)).toBeDefined();
    expect(edge(graph, self, `model_group/${groupId}`)).toBeDefined();
    expect(edge(graph, `model/${other.id}`, `model_group/${groupId}`)).toBeDefined();
    expect(graph.nodes.filter(({ kind }) => kind === 'connector')).toHaveLength(1);
    const keys = new Set(graph.nodes.map(({ kind, id }) => `${kind}/${id}`));
    for (const { from, to } of graph.edges)
      expect([keys.has(from), keys.has(to)]).toEqual([true, true]);
  });

  it('says of a connector or group whether it is gone or could not be read', async () => {
    const model = await makeModel();
    const graph = () => call('getGraph', { query: { model_id: model.id } });
    const connector = (await graph()).nodes.find(({ kind }) => kind === 'connector');
    const reason = 'no permissions for [cluster:admin/opensearch/ml/model_groups/get] and User [x]';
    await makeFaults(
      {
        path: `model_groups/${model.groupId}`,
        answer: {
          status: 403,
          body: JSON.stringify({ error: { type: 'x', reason }, status: 403 }),
        },
      },
      {
        path: `connectors/${connector?.id}`,
        answer: {
          status: 404,
          body: JSON.stringify({
            error: { type: 'status_exception', reason: 'Failed to find connector' },
            status: 404,
          }),
        },
      }
    );
    const { nodes } = await graph();
    expect(nodes).toContainEqual({ ...connector, name: connector?.id, missing: true });
    expect(nodes).toContainEqual({
      kind: 'model_group',
      id: model.groupId,
      name: model.groupId,
      not_read: reason,
    });
  });

  it('carries every model, and marks ids that no model has', async () => {
    const unused = await makeModel();
    const dangling = 'zzNoModelHasThisId00';
    const pipeline = await makeIngestPipeline(dangling);
    const graph = await call('getGraph');
    expect(graph.nodes).toContainEqual({ kind: 'model', id: unused.id, name: unused.name });
    expect(graph.nodes).toContainEqual({
      kind: 'model',
      id: dangling,
      name: dangling,
      missing: true,
    });
    expect(edge(graph, `ingest_pipeline/${pipeline}`, `model/${dangling}`)).toBeDefined();
  });

  it('does not call a model missing that the user may not see', async () => {
    const hidden = 'zzAnotherTeamsModel0';
    await makeIngestPipeline(hidden);
    const reason = "User doesn't have privilege to perform this operation on this model";
    await makeFaults({
      path: `models/${hidden}`,
      answer: {
        status: 403,
        body: JSON.stringify({ error: { type: 'status_exception', reason }, status: 403 }),
      },
    });
    const { nodes } = await call('getGraph');
    expect(nodes).toContainEqual({ kind: 'model', id: hidden, name: hidden });
  });

  it('says which source it could not read', async () => {
    await makeFaults({ path: '_mapping', answer: { status: 500, body: '{"error":"boom"}' } });
    const { coverage } = await call('getGraph');
    expect(coverage).toContainEqual({ source: 'index', state: 'failed', detail: 'boom' });
  });

  it('answers 404 for an unknown model', async () => {
    expect(
      await callExpectingError('getGraph', { query: { model_id: 'nothing_here' } })
    ).toMatchObject({ statusCode: 404 });
  });
});

describe('GET /definitions/{kind}/{id}', () => {
  const definitionOf = (kind: NodeKind, id: string) =>
    call('getDefinition', { params: { kind, id } }).then(({ definition }) => definition);

  it('gives what each node of a graph is made of, and nothing that authenticates', async () => {
    const model = await makeModel();
    const pipeline = await makeIngestPipeline(model.id);
    const index = await makeIndex(pipeline);
    const agent = await makeAgent(model.id);
    const { nodes } = await call('getGraph', { query: { model_id: model.id } });
    const definitions = await Promise.all(
      nodes.map(({ kind, id }) => definitionOf(kind as NodeKind, id))
    );
    const of = (wanted: string) => definitions[nodes.findIndex(({ kind }) => kind === wanted)];
    expect(of('model')).toMatchObject({ name: model.name });
    expect(of('connector')).toMatchObject({ protocol: 'http' });
    expect(of('model_group')).toMatchObject({ name: expect.stringContaining('group') });
    expect(of('ingest_pipeline')).toMatchObject({ processors: [expect.anything()] });
    expect(of('index')).toMatchObject({ settings: { index: { default_pipeline: pipeline } } });
    expect(of('alias')).toEqual({ [index.id]: { aliases: { [index.alias]: {} } } });
    expect(of('agent')).toMatchObject({ name: agent.name });
    expect(JSON.stringify(definitions)).not.toContain('secret');
  });

  it.each<[NodeKind, string]>([
    ['alias', 'nothing-here'],
    ['connector', 'nothing_here'],
    ['ingest_pipeline', 'nothing-here'],
  ])('answers 404 for %s %s', async (kind, id) => {
    expect(await callExpectingError('getDefinition', { params: { kind, id } })).toMatchObject({
      statusCode: 404,
    });
  });

  it('does not know other kinds', async () => {
    const kind = 'no_such_kind' as NodeKind;
    expect((await send('getDefinition', { params: { kind, id: 'x' } })).status).toBe(400);
  });
});
