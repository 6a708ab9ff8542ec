import type { ComponentType, MouseEvent, ReactElement, ReactNode } from 'react';
import type { History } from 'history';

/** The part of the platform's browser core that the plugin uses, typed as the platform types it. */
export interface CoreSetup {
  application: { register(app: App): void };
  chrome: {
    /** The search of the platform's new header: none before 3.0. */
    globalSearch?: { registerSearchCommand(command: SearchCommand): void };
    navGroup: {
      addNavLinksToGroup(
        group: {
          id: string;
          title: string;
          description: string;
          order?: number;
          type?: 'system';
        },
        links: Array<{
          id: string;
          category?: { id: string; label: string; order?: number };
          order?: number;
        }>
      ): void;
    };
  };
  getStartServices(): Promise<[CoreStart, StartPlugins, unknown]>;
}

/** What else the header's search looks through. */
export interface SearchCommand {
  id: string;
  type: 'PAGES';
  /** Gives what was found, drawn; `onOpen` is called when one of it is opened, and closes the search. */
  run(text: string, onOpen?: () => void, signal?: AbortSignal): Promise<ReactNode[]>;
}

export interface HelpExtension {
  appName: string;
  links?: Array<{ linkType: 'documentation'; href: string }>;
  content?: MountPoint;
}

export interface CoreStart {
  http: HttpStart;
  i18n: { Context: ComponentType<{ children?: ReactNode }> };
  chrome: {
    setBreadcrumbs(
      crumbs: Array<{ text: string; href?: string; onClick?(event: MouseEvent): void }>
    ): void;
    docTitle: { change(title: string): void };
    /** What the help menu has of the application that is open. */
    setHelpExtension(extension: HelpExtension | undefined): void;
    /** What the user opened last, under its address without the base path. */
    recentlyAccessed: { add(link: string, label: string, id: string): void };
  };
  /** Handed on to the platform's own components as it is. */
  savedObjects: { client: object };
  notifications: {
    toasts: {
      addSuccess(toast: { title: string; text?: string } | string): unknown;
      addWarning(toast: { title: string; text?: string } | string): unknown;
      addError(error: Error, options: { title: string; toastMessage?: string }): unknown;
    };
  };
  application: {
    getUrlForApp(appId: string, options?: { path?: string }): string;
    navigateToApp(appId: string, options?: { path?: string }): Promise<void>;
    /** What the user may do here, by the application: none where the platform lacks it. */
    capabilities?: { dev_tools?: { show?: boolean } };
    /** Places of the page's header, of the application that is open: none where the platform lacks it. */
    setAppBadgeControls?: SetMountPoint;
    setAppDescriptionControls?: SetMountPoint;
    setAppRightControls?: SetMountPoint;
  };
  uiSettings: {
    /** Throws for a setting that no plugin has registered, unless there is a default. */
    get<T>(key: string, defaultValue?: T): T;
  };
}

export interface PluginInitializerContext {
  opaqueId: symbol;
  /** What of the plugin's configuration its server exposes. */
  config: { get<T extends object>(): T };
}

export interface Plugin {
  setup(core: CoreSetup, plugins: SetupPlugins): void;
  start(core: CoreStart, plugins: StartPlugins): void;
  stop?(): void;
}

/** A cluster that can be looked at; the local one has the empty id. */
export interface DataSourceOption {
  id: string;
  label?: string;
}

/** A connected cluster as the platform keeps it; what it could not find out is missing. */
export interface DataSourceObject {
  attributes: {
    dataSourceVersion?: string;
    installedPlugins?: string[];
  };
}

export interface DataSourceMenuProps {
  componentType: 'DataSourceSelectable';
  componentConfig: {
    fullWidth: boolean;
    savedObjects: CoreStart['savedObjects']['client'];
    notifications: CoreStart['notifications'];
    /** What is chosen when the menu comes up; without it the menu chooses the default itself. */
    activeOption?: DataSourceOption[];
    dataSourceFilter(dataSource: DataSourceObject): boolean;
    /** Called for what the menu chose itself, too; with nothing where that isn't to be had. */
    onSelectedDataSources(options: DataSourceOption[]): void;
  };
  setMenuMountPoint: SetMountPoint;
}

/** The part of the plugin `dataSourceManagement` that draws the menu, once the platform has started. */
export interface DataSourceManagementSetup {
  ui: { getDataSourceMenu(): ComponentType<DataSourceMenuProps> };
}

/** What other plugins give at the set-up: there only where the platform has data sources on. */
export interface SetupPlugins {
  dataSourceManagement?: DataSourceManagementSetup;
}

/** Undoes a mount. */
export type AppUnmount = () => void;

export interface AppMountParameters {
  element: HTMLElement;
  /** Scoped to the application: `/` is its own root. */
  history: History;
  appBasePath: string;
  /** The place of the application's menu in the platform's header. */
  setHeaderActionMenu: SetMountPoint;
}

export interface App {
  id: string;
  title: string;
  description?: string;
  order?: number;
  euiIconType?: string;
  category?: { id: string; label: string; order?: number; euiIconType?: string };
  /** The platform's `WorkspaceAvailability.outsideWorkspace`. */
  workspaceAvailability?: number;
  mount(params: AppMountParameters): Promise<AppUnmount>;
}

export interface HttpFetchOptions {
  method: string;
  query?: Record<string, string | number | boolean | string[] | undefined>;
  body?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * The platform adds `osd-xsrf` and `osd-version`, parses JSON and throws an `HttpError`. It gives
 * the body of a `text/event-stream` as a stream, since 3.0; before as text, once all is there.
 */
export interface HttpStart {
  basePath: { prepend(path: string): string };
  fetch(path: string, options: HttpFetchOptions): Promise<unknown>;
}

/** What `http.fetch` rejects with: without `response` the server could not be reached at all. */
export interface HttpError extends Error {
  body?: unknown;
  response?: { status: number };
}

/** Draws into an element of the page's header; gives what takes it away again. */
export type MountPoint = (element: HTMLElement) => () => void;

/** Fills one place of the page's header, which keeps the last that it was given. */
export type SetMountPoint = (mount: MountPoint | undefined) => void;

export interface HeaderControlProps {
  controls: Array<{ renderComponent: ReactElement }>;
  setMountPoint: SetMountPoint;
}

/** The part of the plugin `navigation` that draws into the platform's page header. */
export interface NavigationStart {
  /** Platforms whose pages all have a header of their own lack it. */
  ui: { HeaderControl?: ComponentType<HeaderControlProps> };
}

/** What other plugins give at the start: each is there only where the platform has it switched on. */
export interface StartPlugins {
  navigation?: NavigationStart;
}
