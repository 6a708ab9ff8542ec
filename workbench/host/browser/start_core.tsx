import React from 'react';
import ReactDom from 'react-dom';
import { createBrowserHistory } from 'history';
import { i18n } from '@osd/i18n';
import { I18nProvider } from '@osd/i18n/react';
import type {
  CoreSetup,
  CoreStart,
  HelpExtension,
  Plugin,
  PluginInitializerContext,
  SearchCommand,
  StartPlugins,
} from '../../../public/platform/types';
import type { InjectedMetadata } from '../injected_metadata';
import { createApplications } from './applications';
import type { Applications } from './applications';
import { Chrome } from './chrome';
import type { Breadcrumb } from './chrome';
import type { RecentItem } from './navigation';
import { dataSourceManagement } from './data_source_menu';
import { HeaderControl } from './header_control';
import { createHeaderPlaces, settersOf } from './header_places';
import { homeApp } from './home_app';
import { createHttp } from './http';
import { injectedMetadata } from './injected_metadata';
import { createNotifications } from './notifications';
import { createStore } from './store';
import type { Store } from './store';
import { createUiSettings, isHeaderNew } from './ui_settings';

interface PluginModule {
  plugin(context: PluginInitializerContext): Plugin;
}

/**
 * Core's `__osdBootstrap__`: draws what stands around applications, and starts the plugins.
 * `?locale=zh-CN` in the address asks for another language, which the platform takes from its
 * configuration.
 */
export async function startCore(): Promise<void> {
  const metadata = injectedMetadata();
  const { basePath } = metadata;
  const locale = new URLSearchParams(window.location.search).get('locale');
  if (locale) {
    await i18n.load(`${basePath}/translations/${encodeURIComponent(locale)}.json`);
    document.documentElement.lang = i18n.getLocale();
  }
  const places = createHeaderPlaces();
  const history = createBrowserHistory({ basename: basePath });
  const applications = createApplications(history, basePath, places.menu.set);
  const breadcrumbs = createStore<Breadcrumb[]>([]);
  const recent = createStore<RecentItem[]>([]);
  const help = createStore<HelpExtension | undefined>(undefined);
  const searches = createStore<SearchCommand[]>([]);
  const notifications = createNotifications();
  const start: CoreStart = {
    http: createHttp(basePath, metadata.version),
    i18n: { Context: I18nProvider },
    chrome: {
      setBreadcrumbs: breadcrumbs.set,
      docTitle: {
        change: (title) => {
          document.title = `${title} - OpenSearch Dashboards`;
        },
      },
      setHelpExtension: help.set,
      recentlyAccessed: {
        add: (link, label, id) =>
          recent.set([
            { href: `${basePath}${link}`, label, id },
            ...recent.get().filter((one) => one.id !== id),
          ]),
      },
    },
    // the workbench's menu of data sources knows them from the page
    savedObjects: { client: {} },
    notifications: { toasts: notifications.toasts },
    application: {
      getUrlForApp: (id, { path = '' } = {}) =>
        `${basePath}/app/${id}${path && `/${path}`.replace(/^\/{2,}/, '/')}`,
      navigateToApp: async (id, { path = '' } = {}) => {
        const app = applications.all().find((one) => one.id === id);
        if (app) applications.open(app, path);
      },
      ...settersOf(places),
    },
    uiSettings: createUiSettings(window.__osdThemeTag__),
  };

  const headers = document.createElement('div');
  const application = document.createElement('div');
  document.body.replaceChildren(headers, application);

  applications.register(homeApp(() => firstLink(applications, start)));
  startPlugins(metadata, applications, searches, start);
  ReactDom.render(
    <Chrome
      applications={applications}
      breadcrumbs={breadcrumbs}
      recent={recent}
      help={help}
      searches={searches}
      places={places}
      notifications={notifications}
      home={start.application.getUrlForApp('home')}
      label={labelFor(metadata)}
      themeTag={window.__osdThemeTag__}
      isHeaderNew={isHeaderNew()}
    />,
    headers
  );
  applications.current.subscribe(() => {
    breadcrumbs.set([]);
    help.set(undefined);
    places.menu.set(undefined);
  });
  applications.mountInto(application);
}

/** All are set up before the first is started, as in the platform. */
function startPlugins(
  { plugins, dataSources }: InjectedMetadata,
  applications: Applications,
  searches: Store<SearchCommand[]>,
  start: CoreStart
): void {
  const others: StartPlugins = { navigation: { ui: { HeaderControl } } };
  let resolve: (services: [CoreStart, StartPlugins, unknown]) => void = () => undefined;
  const startServices = new Promise<[CoreStart, StartPlugins, unknown]>((done) => {
    resolve = done;
  });
  const setup: CoreSetup = {
    application: applications,
    // The new left navigation is off in the workbench: links in its groups are not shown.
    chrome: {
      navGroup: { addNavLinksToGroup: () => undefined },
      globalSearch: {
        registerSearchCommand: (command) => searches.set([...searches.get(), command]),
      },
    },
    getStartServices: () => startServices,
  };
  const started = Object.entries(plugins).map(([id, config]) => {
    const { plugin } = window.__osdBundles__.get(`plugin/${id}/public`) as PluginModule;
    return plugin({
      opaqueId: Symbol(id),
      config: { get: <T extends object>() => config as T },
    });
  });
  const management = dataSourceManagement(dataSources);
  for (const plugin of started) plugin.setup(setup, { dataSourceManagement: management });
  for (const plugin of started) plugin.start(start, others);
  resolve([start, others, undefined]);
}

function firstLink(applications: Applications, start: CoreStart) {
  const app = applications.all().find(({ id }) => id !== 'home');
  return app && { title: app.title, href: start.application.getUrlForApp(app.id) };
}

function labelFor({ version, react }: InjectedMetadata): string {
  return `Workbench · for ${version} · React ${react}`;
}
