import { MlModelsPlugin } from './plugin';
import type { Plugin, PluginInitializerContext } from './platform';

/** What the platform calls to get the plugin. */
export function plugin(_context: PluginInitializerContext): Plugin {
  return new MlModelsPlugin();
}
