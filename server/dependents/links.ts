import type { GraphNode } from '../../common/dependents';
import type { Call } from './calls';
import type { SourceReading } from './read_sources';

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
