import { environment } from './environment';
import type { Json } from './opensearch';

export interface Sent {
  request: string;
  status: number;
  body: Json;
}

/** The requests in a text of Dev Tools: `METHOD /path`, a JSON body below it, comments anywhere. */
export function requestsIn(text: string): Array<{ line: string; body?: string }> {
  const found: Array<{ line: string; body?: string }> = [];
  for (const line of text.split('\n').filter((one) => !one.startsWith('#') && one !== '')) {
    const last = found[found.length - 1];
    if (/^(GET|POST|PUT|DELETE) \//.test(line)) found.push({ line });
    else if (last) last.body = `${last.body ?? ''}${line}\n`;
    else throw new Error(`No request stands before: ${line}`);
  }
  return found;
}

/** Sends the requests of a text one by one, as an admin would; `prepare` fills in what is asked. */
export async function sendConsole(
  text: string,
  prepare: (request: string) => string = (request) => request
): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const { line, body } of requestsIn(text)) {
    const [method = '', path = ''] = prepare(line).split(' ');
    const answer = await fetch(`${environment().opensearchUrl}${path}`, {
      method,
      ...(body !== undefined && {
        body: prepare(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    sent.push({ request: line, status: answer.status, body: (await answer.json()) as Json });
  }
  return sent;
}
