import type { SourceCoverage } from '../../../common/dependents/coverage';
import type { Graph, GraphEdge } from '../../../common/dependents/graph';
import { DEPENDENT_KINDS, nodeKey } from '../../../common/dependents/kinds';
import { ENFORCEMENTS, notChecked } from '../../../common/dependents/verdict';
import type { Enforcement } from '../../../common/dependents/verdict';
import type { Usage } from '../../../common/models/usage';

/** The graph as it counts while safe delete is off: ML Commons refuses nothing then. */
export function graphWithoutSafeDelete(graph: Graph): Graph {
  const edges = graph.edges.map((edge) =>
    edge.enforcement === 'blocks' ? { ...edge, enforcement: 'breaks' as const } : edge
  );
  return { ...graph, edges };
}

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
export function buildGraphView(
  graph: Graph,
  modelId: string,
  open: ReadonlySet<string>
): GraphView {
  const reach = reachOf(graph, modelId);
  const picture = groupNodes(resources(graph, reach), lines(reach), open);
  const gaps = unchecked(graph, reach.self);
  return {
    ...picture,
    nodes: inOrder([...picture.nodes, ...gaps.nodes]),
    edges: [...picture.edges, ...gaps.edges],
  };
}

/**
 * What a delete does over an edge. What calls for something else than a model breaks with that, as
 * surely as that does: ML Commons looks at references to models only.
 */
export function effectOf({ certain }: Reach, { to, enforcement }: GraphEdge): Enforcement {
  return enforcement ?? (certain.has(to) ? 'breaks' : 'possible');
}

/** The stronger of two, where there are two. */
function stronger(one: Enforcement, other: Enforcement | undefined): Enforcement {
  return ENFORCEMENTS.find((level) => level === one || level === other) ?? one;
}

/** How one line is drawn in place of two. */
function strongerLine(one: LineStyle, other: LineStyle | undefined): LineStyle {
  return one === 'needs' || other === 'needs' ? one : stronger(one, other);
}

/** Where a node is: what the model needs at -1, the model at 0, its dependents at 1, and on. */
interface Placed {
  key: string;
  depth: number;
}

/** One resource of the cluster. */
export interface ResourceNode extends Placed {
  type: 'resource';
  kind: string;
  id: string;
  name: string;
  /** What a delete of the model does to it; null for the model and what that needs. */
  enforcement: Enforcement | null;
  missing: boolean;
  /** Why it could not be read, in the cluster's words. */
  notRead?: string;
}

/** All resources of a kind at one depth, as one node or as a frame around them. */
export interface KindNode extends Placed {
  type: 'kind';
  kind: string;
  usage: Usage;
  count: number;
  isOpen: boolean;
}

/** Resources that could not be read, and of which some may use the model. */
export interface UncheckedNode extends Placed {
  type: 'unchecked';
  source: SourceCoverage;
}

export type MapNode = ResourceNode | KindNode | UncheckedNode;

/** How a line is drawn: what a delete does to the node at its right, or that the model needs it. */
export type LineStyle = Enforcement | 'needs';

/** A line from what is used, on the left, to what uses it. */
export interface MapEdge {
  key: string;
  from: string;
  to: string;
  line: LineStyle;
}

/** What a map shows of a graph. */
export interface GraphView {
  /** Those that are by themselves, frames included. */
  nodes: MapNode[];
  edges: MapEdge[];
  /** The nodes in each open frame, by the frame's key. */
  members: ReadonlyMap<string, ResourceNode[]>;
  /** The lines of nodes that are in a frame: drawn for the one that is chosen. */
  memberEdges: MapEdge[];
}

/** What a delete of a model reaches in a graph. */
interface Reach {
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

/** More of a kind than this, at one depth, are gathered in one node. */
const MAX_UNGROUPED = 12;

function usageOf(nodes: readonly ResourceNode[]): Usage {
  const usage: Usage = { blocks: 0, breaks: 0, possible: 0 };
  for (const { enforcement } of nodes) if (enforcement) usage[enforcement] += 1;
  return usage;
}

function byKindAndDepth(nodes: readonly ResourceNode[]): Map<string, ResourceNode[]> {
  const groups = new Map<string, ResourceNode[]>();
  for (const node of nodes) {
    const key = `kind/${node.kind}/${node.depth}`;
    const known = groups.get(key);
    if (known) known.push(node);
    else groups.set(key, [node]);
  }
  return groups;
}

/** The lines between what is by itself; those of gathered nodes are their gathering's. */
function between(edges: readonly MapEdge[], gatheredIn: ReadonlyMap<string, string>): MapEdge[] {
  const drawn = new Map<string, MapEdge>();
  for (const edge of edges) {
    const from = gatheredIn.get(edge.from) ?? edge.from;
    const to = gatheredIn.get(edge.to) ?? edge.to;
    if (from === to) continue;
    const key = `${from} ${to}`;
    drawn.set(key, { key, from, to, line: strongerLine(edge.line, drawn.get(key)?.line) });
  }
  return [...drawn.values()];
}

/** Gathers the kinds of which there are many. What is at depth 0 and before is never many. */
function groupNodes(
  nodes: readonly ResourceNode[],
  edges: readonly MapEdge[],
  open: ReadonlySet<string>
): GraphView {
  const alone: MapNode[] = [];
  const members = new Map<string, ResourceNode[]>();
  const gatheredIn = new Map<string, string>();
  for (const [key, group] of byKindAndDepth(nodes)) {
    const [first] = group;
    if (first === undefined || group.length <= MAX_UNGROUPED) {
      alone.push(...group);
      continue;
    }
    const { kind, depth } = first;
    const isOpen = open.has(key);
    const node: KindNode = {
      type: 'kind',
      key,
      kind,
      depth,
      usage: usageOf(group),
      count: group.length,
      isOpen,
    };
    alone.push(node);
    if (isOpen) members.set(key, sorted(group));
    for (const one of group) gatheredIn.set(one.key, key);
  }
  return {
    nodes: alone,
    edges: between(edges, gatheredIn),
    members,
    memberEdges: edges.filter(({ from, to }) => gatheredIn.has(from) || gatheredIn.has(to)),
  };
}

function sorted(nodes: readonly ResourceNode[]): ResourceNode[] {
  return [...nodes].sort((a, b) => a.name.localeCompare(b.name));
}
