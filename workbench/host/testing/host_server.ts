import type { Server } from '@hapi/hapi';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Logger, Router } from '../../../server/platform';
import { createServer } from '../server/create_server';
import type { ServerOptions } from '../server/create_server';
import { openSearchAccess } from '../server/opensearch_access';
import type { OpenSearchAddress } from '../server/opensearch_access';
import { createRouter } from '../server/router';

export interface HostServer {
  server: Server;
  router: Router;
  /** Where the browser bundles of the plugin `tiny` are looked for. */
  bundles: string;
  errors: string[];
}

/** The host's server with nothing behind it, for `server.inject`. */
export function hostServer(
  options: Partial<ServerOptions> = {},
  opensearch: OpenSearchAddress = { opensearchUrl: 'http://127.0.0.1:9' }
): HostServer {
  const bundles = mkdtempSync(path.join(tmpdir(), 'ml-models-host-'));
  folders.push(bundles);
  const server = createServer({
    port: 0,
    basePath: '',
    version: '3.6.0',
    react: 18,
    plugins: { tiny: bundles },
    pluginFolders: [bundles],
    hostBundles: bundles,
    ouiFolder: bundles,
    ...options,
  });
  const errors: string[] = [];
  const logger: Logger = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: (error) => void errors.push(String(error)),
  };
  const access = openSearchAccess(opensearch);
  closers.push(() => access.close());
  return { server, router: createRouter(server, access, logger), bundles, errors };
}

const folders: string[] = [];
const closers: Array<() => Promise<void>> = [];

afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  for (const close of closers) await close();
});
