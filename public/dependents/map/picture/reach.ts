import type { Graph, GraphEdge } from '../../../../common/dependents';
import { nodeKey } from '../../../../common/dependents/node_key';

/** What a delete of a model reaches in a graph. */
export interface Reach {
  /** The model's own key. */
  self: string;
  /** How far each node that a delete reaches is from the model, which is at 0. */
  depths: ReadonlyMap<string, number>;
  /** Those of them that are reached by more than a possible reference. */
  certain: ReadonlySet<string>;
  /** From one of them to another. */
  edges: GraphEdge[];
  /** From the model to what it needs itself. */
  needs: GraphEdge[];
}

function callersOf(edges: readonly GraphEdge[]): Map<string, string[]> {
  const callers = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = callers.get(to);
    if (known) known.push(from);
    else callers.set(to, [from]);
  }
  return callers;
}

function depthsFrom(self: string, edges: readonly GraphEdge[]): Map<string, number> {
  const callers = callersOf(edges);
  const depths = new Map([[self, 0]]);
  for (const [key, depth] of depths) {
    for (const caller of callers.get(key) ?? []) {
      if (!depths.has(caller)) depths.set(caller, depth + 1);
    }
  }
  return depths;
}

/** What uses a model, directly or through others, and what the model needs. */
export function reachOf({ edges }: Graph, modelId: string): Reach {
  const self = nodeKey({ kind: 'model', id: modelId });
  const depths = depthsFrom(self, edges);
  const certain = depthsFrom(
    self,
    edges.filter(({ enforcement }) => enforcement !== 'possible')
  );
  return {
    self,
    depths,
    certain: new Set(certain.keys()),
    edges: edges.filter(({ from, to }) => depths.has(from) && depths.has(to) && from !== self),
    needs: edges.filter(({ from, to }) => from === self && !depths.has(to)),
  };
}
