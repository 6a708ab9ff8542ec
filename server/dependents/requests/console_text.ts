import type { DependentKind } from '../../../common/dependents/kinds';
import { resourcePath } from '../../cluster/definitions';

/** One request as Dev Tools takes it, with words above it; words alone where there is no request. */
export interface ConsoleRequest {
  comments?: readonly string[];
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path?: string;
  body?: Record<string, unknown>;
}

/** On one line: what comes after a line break in a name would be a request of its own. */
function comment(text: string): string {
  return `# ${text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').trim()}`;
}

function textOf({ comments = [], method, path, body }: ConsoleRequest): string {
  const lines = comments.map(comment);
  if (method !== undefined && path !== undefined) lines.push(`${method} ${path}`);
  if (body !== undefined) lines.push(JSON.stringify(body, null, 2));
  return lines.join('\n');
}

/** Requests one below the other, to be sent one by one. */
export function consoleText(requests: readonly ConsoleRequest[]): string {
  return requests.map((request) => `${textOf(request)}\n`).join('\n');
}

/** The request that shows a resource. */
export function showRequest(kind: DependentKind, id: string): string {
  return consoleText([{ method: 'GET', path: resourcePath(kind, id) }]);
}
