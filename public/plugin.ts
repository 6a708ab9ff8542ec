import { i18n } from '@osd/i18n';
import { APP_ID } from '../common/plugin';
import type { CoreSetup, Plugin, PluginInitializerContext, SetupPlugins } from './platform/types';

// The platform's enum and constant as literals: importing them would copy core into the bundle.
const OUTSIDE_WORKSPACE = 2;
const DATA_ADMINISTRATION = {
  id: 'dataAdministration',
  title: 'Data administration',
  description: 'Apply policies or security on your data.',
  order: 1000,
  type: 'system',
} as const;

/** What the platform calls to get the plugin: everything heavy comes when the application is opened. */
export const plugin = (context: PluginInitializerContext): Plugin => ({
  setup(core: CoreSetup, { dataSourceManagement }: SetupPlugins): void {
    const hasDataSources = !!dataSourceManagement;
    core.application.register({
      id: APP_ID,
      title: i18n.translate('mlModels.app.title', { defaultMessage: 'Models' }),
      description: i18n.translate('mlModels.app.description', {
        defaultMessage: 'See what uses each machine learning model, and delete models safely.',
      }),
      euiIconType: 'machineLearningApp',
      category: { id: 'opensearch', label: 'OpenSearch Plugins' },
      workspaceAvailability: OUTSIDE_WORKSPACE,
      mount: async (params) => {
        const services = core.getStartServices();
        // a small file, there long before the application
        const first = import('./first_request').then(({ requestFirstPage }) =>
          requestFirstPage(services, params.history, hasDataSources)
        );
        const [{ renderApplication }, [start, { navigation }], firstPage] = await Promise.all([
          import('./application'),
          services,
          first,
        ]);
        const plugins = { navigation, dataSourceManagement };
        return renderApplication(start, params, plugins, context, firstPage);
      },
    });
    core.chrome.globalSearch?.registerSearchCommand({
      id: APP_ID,
      type: 'PAGES',
      run: async (...asked) => {
        const { searchModels } = await import('./models/header_search');
        return searchModels(core.getStartServices(), hasDataSources, ...asked);
      },
    });
    core.chrome.navGroup.addNavLinksToGroup(DATA_ADMINISTRATION, [
      {
        id: APP_ID,
        category: {
          id: 'ai-models',
          label: i18n.translate('mlModels.nav.category', { defaultMessage: 'Machine learning' }),
          order: 9999,
        },
      },
    ]);
  },

  start(): void {},
});
