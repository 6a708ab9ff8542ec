import type { Dependent, Impact } from '../../common/dependents/dependent';
import type { GraphNode } from '../../common/dependents/graph';
import { nodeKey } from '../../common/dependents/kinds';
import type { Call } from './resource_calls';
import type { SourceReading } from './read_sources';

/** Who calls for each resource. */
function usersByTarget(links: readonly Link[]): Map<string, GraphNode[]> {
  const users = new Map<string, GraphNode[]>();
  for (const { from, to } of links) {
    const key = nodeKey(to);
    const known = users.get(key);
    if (known) known.push(from);
    else users.set(key, [from]);
  }
  return users;
}

/**
 * Finds what is affected through a dependent, to the end: who calls for it, who calls for those,
 * and so on, each once, the nearest first. Cycles end where they began. A dependent of many models
 * is followed once.
 */
export function withImpact(links: readonly Link[]): (dependent: Dependent) => Dependent {
  const users = usersByTarget(links);
  const known = new Map<string, Impact[]>();
  return (dependent) => {
    const key = nodeKey(dependent);
    const impact = known.get(key) ?? impactOf(dependent, users);
    known.set(key, impact);
    return { ...dependent, impact };
  };
}

function impactOf(dependent: Dependent, users: ReadonlyMap<string, GraphNode[]>): Impact[] {
  const impact: Impact[] = [];
  const seen = new Set([nodeKey(dependent)]);
  const pending: GraphNode[] = [dependent];
  for (let next = 0; next < pending.length; next += 1) {
    const used = pending[next];
    for (const user of (used && users.get(nodeKey(used))) ?? []) {
      if (!used || seen.has(nodeKey(user))) continue;
      seen.add(nodeKey(user));
      pending.push(user);
      impact.push({ kind: user.kind, id: user.id, name: user.name, through: used.name });
    }
  }
  return impact;
}

/** `from` calls for `to` at a path; `to` may not exist. */
export interface Link {
  from: GraphNode;
  to: Pick<Call, 'kind' | 'id'>;
  path: string;
}

/** Every call of one resource for another, apart from those for models. */
export function linksOf(readings: readonly SourceReading[]): Link[] {
  return readings.flatMap(({ source: { kind }, resources }) =>
    resources.flatMap(({ id, name, calls, aliases }) => [
      ...calls.map(({ path, ...to }) => ({ from: { kind, id, name }, to, path })),
      ...aliases.map((alias) => ({
        from: { kind: 'alias', id: alias, name: alias },
        to: { kind, id },
        path: '',
      })),
    ])
  );
}
