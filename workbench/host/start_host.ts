import path from 'node:path';
import type { CoreStart } from '../../server/platform';
import { ROOT } from '../root';
import { readManifest, ZIP_FOLDER } from '../packaging';
import { ensureHostBundles, ouiFolder } from './bundles';
import type { ReactVersion } from './injected_metadata';
import { createServer } from './server/create_server';
import { connectDataSources } from './server/data_sources';
import type { DataSourceAddress, DataSources } from './server/data_sources';
import { freePort } from './server/free_port';
import { loadPlugin } from './server/load_plugin';
import type { ServerPlugin } from './server/load_plugin';
import { readPluginConfig } from './server/plugin_config';
import type { PluginConfig } from './server/plugin_config';
import { createSavedObjects } from './server/saved_objects';
import { createLogger } from './server/logger';
import { openSearchAccess } from './server/opensearch_access';
import { createRouter } from './server/router';

export interface HostOptions {
  opensearchUrl: string;
  /** For requests that bring no `authorization` of their own. */
  username?: string;
  password?: string;
  /** The PEM text of the authority that signed the cluster's certificate. */
  ca?: string;
  /** Further clusters that the page's menu offers; without any, the platform has the feature off. */
  dataSources?: readonly DataSourceAddress[];
  /** How long an answer of the cluster may take, in ms; the client's own 30 s unless told. */
  requestTimeout?: number;
  /** Default: the environment's PORT, else a free one, 5601 first. */
  port?: number;
  react: ReactVersion;
  /** Whether React and OUI are their development builds, which warn on the console. */
  isDevelopment?: boolean;
  say: (line: string) => void;
  basePath?: string;
  /** The prebuilt plugin's folder; default: where `npm run build` puts it. */
  pluginFolder?: string;
  /** The plugin's part of opensearch_dashboards.yml. */
  config?: PluginConfig;
  /** The folders of further plugins, prebuilt like it. */
  otherPlugins?: readonly string[];
}

export interface Host {
  /** With the base path, without a slash at the end. */
  url: string;
  stop(): Promise<void>;
}

/** Runs the built plugin, by the contracts of OpenSearch Dashboards that it uses. */
export async function startHost(options: HostOptions): Promise<Host> {
  const { react, isDevelopment = false, say, basePath = '' } = options;
  const plugin = loadPlugin(options.pluginFolder ?? builtPlugin());
  const loaded = [plugin, ...(options.otherPlugins ?? []).map(loadPlugin)];
  const hostBundles = await ensureHostBundles(react, { isDevelopment, say });
  const opensearch = openSearchAccess(options);
  const dataSources = await connectDataSources(options.dataSources ?? []);
  const savedObjects = createSavedObjects(opensearch.own);
  const configs = loaded.map(({ module }, nth) =>
    readPluginConfig(module, (nth === 0 && options.config) || {})
  );
  const server = createServer({
    port: options.port ?? (await freePort(process.env.PORT)),
    basePath,
    version: plugin.manifest.opensearchDashboardsVersion,
    react,
    dataSources: dataSources.described,
    plugins: Object.fromEntries(
      loaded.map(({ manifest, folder }) => [manifest.id, path.join(folder, 'target', 'public')])
    ),
    exposedConfigs: Object.fromEntries(
      loaded.map(({ manifest }, nth) => [manifest.id, configs[nth]?.exposed ?? {}])
    ),
    pluginFolders: loaded.map(({ folder }) => folder),
    hostBundles,
    ouiFolder: ouiFolder(react),
  });
  const started: ServerPlugin[] = [];
  const coreStart = { savedObjects: savedObjects.start };
  for (const [nth, { manifest, module }] of loaded.entries()) {
    const logger = createLogger(`plugins.${manifest.id}`, say);
    const one = module.plugin({
      logger: { get: () => logger },
      config: {
        create: <T>() => ({
          subscribe: (next: (config: T) => void) => next(configs[nth]?.config as T),
        }),
      },
    });
    const createRouterOf = () => createRouter(server, opensearch, logger, withAny(dataSources));
    const core = {
      http: { createRouter: createRouterOf },
      savedObjects,
      getStartServices: async (): Promise<[CoreStart, object, unknown]> => [coreStart, {}, {}],
    };
    await one.setup(core, {});
    await one.start?.(coreStart, {});
    started.push(one);
  }
  await server.start();
  return {
    url: `http://127.0.0.1:${server.info.port}${basePath}`,
    async stop() {
      await server.stop({ timeout: 1000 });
      for (const one of started) await one.stop?.();
      await Promise.all([opensearch.close(), dataSources.close()]);
    },
  };
}

/** The platform without data sources has no part for them. */
function withAny(dataSources: DataSources): DataSources | undefined {
  return dataSources.described.length > 0 ? dataSources : undefined;
}

function builtPlugin(): string {
  return path.join(ROOT, 'build', ZIP_FOLDER, readManifest(ROOT).id);
}
