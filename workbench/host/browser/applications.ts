import type { History } from 'history';
import type { App, AppUnmount, SetMountPoint } from '../../../public/platform/types';
import { createScopedHistory, isWithin } from './scoped_history';
import { createStore } from './store';
import type { Store } from './store';

export interface Applications {
  register(app: App): void;
  all(): App[];
  /** The application that the address names. */
  current: Store<App | undefined>;
  /** Opens it at its root, or at a path below. */
  open(app: App, path?: string): void;
  /** Mounts what the address names into the element, and follows the address from then on. */
  mountInto(element: HTMLElement): void;
}

/** The registry of applications, and what mounts the one that the address names. */
export function createApplications(
  history: History,
  basePath: string,
  setHeaderActionMenu: SetMountPoint
): Applications {
  const apps = new Map<string, App>();
  const current = createStore<App | undefined>(undefined);
  const find = () =>
    [...apps.values()].find((app) => isWithin(history.location.pathname, pathOf(app)));

  return {
    current,
    register(app) {
      if (apps.has(app.id)) throw new Error(`The application "${app.id}" is already registered`);
      apps.set(app.id, app);
    },
    all: () => [...apps.values()].sort((a, b) => (a.order ?? 0) - (b.order ?? 0)),
    open: (app, path = '') => history.push(pathOf(app) + path),
    mountInto(element) {
      let unmount: Promise<AppUnmount | undefined> = Promise.resolve(undefined);
      const show = () => {
        const app = find();
        if (app && app === current.get()) return;
        current.set(app);
        unmount = unmount.then((leave) => {
          leave?.();
          return current.get() === app
            ? mount(app, element, { history, basePath, setHeaderActionMenu })
            : undefined;
        });
      };
      history.listen(show);
      show();
    },
  };
}

function pathOf(app: App): string {
  return `/app/${app.id}`;
}

interface Platform {
  history: History;
  basePath: string;
  setHeaderActionMenu: SetMountPoint;
}

async function mount(
  app: App | undefined,
  container: HTMLElement,
  { history, basePath, setHeaderActionMenu }: Platform
): Promise<AppUnmount | undefined> {
  const element = document.createElement('div');
  container.replaceChildren(element);
  if (!app) {
    element.textContent = 'Application Not Found';
    return undefined;
  }
  element.className = 'hostApplication';
  try {
    return await app.mount({
      element,
      history: createScopedHistory(history, pathOf(app)),
      appBasePath: basePath + pathOf(app),
      setHeaderActionMenu,
    });
  } catch (error) {
    element.textContent = `${app.title} could not be opened: ${String(error)}`;
    console.error(error);
    return undefined;
  }
}
