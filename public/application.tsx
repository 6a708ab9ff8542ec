import React, { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { EuiLoadingContent, EuiPage, EuiPageBody } from '@elastic/eui';
import ReactDOM from 'react-dom';
import { QueryClientProvider, useIsFetching } from '@tanstack/react-query';
import type { History } from 'history';
import { Route, Router, Switch } from 'react-router-dom';
import { i18n } from '@osd/i18n';
import type { ExposedConfig } from '../common/plugin';
import { asApiError } from './api/errors';
import { createQueryClient } from './api/query_client';
import { AppLink } from './components/app_link';
import { ErrorBoundary } from './components/error_boundary';
import { ErrorDetailsText, FailurePrompt } from './components/error_callout';
import { KeepFocus } from './components/keep_focus';
import { onDemand } from './components/on_demand';
import type { LoadFailure } from './components/on_demand';
import { ChosenDataSource } from './data_source/data_source_picker';
import { preloadDialogs } from './deletion/dialogs';
import type { FirstPage } from './first_request';
import { helpExtension } from './help_extension';
import { modelsTitle } from './labels/model_labels';
import { ModelsPage } from './models/list/models_page';
import { takeFirstPage, whenIdle } from './queries';
import type {
  AppMountParameters,
  AppUnmount,
  CoreStart,
  PluginInitializerContext,
  SetMountPoint,
  SetupPlugins,
  StartPlugins,
} from './platform/types';
import { useAddresses } from './services/addresses';
import { ServicesProvider } from './services/services';

const placeholders = {
  loading: () => (
    <PlainPage>
      <EuiLoadingContent lines={10} />
    </PlainPage>
  ),
  failed: (_props: object, failure: LoadFailure) => <PageFailure {...failure} />,
};
// the list comes first: the other pages once the browser is idle, or one of them is opened
const ModelPage = onDemand<{ modelId: string }>(
  async () => (await import('./models/page/model_page')).ModelPage,
  placeholders
);
const ReplacePage = onDemand<{ modelId: string }>(
  async () => (await import('./replacement/replace_page')).ReplacePage,
  placeholders
);
const CleanUpPage = onDemand(
  async () => (await import('./models/clean_up/clean_up_page')).CleanUpPage,
  placeholders
);

interface Props {
  core: CoreStart;
  history: History;
  /** The platform's plugins that are there. */
  plugins: StartPlugins & SetupPlugins;
  setHeaderActionMenu: SetMountPoint;
  config: ExposedConfig;
  /** What was asked for before the application was there. */
  firstPage?: FirstPage | null;
}

/** The whole application inside what the platform gives it. */
export function Application({ core, history, plugins, config, ...props }: Props) {
  const { setHeaderActionMenu, firstPage } = props;
  const { navigation, dataSourceManagement } = plugins;
  // a component of its own at each call
  const [DataSourceMenu] = useState(() => dataSourceManagement?.ui.getDataSourceMenu());
  const [queryClient] = useState(() => {
    const created = createQueryClient();
    if (firstPage) takeFirstPage(created, firstPage);
    return created;
  });
  useEffect(
    () => () => {
      // once nothing below listens any more, which React 16 unmounts after its parents
      void Promise.resolve()
        // a read that ends after its query was removed would keep that, and the page, for minutes
        .then(() => queryClient.cancelQueries())
        .then(() => queryClient.clear());
    },
    [queryClient]
  );
  useEffect(() => {
    core.chrome.setHelpExtension(helpExtension());
    return () => core.chrome.setHelpExtension(undefined);
  }, [core]);
  const I18nContext = core.i18n.Context;
  const pages = (
    <ServicesProvider core={core} navigation={navigation} hasHistory={config.history.enabled}>
      <PreloadOtherParts />
      <KeepFocus>
        <Route
          render={({ location: { pathname } }) => (
            // another address is another page, which may well be drawn
            <ErrorBoundary
              key={pathname}
              instead={(cause, retry) => <PageFailure error={asApiError(cause)} retry={retry} />}
            >
              <Pages />
            </ErrorBoundary>
          )}
        />
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

/** Loads the code of what may be opened next, once nothing is waited for. */
function PreloadOtherParts() {
  const isBusy = useIsFetching() > 0;
  useEffect(() => {
    if (isBusy) return;
    return whenIdle(() => {
      ModelPage.preload();
      CleanUpPage.preload();
      ReplacePage.preload();
      preloadDialogs();
    });
  }, [isBusy]);
  return null;
}

function Pages() {
  return (
    <Switch>
      <Route
        exact
        path="/models/:modelId"
        render={({ match: { params } }) => (
          <ModelPage key={params.modelId} modelId={params.modelId} />
        )}
      />
      <Route
        exact
        path="/models/:modelId/replace"
        render={({ match: { params } }) => (
          <ReplacePage key={params.modelId} modelId={params.modelId} />
        )}
      />
      <Route exact path="/clean-up">
        <CleanUpPage />
      </Route>
      <Route>
        <ModelsPage />
      </Route>
    </Switch>
  );
}

/** In place of a page that could not be loaded or drawn. */
function PageFailure({ error, retry }: LoadFailure) {
  const { list } = useAddresses();
  return (
    <PlainPage>
      <FailurePrompt
        heading="h1"
        iconType="alert"
        title={i18n.translate('mlModels.page.failed', {
          defaultMessage: 'Couldn’t show the page',
        })}
        onRetry={retry}
        link={<AppLink to={list}>{modelsTitle()}</AppLink>}
        data-test-subj="pageFailure"
      >
        <ErrorDetailsText error={error} />
      </FailurePrompt>
    </PlainPage>
  );
}

/** What is around all that is in place of a page. */
function PlainPage({ children }: { children: ReactElement }) {
  return (
    <EuiPage>
      <EuiPageBody component="main" tabIndex={-1}>
        <div>{children}</div>
      </EuiPageBody>
    </EuiPage>
  );
}

/** Draws the application into the platform's page until it is unmounted. */
export function renderApplication(
  core: CoreStart,
  { element, history, setHeaderActionMenu }: AppMountParameters,
  plugins: StartPlugins & SetupPlugins,
  context: PluginInitializerContext,
  firstPage: FirstPage | null
): AppUnmount {
  const application = (
    <Application
      core={core}
      history={history}
      plugins={plugins}
      config={context.config.get<ExposedConfig>()}
      setHeaderActionMenu={setHeaderActionMenu}
      firstPage={firstPage}
    />
  );
  ReactDOM.render(application, element);
  return () => {
    ReactDOM.unmountComponentAtNode(element);
  };
}
