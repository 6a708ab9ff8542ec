import type { FaultKind } from './kinds';
import { FAULT_KINDS } from './kinds';
import type { RouteCase } from './routes';

/** One request to the cluster, as a fault is made on it: its method, and its path without its ids. */
export interface Upstream {
  /** `METHOD /path`, ids left out. */
  name: string;
  method: string;
  /** A regular expression for path and query. */
  path: string;
}

/** One cell of the matrix: a route, one of its requests to the cluster, and what becomes of that. */
export interface Cell {
  route: RouteCase;
  upstream: Upstream;
  kind: FaultKind;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a line of the wire's log is of a request that changes something. */
export function isWrite(line: string): boolean {
  return /^(PUT|DELETE|PATCH) /.test(line) || (line.startsWith('POST ') && !/_search\b/.test(line));
}

/** One of many that are read in the same way. */
const ONE_OF_MANY = /^os_/;

/** The different requests in lines of the wire's log. */
export function upstreamsIn(lines: readonly string[], ids: readonly string[]): Upstream[] {
  const found = new Map<string, Upstream>();
  for (const line of lines) {
    const [method = '', url = ''] = line.split(' ');
    const [path = ''] = url.split('?');
    const steps = path.split('/').map((step) => {
      const id = decodeURIComponent(step);
      return ids.includes(id) || ONE_OF_MANY.test(id) ? '{id}' : step;
    });
    const name = `${method} ${steps.join('/')}`;
    const pattern = steps.map((step) => (step === '{id}' ? '[^/?]+' : escaped(step))).join('/');
    found.set(name, { name, method, path: `^${pattern}(\\?|$)` });
  }
  return [...found.values()];
}

/** Every fault; in the short form the one of whose turn it is. */
export function kindsFor(turn: number, { isShort }: { isShort: boolean }): FaultKind[] {
  return FAULT_KINDS.filter((_, nth) => !isShort || nth === turn % FAULT_KINDS.length);
}

/** Every fault on every request of a route; the short form takes one of them for each, in turns. */
export function cellsOf(
  route: RouteCase,
  upstreams: readonly Upstream[],
  { isShort }: { isShort: boolean }
): Cell[] {
  const turn = route.name.length;
  return upstreams.flatMap((upstream, at) =>
    kindsFor(turn + at, { isShort }).map((kind) => ({ route, upstream, kind }))
  );
}

/**
 * The matrix as a table: for each request to the cluster, whichever route sends it, what the routes
 * answer under each fault: `whole`, `partial` where the answer says what is not known, or `error`.
 */
export function matrixOf(cells: ReadonlyArray<Cell & { outcome: string }>): string {
  const rows = new Map<string, Map<string, Set<string>>>();
  for (const { upstream, kind, outcome } of cells) {
    const row = rows.get(upstream.name) ?? new Map<string, Set<string>>();
    row.set(kind.name, (row.get(kind.name) ?? new Set<string>()).add(outcome));
    rows.set(upstream.name, row);
  }
  const kinds = FAULT_KINDS.map(({ name }) => name);
  const line = (parts: readonly string[]) => `| ${parts.join(' | ')} |`;
  return [
    line(['request', ...kinds]),
    line(['---', ...kinds.map(() => '---')]),
    ...[...rows].map(([name, row]) =>
      line([`\`${name}\``, ...kinds.map((kind) => [...(row.get(kind) ?? [])].sort().join(', '))])
    ),
  ].join('\n');
}
