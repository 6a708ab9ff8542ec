import type { Dependent, Graph, GraphNode, Reference } from '../../../../common/dependents';
import { DEPENDENT_KINDS } from '../../../../common/dependents/dependent_kind';
import { nodeKey } from '../../../../common/dependents/node_key';
import { effectOf, reachOf, type LineStyle } from '../picture';

/** One reference from or to a node. */
export interface Relation {
  /** The node at the other end. */
  node: GraphNode;
  path: string;
  line: LineStyle;
}

/** All that a panel says of one node beside its definition. */
export interface Relations {
  node: GraphNode;
  /** What it calls for. */
  uses: Relation[];
  /** What calls for it. */
  usedBy: Relation[];
  /** The node as a dependent of the model, where it holds the model's id itself. */
  dependent?: Dependent;
}

function dependentOf(
  { kind, id, name }: GraphNode,
  references: Reference[]
): Dependent | undefined {
  const known = DEPENDENT_KINDS.find((one) => one === kind);
  return known && references.length > 0
    ? { kind: known, id, name, references, impact: [] }
    : undefined;
}

/** What a node of the map around a model has to do with others; undefined where it isn't there. */
export function relationsOf(graph: Graph, modelId: string, key: string): Relations | undefined {
  const nodes = new Map(graph.nodes.map((node) => [nodeKey(node), node]));
  const node = nodes.get(key);
  if (!node) return undefined;
  const reach = reachOf(graph, modelId);
  const relations: Relations = { node, uses: [], usedBy: [] };
  const references: Reference[] = [];
  const add = (to: Relation[], other: string, path: string, line: LineStyle) => {
    const there = nodes.get(other);
    if (there) to.push({ node: there, path, line });
  };
  for (const edge of reach.edges) {
    const line = effectOf(reach, edge);
    if (edge.from === key) add(relations.uses, edge.to, edge.path, line);
    if (edge.to === key) add(relations.usedBy, edge.from, edge.path, line);
    if (edge.from === key && edge.to === reach.self) {
      references.push({ path: edge.path, enforcement: line });
    }
  }
  for (const { from, to, path } of reach.needs) {
    if (from === key) add(relations.uses, to, path, 'needs');
    if (to === key) add(relations.usedBy, from, path, 'needs');
  }
  const dependent = dependentOf(node, references);
  return { ...relations, ...(dependent && { dependent }) };
}
