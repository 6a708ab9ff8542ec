export type { App, AppMountParameters, AppUnmount } from './application';
export type { CoreSetup, CoreStart, Plugin, PluginInitializerContext } from './core';
export type {
  DataSourceManagementSetup,
  DataSourceMenuProps,
  DataSourceObject,
  DataSourceOption,
  SetupPlugins,
} from './data_source';
export type { HttpError, HttpFetchOptions, HttpStart } from './http';
export type {
  HeaderControlProps,
  MountPoint,
  NavigationStart,
  SetMountPoint,
  StartPlugins,
} from './navigation';
