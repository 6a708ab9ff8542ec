import React, { useCallback, useEffect, useRef, useState } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import type { CoreStart, DataSourceMenuProps, DataSourceOption, SetMountPoint } from '../platform';
import { dataSourceIn, withDataSource } from './address';
import { isSupported } from './is_supported';
import { NoDataSource } from './no_data_source';

interface Props {
  core: CoreStart;
  Menu: ComponentType<DataSourceMenuProps>;
  setMenuMountPoint: SetMountPoint;
  children: ReactElement;
}

/**
 * The platform's menu of data sources, and the page once its address says which of them it shows:
 * the menu knows the default one, and whether there is a local cluster at all.
 */
export function ChosenDataSource({ core, Menu, setMenuMountPoint, children }: Props) {
  const { search } = useLocation();
  const chosen = dataSourceIn(search);
  const [hasNone, setNone] = useState(false);
  const choose = useChoose(chosen);
  const menu = useMenuKey(chosen);
  return (
    <>
      <Menu
        key={menu.key}
        componentType="DataSourceSelectable"
        setMenuMountPoint={setMenuMountPoint}
        componentConfig={{
          fullWidth: false,
          savedObjects: core.savedObjects.client,
          notifications: core.notifications,
          ...(chosen !== null && { activeOption: [{ id: chosen }] }),
          dataSourceFilter: isSupported,
          onSelectedDataSources: ([option]: DataSourceOption[]) => {
            // one that the address names and that isn't there: the page has the server's words for it
            if (option === undefined) return setNone(chosen === null);
            menu.shows(option.id);
            return choose(option.id);
          },
        }}
      />
      {chosen === null ? <NoDataSource hasNone={hasNone} onLocal={() => choose('')} /> : children}
    </>
  );
}

/** Writes the choice into the address; from another data source, it leads to the top of this one's pages. */
function useChoose(chosen: string | null) {
  const history = useHistory();
  return useCallback(
    (id: string) => {
      if (id === chosen) return;
      const { pathname, search, hash, state } = history.location;
      if (chosen === null) {
        // what was asked for, now in full
        history.replace({ pathname, search: withDataSource(search, id), hash, state });
        return;
      }
      // models, groups and what is searched for are the last one's
      const top = pathname.startsWith('/models/') ? '/' : pathname;
      history.push({ pathname: top, search: withDataSource('', id) });
    },
    [chosen, history]
  );
}

/** The menu reads what is chosen only when it comes up: it does so again where the address leads elsewhere. */
function useMenuKey(chosen: string | null) {
  const shown = useRef(chosen);
  const [key, setKey] = useState(0);
  useEffect(() => {
    if (chosen === null || chosen === shown.current) return;
    shown.current = chosen;
    setKey((last) => last + 1);
  }, [chosen]);
  return {
    key,
    shows(id: string) {
      shown.current = id;
    },
  };
}
