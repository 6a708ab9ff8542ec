import { readConfig } from './config';
import { createSavedHistory, HISTORY_TYPE, historyType } from './history/saved_history';
import type { SavedHistory } from './history/saved_history';
import type { CoreSetup, Logger, PluginInitializerContext } from './platform';
import { registerRoutes } from './routes/routes';

class MlModelsPlugin {
  private readonly logger: Logger;

  constructor(private readonly context: PluginInitializerContext) {
    this.logger = context.logger.get();
  }

  async setup(core: CoreSetup): Promise<void> {
    const { history } = await readConfig(this.context);
    const saved = history.enabled ? keepHistory(core) : null;
    registerRoutes(core.http.createRouter(), this.logger, saved);
  }

  start(): void {}

  stop(): void {}
}

/** Only where it is turned on: a new type makes the platform migrate its index. */
function keepHistory({ savedObjects, getStartServices }: CoreSetup): SavedHistory {
  savedObjects.registerType(historyType);
  const repository = getStartServices().then(([core]) =>
    core.savedObjects.createInternalRepository([HISTORY_TYPE])
  );
  return createSavedHistory(() => repository);
}

/** What the platform calls to make the server side of the plugin. */
export function plugin(context: PluginInitializerContext): MlModelsPlugin {
  return new MlModelsPlugin(context);
}
