import type { ComponentType, MouseEvent, ReactNode } from 'react';
import type { App } from './application';
import type { SetupPlugins } from './data_source';
import type { HttpStart } from './http';
import type { SetMountPoint, StartPlugins } from './navigation';

/** The part of the platform's browser core that the plugin uses, typed as the platform types it. */
export interface CoreSetup {
  application: { register(app: App): void };
  chrome: {
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

export interface CoreStart {
  http: HttpStart;
  i18n: { Context: ComponentType<{ children?: ReactNode }> };
  chrome: {
    setBreadcrumbs(
      crumbs: Array<{ text: string; href?: string; onClick?(event: MouseEvent): void }>
    ): void;
    docTitle: { change(title: string): void };
  };
  /** Handed on to the platform's own components as it is. */
  savedObjects: { client: object };
  notifications: {
    toasts: {
      addSuccess(toast: { title: string; text?: string } | string): unknown;
      addError(error: Error, options: { title: string; toastMessage?: string }): unknown;
    };
  };
  application: {
    getUrlForApp(appId: string, options?: { path?: string }): string;
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
}

export interface Plugin {
  setup(core: CoreSetup, plugins: SetupPlugins): void;
  start(core: CoreStart, plugins: StartPlugins): void;
  stop?(): void;
}
