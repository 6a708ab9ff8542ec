import type { Graph, GraphEdge, GraphNode } from '../../../common/dependents/graph';
import { buildGraphView, reachOf } from './graph_view';

const SELF = 'model/m1';
const node = (kind: string, id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  kind,
  id,
  name: `the ${id}`,
  ...more,
});
const edge = (from: string, to: string, enforcement: GraphEdge['enforcement'] = null) => ({
  from,
  to,
  path: 'somewhere',
  enforcement,
});

function aGraph(nodes: GraphNode[], edges: GraphEdge[], over: Partial<Graph> = {}): Graph {
  return { nodes: [node('model', 'm1'), ...nodes], edges, coverage: [], ...over };
}

const draw = (graph: Graph, open: string[] = []) => buildGraphView(graph, 'm1', new Set(open));
const keys = (items: ReadonlyArray<{ key: string }>) => items.map(({ key }) => key);

const PIPELINE = node('ingest_pipeline', 'p1');
const PIPELINE_EDGE = edge('ingest_pipeline/p1', SELF, 'blocks');

/** As many pipelines as are asked for, each of which an index of its own uses. */
function manyPipelines(count: number): Graph {
  const ids = Array.from({ length: count }, (_, index) => String(index).padStart(4, '0'));
  return aGraph(
    ids.flatMap((id) => [node('ingest_pipeline', id), node('index', id)]),
    ids.flatMap((id) => [
      edge(`ingest_pipeline/${id}`, SELF, 'blocks'),
      edge(`index/${id}`, `ingest_pipeline/${id}`),
    ])
  );
}

describe('what a map shows', () => {
  it('puts what the model needs before it, and what uses it behind, by distance', () => {
    const graph = aGraph(
      [
        node('connector', 'c1'),
        node('model_group', 'g1'),
        PIPELINE,
        node('index', 'i1'),
        node('alias', 'a1'),
      ],
      [
        edge(SELF, 'connector/c1'),
        edge(SELF, 'model_group/g1'),
        PIPELINE_EDGE,
        edge('index/i1', 'ingest_pipeline/p1'),
        edge('alias/a1', 'index/i1'),
      ]
    );
    expect(draw(graph).nodes.map(({ key, depth }) => [key, depth])).toEqual([
      ['connector/c1', -1],
      ['model_group/g1', -1],
      [SELF, 0],
      ['ingest_pipeline/p1', 1],
      ['index/i1', 2],
      ['alias/a1', 3],
    ]);
  });

  it('draws each line from what is used to what uses it', () => {
    const graph = aGraph(
      [node('connector', 'c1'), PIPELINE],
      [edge(SELF, 'connector/c1'), PIPELINE_EDGE]
    );
    expect(draw(graph).edges).toEqual([
      { key: `${SELF} ingest_pipeline/p1`, from: SELF, to: 'ingest_pipeline/p1', line: 'blocks' },
      { key: `connector/c1 ${SELF}`, from: 'connector/c1', to: SELF, line: 'needs' },
    ]);
  });

  it('leaves out the other versions of the group, which a delete doesn’t reach', () => {
    const graph = aGraph(
      [node('model_group', 'g1'), node('model', 'm2')],
      [edge(SELF, 'model_group/g1'), edge('model/m2', 'model_group/g1')]
    );
    expect(keys(draw(graph).nodes)).toEqual(['model_group/g1', SELF]);
  });

  it('draws one line for many references, as the strongest of them', () => {
    const graph = aGraph(
      [PIPELINE],
      [
        edge('ingest_pipeline/p1', SELF, 'possible'),
        PIPELINE_EDGE,
        edge('ingest_pipeline/p1', SELF, 'breaks'),
      ]
    );
    expect(draw(graph).edges.map(({ line }) => line)).toEqual(['blocks']);
    expect(draw(graph).nodes[1]).toMatchObject({ enforcement: 'blocks' });
  });

  it('says that what stands behind would break, and only might where the reference is unsure', () => {
    const behind = (enforcement: GraphEdge['enforcement']) =>
      draw(
        aGraph(
          [PIPELINE, node('index', 'i1')],
          [edge('ingest_pipeline/p1', SELF, enforcement), edge('index/i1', 'ingest_pipeline/p1')]
        )
      ).nodes.find(({ key }) => key === 'index/i1');
    expect(behind('blocks')).toMatchObject({ enforcement: 'breaks' });
    expect(behind('possible')).toMatchObject({ enforcement: 'possible' });
  });

  it('ends in a circle of agents', () => {
    const graph = aGraph(
      [node('agent', 'a1'), node('agent', 'a2')],
      [edge('agent/a1', SELF, 'breaks'), edge('agent/a2', 'agent/a1'), edge('agent/a1', 'agent/a2')]
    );
    expect(draw(graph).nodes.map(({ depth }) => depth)).toEqual([0, 1, 2]);
    expect(draw(graph).edges).toHaveLength(3);
  });

  it('shows what is missing, what couldn’t be read, and what was not checked', () => {
    const graph = aGraph(
      [
        node('connector', 'c1', { missing: true }),
        node('model_group', 'g1', { not_read: 'no permissions' }),
      ],
      [edge(SELF, 'connector/c1'), edge(SELF, 'model_group/g1')],
      {
        coverage: [
          { source: 'agent', state: 'forbidden', detail: 'no permissions' },
          { source: 'workflow', state: 'absent' },
        ],
      }
    );
    const picture = draw(graph);
    expect(picture.nodes).toMatchObject([
      { key: 'connector/c1', missing: true },
      { key: 'model_group/g1', missing: false, notRead: 'no permissions' },
      { key: SELF },
      { key: 'unchecked/agent', type: 'unchecked', depth: 1 },
    ]);
    expect(picture.edges).toContainEqual({
      key: `${SELF} unchecked/agent`,
      from: SELF,
      to: 'unchecked/agent',
      line: 'possible',
    });
  });
});

