import React from 'react';
import { render } from '@testing-library/react';
import { createMemoryHistory } from 'history';
import { I18nProvider } from '@osd/i18n/react';
import type { ExposedConfig } from '../../common/plugin';
import { Application } from '../application';
import type { CoreStart, SetupPlugins, StartPlugins } from '../platform/types';
import type { FakeServer } from './fake_server';

/** The platform around the application, with the fake server on its wire. */
export function fakeCore({ http }: FakeServer) {
  return {
    http,
    i18n: { Context: I18nProvider },
    chrome: {
      setBreadcrumbs: jest.fn(),
      docTitle: { change: jest.fn() },
      setHelpExtension: jest.fn(),
      recentlyAccessed: { add: jest.fn() },
    },
    savedObjects: { client: {} },
    notifications: {
      toasts: { addSuccess: jest.fn(), addWarning: jest.fn(), addError: jest.fn() },
    },
    application: {
      getUrlForApp: (id: string, { path = '' }: { path?: string } = {}) => `/app/${id}${path}`,
      navigateToApp: jest.fn(),
    },
    uiSettings: { get: <T,>() => false as unknown as T },
  } satisfies CoreStart;
}

/** Opens the whole application at a URL, as the platform mounts it. */
export function renderApplication(server: FakeServer, url = '/') {
  const core = fakeCore(server);
  return { ...renderOn(core, url), core };
}

/** The same on a platform of the test's own making. */
export function renderOn(
  core: CoreStart,
  url = '/',
  plugins: StartPlugins & SetupPlugins = {},
  config: ExposedConfig = { history: { enabled: false } }
) {
  const history = createMemoryHistory({ initialEntries: [url] });
  const page = render(
    <Application
      core={core}
      history={history}
      plugins={plugins}
      config={config}
      setHeaderActionMenu={() => undefined}
    />
  );
  return { ...page, history };
}
