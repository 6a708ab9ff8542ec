import hapi from '@hapi/hapi';
import type { Lifecycle, Request, Server } from '@hapi/hapi';
import path from 'node:path';
import type { DataSource, ReactVersion } from '../injected_metadata';
import { bundleFolder, loading, SHARED } from './addresses';
import { CSP, page } from './page';
import { serveFile } from './precompressed';
import { requestGuard } from './request_guard';
import { themeCssFile } from './theme_css';
import { translationOf } from './translations';

export interface ServerOptions {
  port: number;
  basePath: string;
  /** Of OpenSearch Dashboards, as clients must send it in `osd-version`. */
  version: string;
  react: ReactVersion;
  dataSources?: DataSource[];
  /** Where the browser bundles of each plugin are, by its id. */
  plugins: Record<string, string>;
  /** What the server of a plugin exposes of its configuration, by the plugin's id. */
  exposedConfigs?: Record<string, object>;
  /** The folders of the plugins, where their translations are. */
  pluginFolders: readonly string[];
  /** Where the host's own browser bundles are. */
  hostBundles: string;
  /** The package of OUI from which the styles come. */
  ouiFolder: string;
}

/** The platform's HTTP server, as yet without a plugin's routes. */
export function createServer(options: ServerOptions): Server {
  const { basePath, port, version } = options;
  // On one machine compressing takes longer than sending.
  const server = hapi.server({ host: '127.0.0.1', port, compression: false });
  server.ext('onPostAuth', requestGuard(version));
  server.ext('onPreResponse', namedServer);
  if (basePath) server.ext('onRequest', withoutBasePath(basePath));
  addPages(server, options);
  addFiles(server, options);
  addTranslations(server, options);
  return server;
}

/** The platform names itself in each answer. */
const namedServer: Lifecycle.Method = ({ response }, toolkit) => {
  const headers = 'output' in response ? response.output.headers : response.headers;
  headers['osd-name'] = 'workbench';
  return toolkit.continue;
};

/** Requests come with the base path in front, as from a proxy that leaves it there. */
function withoutBasePath(basePath: string): Lifecycle.Method {
  return (request, toolkit) => {
    const { pathname, search } = request.url;
    if (pathname === basePath || pathname.startsWith(`${basePath}/`)) {
      request.setUrl(`${pathname.slice(basePath.length) || '/'}${search}`);
    }
    return toolkit.continue;
  };
}

function addPages(server: Server, options: ServerOptions): void {
  const { basePath, version, react, dataSources = [], exposedConfigs = {} } = options;
  const plugins = Object.keys(options.plugins);
  const html = page({
    version,
    basePath,
    react,
    dataSources,
    plugins: Object.fromEntries(plugins.map((id) => [id, exposedConfigs[id] ?? {}])),
    loading: loading(basePath, plugins),
  });
  server.route([
    {
      method: 'get',
      path: '/',
      handler: (_request, toolkit) => toolkit.redirect(`${basePath}/app/ml-models`),
    },
    {
      method: 'get',
      path: '/app/{id*}',
      handler: (_request, toolkit) =>
        toolkit
          .response(html)
          .type('text/html; charset=utf-8')
          .header('content-security-policy', CSP)
          .header('cache-control', 'private, no-cache, no-store, must-revalidate'),
    },
  ]);
}

function addFiles(server: Server, { plugins, hostBundles, ouiFolder }: ServerOptions): void {
  const serve = (address: string, folder: string, name: (request: Request) => string) =>
    server.route({
      method: 'get',
      path: address,
      handler: (request, toolkit) => serveFile(request, toolkit, folder, name(request)),
    });
  const asked = (request: Request) => String(request.params.file);
  for (const name of ['startup.js', 'bootstrap.js']) serve(`/${name}`, hostBundles, () => name);
  for (const name of [SHARED, 'core']) serve(`${bundleFolder(name)}/{file}`, hostBundles, asked);
  for (const [id, folder] of Object.entries(plugins)) {
    serve(`${bundleFolder(`plugin/${id}`)}/{file}`, folder, asked);
  }
  serve('/ui/theme/{tag}.css', path.join(ouiFolder, 'dist'), ({ params }) =>
    themeCssFile(String(params.tag))
  );
  serve('/ui/host.css', hostBundles, () => 'host.css');
}

function addTranslations(server: Server, { pluginFolders }: ServerOptions): void {
  server.route({
    method: 'get',
    path: '/translations/{locale}.json',
    handler: ({ params }) => ({
      translations: translationOf(pluginFolders, String(params.locale)),
    }),
  });
}
