import type { Plugin, PluginInitializerContext } from './platform/types';
import { MlModelsPlugin } from './plugin';

/** What the platform calls to get the plugin. */
export function plugin(_context: PluginInitializerContext): Plugin {
  return new MlModelsPlugin();
}
