import type { CoreSetup, Logger, PluginInitializerContext } from './platform';
import { registerRoutes } from './routes/routes';

class MlModelsPlugin {
  private readonly logger: Logger;

  constructor(context: PluginInitializerContext) {
    this.logger = context.logger.get();
  }

  setup(core: CoreSetup): void {
    registerRoutes(core.http.createRouter(), this.logger);
  }

  start(): void {}

  stop(): void {}
}

/** What the platform calls to make the server side of the plugin. */
export function plugin(context: PluginInitializerContext): MlModelsPlugin {
  return new MlModelsPlugin(context);
}
