import type { Dependent, GraphEdge, GraphNode } from '../../common/dependents';
import { nodeKey } from '../../common/dependents';
import type { Link } from './links';

export interface GraphParts {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

function referenceEdges(dependents: ReadonlyMap<string, Dependent[]>): GraphEdge[] {
  return [...dependents].flatMap(([modelId, ofModel]) =>
    ofModel.flatMap((dependent) =>
      dependent.references.map(({ path, enforcement }) => ({
        from: nodeKey(dependent),
        to: nodeKey({ kind: 'model', id: modelId }),
        path,
        enforcement,
      }))
    )
  );
}

/**
 * The graph of models, their dependents and what calls for those. What is called for and can't be
 * found goes by its id.
 */
export function buildGraph(
  models: readonly GraphNode[],
  dependents: ReadonlyMap<string, Dependent[]>,
  links: readonly Link[]
): GraphParts {
  const nodes = new Map(models.map((model) => [nodeKey(model), model]));
  const add = ({ kind, id, name }: GraphNode) => {
    const key = nodeKey({ kind, id });
    if (!nodes.has(key)) nodes.set(key, { kind, id, name });
  };
  for (const ofModel of dependents.values()) ofModel.forEach(add);
  for (const { from } of links) add(from);
  for (const { to } of links) add({ ...to, name: to.id });
  const edges = links.map(({ from, to, path }) => ({
    from: nodeKey(from),
    to: nodeKey(to),
    path,
    enforcement: null,
  }));
  return { nodes: [...nodes.values()], edges: [...referenceEdges(dependents), ...edges] };
}

/** The part of a graph that calls for some models, directly or through others. */
export function callersOf({ nodes, edges }: GraphParts, targets: readonly string[]): GraphParts {
  const callers = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const known = callers.get(edge.to);
    if (known) known.push(edge);
    else callers.set(edge.to, [edge]);
  }
  const reached = new Set(targets);
  for (const key of reached) {
    for (const { from } of callers.get(key) ?? []) reached.add(from);
  }
  return {
    nodes: nodes.filter((node) => reached.has(nodeKey(node))),
    edges: edges.filter(({ from, to }) => reached.has(from) && reached.has(to)),
  };
}
