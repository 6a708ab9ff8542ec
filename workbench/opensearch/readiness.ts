import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const firstPort = /^127\.0\.0\.1:(\d+)$/m;

/**
 * The node's URL, once ML Commons answers on it. Waits for as long as `goOn` doesn't throw, which
 * is asked twice a second.
 */
export async function whenReady(portsFile: string, goOn: () => void): Promise<string> {
  for (;;) {
    goOn();
    const url = addressIn(portsFile);
    if (url !== undefined && (await answers(url))) return url;
    await pause(500);
  }
}

function addressIn(portsFile: string): string | undefined {
  if (!existsSync(portsFile)) return undefined;
  const [, port] = firstPort.exec(readFileSync(portsFile, 'utf8')) ?? [];
  return port === undefined ? undefined : `http://127.0.0.1:${port}`;
}

/** Data of an earlier run are given a moment to load; one broken index doesn't hold all back. */
async function answers(url: string): Promise<boolean> {
  return (
    (await isOk(`${url}/_plugins/_ml/stats`)) &&
    (await isOk(`${url}/_plugins/_ml/models/_search`, '{"size":0}')) &&
    (await settled(`${url}/_cluster/health?wait_for_status=yellow&timeout=10s`))
  );
}

async function settled(url: string): Promise<boolean> {
  await isOk(url);
  return true;
}

async function isOk(url: string, body?: string): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(15_000),
      body,
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
