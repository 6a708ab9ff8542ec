import type { History } from 'history';
import type { SetMountPoint } from './navigation';

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
