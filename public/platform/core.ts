import type { ComponentType, MouseEvent, ReactNode } from 'react';
import type { App } from './application';
import type { HttpStart } from './http';

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
  getStartServices(): Promise<[CoreStart, unknown, unknown]>;
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
  };
  uiSettings: { get<T>(key: string): T };
}

export interface PluginInitializerContext {
  opaqueId: symbol;
}

export interface Plugin {
  setup(core: CoreSetup): void;
  start(core: CoreStart): void;
  stop?(): void;
}
