import React, { createContext, Fragment, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { createApi } from '../api';
import type { ApiClient } from '../api';
import { dataSourceIn } from '../data_source/address';
import type { CoreStart, NavigationStart } from '../platform';
import { readPlatformHeader } from './platform_header';
import type { PlatformHeader } from './platform_header';

export interface Services {
  core: CoreStart;
  api: ApiClient;
  /** Part of every query key; undefined is the local cluster. */
  dataSourceId: string | undefined;
  /** The platform's own page header: null where each page has one of its own. */
  header: PlatformHeader | null;
}

interface Props {
  core: CoreStart;
  navigation?: NavigationStart;
  children: ReactNode;
}

const ServicesContext = createContext<Services | null>(null);

/** Gives everything below it the platform and the API of the data source that the URL names. */
export function ServicesProvider({ core, navigation, children }: Props) {
  const { search } = useLocation();
  const dataSourceId = dataSourceIn(search) || undefined;
  const services = useMemo(
    () => ({
      core,
      dataSourceId,
      api: createApi(core.http, dataSourceId),
      header: readPlatformHeader(core, navigation),
    }),
    [core, navigation, dataSourceId]
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
