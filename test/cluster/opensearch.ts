import { isAtLeast } from '../../workbench/sample_data/release';
import { environment } from './environment';

export type Json = Record<string, unknown>;

/**
 * Asks the cluster directly, past the plugin, as the admin's other tools would, or another user's.
 * Answers with the body, whatever the status.
 */
export async function ask(
  method: string,
  path: string,
  body?: Json | string,
  authorization = environment().adminAuthorization,
  signal?: AbortSignal
): Promise<Json> {
  const send = async () => {
    const answer = await fetch(`${environment().opensearchUrl}${path}`, {
      method,
      signal,
      headers: {
        ...(authorization !== undefined && { authorization }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return answer.text();
  };
  let text = await send();
  // ML Commons writes a refusal into another request's answer now and then
  for (let tries = 0; tries < 3 && !isJson(text) && REPEATABLE.has(method); tries += 1) {
    text = await send();
  }
  return JSON.parse(text) as Json;
}

/** What comes to the same when it is sent twice. */
const REPEATABLE: ReadonlySet<string> = new Set(['GET', 'PUT', 'DELETE']);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The same for what has to succeed. */
export async function tell(
  method: string,
  path: string,
  body?: Json | string,
  authorization?: string
): Promise<Json> {
  const answer = await ask(method, path, body, authorization);
  if (answer.error !== undefined) {
    throw new Error(`${method} ${path}: ${JSON.stringify(answer.error)}`);
  }
  return answer;
}

/** Sets safe delete persistently, past the plugin. */
export async function setSafeDelete(value: boolean | null): Promise<void> {
  const setting = { 'plugins.ml_commons.safe_delete_model': value };
  await tell('PUT', '/_cluster/settings', {
    persistent: setting,
    transient: { 'plugins.ml_commons.safe_delete_model': null },
  });
}

/** Turns the MCP server on or off, where the release has one; null leaves it to the default. */
export async function setMcpServer(value: boolean | null): Promise<void> {
  if (!isAtLeast(environment().opensearchVersion, '3.1.0')) return;
  const persistent = { 'plugins.ml_commons.mcp_server_enabled': value };
  await tell('PUT', '/_cluster/settings', { persistent });
}
