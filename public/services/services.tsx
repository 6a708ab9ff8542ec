import React, { createContext, Fragment, useContext, useMemo } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { createApi } from '../api/client';
import type { ApiClient } from '../api/client';
import type {
  CoreStart,
  HeaderControlProps,
  NavigationStart,
  SetMountPoint,
} from '../platform/types';
import { dataSourceIn } from './addresses';

export interface Services {
  core: CoreStart;
  api: ApiClient;
  /** Part of every query key; undefined is the local cluster. */
  dataSourceId: string | undefined;
  /** The platform's own page header: null where each page has one of its own. */
  header: PlatformHeader | null;
  /** Whether Dashboards keeps what is done to models. */
  hasHistory: boolean;
}

interface Props {
  core: CoreStart;
  navigation?: NavigationStart;
  hasHistory: boolean;
  children: ReactNode;
}

const ServicesContext = createContext<Services | null>(null);

/** Gives everything below it the platform and the API of the data source that the URL names. */
export function ServicesProvider({ core, navigation, hasHistory, children }: Props) {
  const { search } = useLocation();
  const dataSourceId = dataSourceIn(search) || undefined;
  const services = useMemo(
    () => ({
      core,
      dataSourceId,
      api: createApi(core.http, dataSourceId),
      header: readPlatformHeader(core, navigation),
      hasHistory,
    }),
    [core, navigation, hasHistory, dataSourceId]
  );
  return (
    <ServicesContext.Provider value={services}>
      {/* another data source is another page: nothing of the last one may stay on it */}
      <Fragment key={dataSourceId ?? ''}>{children}</Fragment>
    </ServicesContext.Provider>
  );
}

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices needs a ServicesProvider above it');
  return services;
}

/** The header that the platform draws over a page, with its title: its places, and what fills them. */
export interface PlatformHeader {
  HeaderControl: ComponentType<HeaderControlProps>;
  /** Beside the title. */
  badge: SetMountPoint;
  /** Under the title. */
  description: SetMountPoint;
  /** At the end of the title's line. */
  right: SetMountPoint;
}

/**
 * The platform's page header where it is the one in use. Null where it isn't, and pages draw
 * their own: with `home:useNewHomePage` off, as it is by default, on a platform that is older, or
 * without its plugin `navigation`. The setting only changes with the page loaded again.
 */
function readPlatformHeader(
  { application, uiSettings }: CoreStart,
  navigation: NavigationStart | undefined
): PlatformHeader | null {
  // with the default that the platform takes when it chooses the header itself
  if (!uiSettings.get('home:useNewHomePage', false)) return null;
  const HeaderControl = navigation?.ui.HeaderControl;
  const {
    setAppBadgeControls: badge,
    setAppDescriptionControls: description,
    setAppRightControls: right,
  } = application;
  return HeaderControl && badge && description && right
    ? { HeaderControl, badge, description, right }
    : null;
}
