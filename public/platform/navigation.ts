import type { ComponentType, ReactElement } from 'react';

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
