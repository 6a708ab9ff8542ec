import { startHost } from '../../workbench/host';
import type { HostOptions } from '../../workbench/host';
import { authorizationOf, type OpenSearchNode } from '../../workbench/opensearch';
import { ensureBuilt } from '../../workbench/packaging';
import { publishEnvironment } from './environment';
import { makeHostLog } from './host_log';
import { makeRunFolder } from './run_folder';
import { parts } from './started_parts';
import { startWire } from './wire';

/** How long the impatient host waits for an answer, in ms. */
const IMPATIENT_MS = 2_000;

/** Starts the workbench on an OpenSearch that is coming up, and tells the tests where all is. */
export async function startParts(
  booting: Promise<OpenSearchNode>,
  say: (line: string) => void
): Promise<void> {
  const [opensearch] = await Promise.all([booting, ensureBuilt({ say })]);
  parts.push(opensearch);
  const wire = await startWire(opensearch.url);
  parts.push(wire);
  const log = makeHostLog();
  parts.push(log);
  const profile = makeRunFolder('chromium');
  parts.push(profile);
  const host = async (react: 16 | 18, others: Partial<HostOptions> = {}) => {
    const options = { opensearchUrl: wire.url, react, isDevelopment: true, ...others };
    const started = await startHost({ ...options, port: 0, say: log.add });
    parts.push(started);
    return started.url;
  };
  const { url, version, username, password } = opensearch;
  publishEnvironment({
    opensearchUrl: url,
    opensearchVersion: version,
    ...(username !== undefined &&
      password !== undefined && { adminAuthorization: authorizationOf({ username, password }) }),
    wireControlUrl: wire.controlUrl,
    hosts: { '16': await host(16), '18': await host(18) },
    impatientHost: await host(18, { requestTimeout: IMPATIENT_MS }),
    // the platform's own user writes the history, also for users who can't
    historyHost: await host(18, { username, password, config: { history: { enabled: true } } }),
    hostLog: log.file,
    browserProfile: profile.folder,
  });
}