describe('a kind of which there are many', () => {
  it('stays as it is up to a dozen, and is one node beyond', () => {
    expect(draw(manyPipelines(12)).nodes).toHaveLength(1 + 24);
    const picture = draw(manyPipelines(13));
    expect(picture.nodes).toMatchObject([
      { key: SELF },
      { key: 'kind/ingest_pipeline/1', count: 13, isOpen: false, usage: { blocks: 13 } },
      { key: 'kind/index/2', count: 13, usage: { breaks: 13 } },
    ]);
    expect(picture.edges.map(({ from, to, line }) => [from, to, line])).toEqual([
      [SELF, 'kind/ingest_pipeline/1', 'blocks'],
      ['kind/ingest_pipeline/1', 'kind/index/2', 'breaks'],
    ]);
    expect(picture.members.size).toBe(0);
  });

  it('has its members, and keeps their lines, once it is open', () => {
    const picture = draw(manyPipelines(13), ['kind/ingest_pipeline/1']);
    const members = picture.members.get('kind/ingest_pipeline/1') ?? [];
    expect(members.map(({ id }) => id)).toEqual(
      Array.from({ length: 13 }, (_, index) => String(index).padStart(4, '0'))
    );
    expect(picture.nodes).toHaveLength(3);
    const ofFirst = picture.memberEdges.filter(
      ({ from, to }) => from === 'ingest_pipeline/0000' || to === 'ingest_pipeline/0000'
    );
    expect(ofFirst).toHaveLength(2);
  });
});

it('reaches through 20,000 references', () => {
  const graph = manyPipelines(10_000);
  expect(reachOf(graph, 'm1').depths.size).toBe(20_001);
  expect(draw(graph).nodes).toMatchObject([{ key: SELF }, { count: 10_000 }, { count: 10_000 }]);
});
