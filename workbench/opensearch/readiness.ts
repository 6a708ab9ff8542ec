import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const firstPort = /^127\.0\.0\.1:(\d+)$/m;

/**
 * The node's URL, once ML Commons answers on it, to the user of `authorization` where there are
 * users. Waits for as long as `goOn` doesn't throw, which is asked twice a second.
 */
export async function whenReady(
  portsFile: string,
  authorization: string | undefined,
  goOn: () => void
): Promise<string> {
  for (;;) {
    goOn();
    const url = addressIn(portsFile);
    if (url !== undefined && (await answers(url, authorization))) return url;
    await pause(500);
  }
}

function addressIn(portsFile: string): string | undefined {
  if (!existsSync(portsFile)) return undefined;
  const [, port] = firstPort.exec(readFileSync(portsFile, 'utf8')) ?? [];
  return port === undefined ? undefined : `http://127.0.0.1:${port}`;
}

/** Data of an earlier run are given a moment to load; one broken index doesn't hold all back. */
async function answers(url: string, authorization: string | undefined): Promise<boolean> {
  const isOk = (path: string, body?: string) => isOkAt(`${url}${path}`, authorization, body);
  if (!(await isOk('/_plugins/_ml/stats'))) return false;
  if (!(await isOk('/_plugins/_ml/models/_search', '{"size":0}'))) return false;
  await isOk('/_cluster/health?wait_for_status=yellow&timeout=10s');
  return true;
}

async function isOkAt(url: string, authorization = '', body?: string): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      signal: AbortSignal.timeout(15_000),
      body,
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
