import { createRequire } from 'node:module';
import path from 'node:path';
import type { CoreSetup, PluginInitializerContext } from '../../../server/platform';
import { readManifest } from '../../packaging';
import type { Manifest } from '../../packaging';

/** What the server half of a plugin exports. */
export interface ServerPluginModule {
  plugin(context: PluginInitializerContext): ServerPlugin;
  config?: {
    schema: { validate(given: unknown): unknown };
    exposeToBrowser?: Record<string, boolean>;
  };
}

export interface ServerPlugin {
  setup(core: CoreSetup, plugins: object): unknown;
  start?(core: object, plugins: object): unknown;
  stop?(): unknown;
}

export interface LoadedPlugin {
  folder: string;
  manifest: Manifest;
  module: ServerPluginModule;
}

/** Loads a prebuilt plugin's folder the way the platform does: by `require`, no transpiling. */
export function loadPlugin(folder: string): LoadedPlugin {
  const manifest = readManifest(folder);
  const server = path.join(folder, 'server', 'index.js');
  const requireFresh = createRequire(server);
  // A host that is started again in the same process must not get an earlier build.
  delete requireFresh.cache[server];
  const module: unknown = requireFresh(server);
  if (!isPluginModule(module)) throw new Error(`${server} exports no "plugin" function`);
  return { folder, manifest, module };
}

function isPluginModule(module: unknown): module is ServerPluginModule {
  return (
    typeof module === 'object' &&
    module !== null &&
    'plugin' in module &&
    typeof module.plugin === 'function'
  );
}
