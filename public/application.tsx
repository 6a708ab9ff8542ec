import React, { lazy, Suspense, useEffect, useState } from 'react';
import { EuiLoadingContent } from '@elastic/eui';
import ReactDOM from 'react-dom';
import { QueryClientProvider } from '@tanstack/react-query';
import type { History } from 'history';
import { Route, Router, Switch } from 'react-router-dom';
import { createQueryClient } from './api/query_client';
import type { FirstPage } from './first_request';
import { KeepFocus } from './components/keep_focus';
import { ChosenDataSource } from './data_source/data_source_picker';
import { ModelsPage } from './models/list/models_page';
import { takeFirstPage, whenIdle } from './queries';
import type {
  AppMountParameters,
  AppUnmount,
  CoreStart,
  SetMountPoint,
  SetupPlugins,
  StartPlugins,
} from './platform/types';
import { ServicesProvider } from './services/services';

// the list comes first: the other pages once the browser is idle, or one of them is opened
const loadModelPage = () => import('./models/page/model_page');
const loadCleanUpPage = () => import('./models/clean_up/clean_up_page');
const ModelPage = lazy(async () => ({ default: (await loadModelPage()).ModelPage }));
const CleanUpPage = lazy(async () => ({ default: (await loadCleanUpPage()).CleanUpPage }));

interface Props {
  core: CoreStart;
  history: History;
  /** The platform's plugins that are there. */
  plugins: StartPlugins & SetupPlugins;
  setHeaderActionMenu: SetMountPoint;
  /** What was asked for before the application was there. */
  firstPage?: FirstPage | null;
}

/** The whole application inside what the platform gives it. */
export function Application({ core, history, plugins, setHeaderActionMenu, firstPage }: Props) {
  const { navigation, dataSourceManagement } = plugins;
  // a component of its own at each call
  const [DataSourceMenu] = useState(() => dataSourceManagement?.ui.getDataSourceMenu());
  const [queryClient] = useState(() => {
    const created = createQueryClient();
    if (firstPage) takeFirstPage(created, firstPage);
    return created;
  });
  useEffect(
    // once nothing below listens any more, which React 16 unmounts after its parents
    () => () => void Promise.resolve().then(() => queryClient.clear()),
    [queryClient]
  );
  useEffect(
    () =>
      whenIdle(() => {
        // what can't be loaded now is loaded when it is opened
        Promise.all([loadModelPage(), loadCleanUpPage()]).catch(() => undefined);
      }),
    []
  );
  const I18nContext = core.i18n.Context;
  const pages = (
    <ServicesProvider core={core} navigation={navigation}>
      <KeepFocus>
        <Suspense fallback={<EuiLoadingContent lines={10} />}>
          <Switch>
            <Route
              exact
              path="/models/:modelId"
              render={({ match: { params } }) => (
                <ModelPage key={params.modelId} modelId={params.modelId} />
              )}
            />
            <Route exact path="/clean-up">
              <CleanUpPage />
            </Route>
            <Route>
              <ModelsPage />
            </Route>
          </Switch>
        </Suspense>
      </KeepFocus>
    </ServicesProvider>
  );
  return (
    <I18nContext>
      <QueryClientProvider client={queryClient}>
        <Router history={history}>
          {DataSourceMenu ? (
            <ChosenDataSource
              core={core}
              Menu={DataSourceMenu}
              setMenuMountPoint={setHeaderActionMenu}
            >
              {pages}
            </ChosenDataSource>
          ) : (
            pages
          )}
        </Router>
      </QueryClientProvider>
    </I18nContext>
  );
}

/** Draws the application into the platform's page until it is unmounted. */
export function renderApplication(
  core: CoreStart,
  { element, history, setHeaderActionMenu }: AppMountParameters,
  plugins: StartPlugins & SetupPlugins,
  firstPage: FirstPage | null
): AppUnmount {
  const application = (
    <Application
      core={core}
      history={history}
      plugins={plugins}
      setHeaderActionMenu={setHeaderActionMenu}
      firstPage={firstPage}
    />
  );
  ReactDOM.render(application, element);
  return () => {
    ReactDOM.unmountComponentAtNode(element);
  };
}
