import React, { useCallback, useEffect, useRef, useState } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { EuiButton, EuiEmptyPrompt, EuiLoadingSpinner, EuiPage, EuiPageBody } from '@elastic/eui';
import { useHistory, useLocation } from 'react-router-dom';
import { i18n } from '@osd/i18n';
import { OLDEST_OPENSEARCH } from '../../common/plugin';
import { FailurePrompt } from '../components/error_callout';
import type {
  CoreStart,
  DataSourceMenuProps,
  DataSourceObject,
  DataSourceOption,
  SetMountPoint,
} from '../platform/types';
import { dataSourceIn, withDataSource } from '../services/addresses';

interface ChosenDataSourceProps {
  core: CoreStart;
  Menu: ComponentType<DataSourceMenuProps>;
  setMenuMountPoint: SetMountPoint;
  children: ReactElement;
}

/**
 * The platform's menu of data sources, and the page once its address says which of them it shows:
 * the menu knows the default one, and whether there is a local cluster at all.
 */
export function ChosenDataSource({
  core,
  Menu,
  setMenuMountPoint,
  children,
}: ChosenDataSourceProps) {
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
            // one that the address names and that isn't there: the page has the server's words for
            // it
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

/**
 * Writes the choice into the address; from another data source, it leads to the top of this one's
 * pages.
 */
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

/**
 * The menu reads what is chosen only when it comes up: it does so again where the address leads
 * elsewhere.
 */
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

/** How long the menu may take to choose, in ms; where it fails, it never does. */
const PATIENCE_MS = 5_000;

interface NoDataSourceProps {
  /** The menu has said that there is none; else it is about to choose one. */
  hasNone: boolean;
  onLocal(): void;
}

/** In place of a page of which it isn't known yet which cluster it shows. */
function NoDataSource({ hasNone, onLocal }: NoDataSourceProps) {
  const isLate = useIsLate();
  return (
    <EuiPage>
      <EuiPageBody component="main">
        {hasNone ? (
          <FailurePrompt title={noneText()} iconType="database" data-test-subj="noDataSource">
            <p>{neededText()}</p>
          </FailurePrompt>
        ) : (
          <EuiEmptyPrompt
            role="status"
            data-test-subj="choosingDataSource"
            title={<EuiLoadingSpinner size="xl" />}
            body={<p>{choosingText()}</p>}
            actions={isLate && <EuiButton onClick={onLocal}>{localLabel()}</EuiButton>}
          />
        )}
      </EuiPageBody>
    </EuiPage>
  );
}

function useIsLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), PATIENCE_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return isLate;
}

function noneText(): string {
  return i18n.translate('mlModels.dataSource.none', {
    defaultMessage: 'No data source supports models',
  });
}

function neededText(): string {
  return i18n.translate('mlModels.dataSource.needed', {
    defaultMessage:
      'Connect an OpenSearch cluster of version {version} or later that has ML Commons (the plugin opensearch-ml).',
    values: { version: OLDEST_OPENSEARCH },
  });
}

function choosingText(): string {
  return i18n.translate('mlModels.dataSource.choosing', {
    defaultMessage: 'Looking for a data source…',
  });
}

function localLabel(): string {
  return i18n.translate('mlModels.dataSource.local', { defaultMessage: 'Show the local cluster' });
}

const ENGINE_PLUGIN = 'opensearch-ml';
/** Sorts 2.9 before 2.19. */
const versions = new Intl.Collator('en', { numeric: true });

/**
 * Whether the plugin can work with a data source: what its manifest says, which the menu doesn't
 * read.
 */
export function isSupported({ attributes }: DataSourceObject): boolean {
  const { dataSourceVersion = '', installedPlugins = [] } = attributes;
  return (
    versions.compare(dataSourceVersion, OLDEST_OPENSEARCH) >= 0 &&
    installedPlugins.includes(ENGINE_PLUGIN)
  );
}
