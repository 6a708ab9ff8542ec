import type { Enforcement, Graph } from '../../../../common/dependents';
import { DEPENDENT_KINDS } from '../../../../common/dependents/dependent_kind';
import { nodeKey } from '../../../../common/dependents/node_key';
import { notChecked } from '../../../../common/dependents/not_checked';
import { gather } from './gather';
import { effectOf, stronger, strongerLine } from './line_of';
import type { MapEdge, MapNode, Picture, ResourceNode } from './map_node';
import { reachOf, type Reach } from './reach';

/** What a delete does to each node that it reaches, by its strongest reference. */
function effects(reach: Reach): Map<string, Enforcement> {
  const found = new Map<string, Enforcement>();
  for (const edge of reach.edges) {
    found.set(edge.from, stronger(effectOf(reach, edge), found.get(edge.from)));
  }
  return found;
}

function resources({ nodes }: Graph, reach: Reach): ResourceNode[] {
  const needed = new Set(reach.needs.map(({ to }) => to));
  const effectOn = effects(reach);
  return nodes.flatMap(({ kind, id, name, missing = false, not_read: notRead }) => {
    const key = nodeKey({ kind, id });
    const depth = reach.depths.get(key) ?? (needed.has(key) ? -1 : undefined);
    if (depth === undefined) return [];
    const enforcement = effectOn.get(key) ?? null;
    const node = { type: 'resource', key, depth, kind, id, name, enforcement, missing } as const;
    return [{ ...node, ...(notRead !== undefined && { notRead }) }];
  });
}

function lines(reach: Reach): MapEdge[] {
  const drawn = new Map<string, MapEdge>();
  for (const edge of reach.edges) {
    const key = `${edge.to} ${edge.from}`;
    const line = strongerLine(effectOf(reach, edge), drawn.get(key)?.line);
    drawn.set(key, { key, from: edge.to, to: edge.from, line });
  }
  for (const { from, to } of reach.needs) {
    drawn.set(`${to} ${from}`, { key: `${to} ${from}`, from: to, to: from, line: 'needs' });
  }
  return [...drawn.values()];
}

function unchecked({ coverage }: Graph, self: string) {
  const nodes = notChecked(coverage).map((source) => ({
    type: 'unchecked' as const,
    key: `unchecked/${source.source}`,
    depth: 1,
    source,
  }));
  const edges = nodes.map(({ key }) => ({
    key: `${self} ${key}`,
    from: self,
    to: key,
    line: 'possible' as const,
  }));
  return { nodes, edges };
}

function kindOf(node: MapNode): string {
  return node.type === 'unchecked' ? node.source.source : node.kind;
}

function rank(node: MapNode): number {
  const at = DEPENDENT_KINDS.findIndex((kind) => kind === kindOf(node));
  return node.depth * 100 + (at < 0 ? DEPENDENT_KINDS.length : at);
}

function nameOf(node: MapNode): string {
  return node.type === 'resource' ? node.name : '';
}

function inOrder(nodes: readonly MapNode[]): MapNode[] {
  return [...nodes].sort((a, b) => rank(a) - rank(b) || nameOf(a).localeCompare(nameOf(b)));
}

/**
 * What a map shows around a model: what it needs, and all that a delete reaches. A kind with more
 * than a dozen at one depth is one node, or a frame where its key is among the open ones.
 */
export function drawPicture(graph: Graph, modelId: string, open: ReadonlySet<string>): Picture {
  const reach = reachOf(graph, modelId);
  const picture = gather(resources(graph, reach), lines(reach), open);
  const gaps = unchecked(graph, reach.self);
  return {
    ...picture,
    nodes: inOrder([...picture.nodes, ...gaps.nodes]),
    edges: [...picture.edges, ...gaps.edges],
  };
}
