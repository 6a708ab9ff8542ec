import type { ComponentType } from 'react';
import type { CoreStart } from './core';
import type { SetMountPoint } from './navigation';

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
