import type { Usage } from '../../../../common/models';
import { strongerLine } from './line_of';
import type { KindNode, MapEdge, MapNode, Picture, ResourceNode } from './map_node';

/** More of a kind than this, at one depth, are gathered in one node. */
const DOZEN = 12;

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

/** The lines between what stands by itself; those of gathered nodes are their gathering's. */
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

/** Gathers the kinds of which there are many. What stands at depth 0 and before is never many. */
export function gather(
  nodes: readonly ResourceNode[],
  edges: readonly MapEdge[],
  open: ReadonlySet<string>
): Picture {
  const alone: MapNode[] = [];
  const members = new Map<string, ResourceNode[]>();
  const gatheredIn = new Map<string, string>();
  for (const [key, group] of byKindAndDepth(nodes)) {
    const [first] = group;
    if (first === undefined || group.length <= DOZEN) {
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
