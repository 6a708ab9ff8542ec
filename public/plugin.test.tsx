import React from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import { createMemoryHistory } from 'history';
import { plugin } from '.';
import type { App, CoreSetup, SearchCommand, SetupPlugins } from './platform/types';
import { FakeServer } from './test_support/fake_server';
import { aList, aModel, SAFE_DELETE_ON } from './test_support/fixtures';
import { fakeCore } from './test_support/render_application';

const exposed = <T extends object>() => ({ history: { enabled: false } }) as T;

function setUp(plugins: SetupPlugins = {}) {
  const server = new FakeServer()
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON)
    .on('GET /api/ml_models/models', aList([aModel()]));
  const core = fakeCore(server);
  const register = jest.fn<void, [App]>();
  const addNavLinksToGroup = jest.fn();
  const registerSearchCommand = jest.fn<void, [SearchCommand]>();
  const setup: CoreSetup = {
    application: { register },
    chrome: { navGroup: { addNavLinksToGroup }, globalSearch: { registerSearchCommand } },
    getStartServices: async () => [core, {}, {}],
  };
  plugin({ opaqueId: Symbol('test'), config: { get: exposed } }).setup(setup, plugins);
  const [app] = register.mock.calls[0] ?? [];
  if (!app) throw new Error('no application was registered');
  const [search] = registerSearchCommand.mock.calls[0] ?? [];
  if (!search) throw new Error('no search was registered');
  return { app, core, server, addNavLinksToGroup, search };
}

describe('the plugin', () => {
  it('registers the application and its place in the navigation', () => {
    const { app, addNavLinksToGroup } = setUp();
    expect(app).toMatchObject({ id: 'ml-models', title: 'Models' });
    expect(addNavLinksToGroup).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'dataAdministration' }),
      [
        expect.objectContaining({
          id: 'ml-models',
          category: expect.objectContaining({ label: 'Machine learning' }) as unknown,
        }),
      ]
    );
  });

  it('draws the page into the element that it is mounted on, and leaves nothing behind', async () => {
    const { app, core, server } = setUp();
    const element = document.body.appendChild(document.createElement('div'));
    const history = createMemoryHistory();
    const unmount = await app.mount({
      element,
      history,
      appBasePath: '/app/ml-models',
      setHeaderActionMenu: () => undefined,
    });
    // asked for before the application was there, and not again by it
    expect(server.sentTo('GET', '/api/ml_models/models')).toHaveLength(1);
    fireEvent.click(await screen.findByTestId(`deleteModel-${aModel().id}`));
    expect(core.chrome.docTitle.change).toHaveBeenCalledWith('Models');
    unmount();
    expect(document.body.textContent).toBe('');
  });
});

describe('the search of the platform’s header', () => {
  const model = aModel();
  const dataSourceManagement = { ui: { getDataSourceMenu: () => () => null } };
  afterEach(() => window.history.replaceState(null, '', '/'));

  it('finds models by name, and opens one’s page', async () => {
    const { search, core, server } = setUp();
    const onOpen = jest.fn();
    render(<>{await search.run(' mini ', onOpen)}</>);
    expect(server.sentTo('GET', '/api/ml_models/models')).toMatchObject([
      { query: { search: 'mini', size: 5 } },
    ]);
    const found = screen.getByTestId(`foundModel-${model.id}`);
    expect(found).toHaveTextContent(`Model ${model.name}, version ${model.version}`);
    expect(found).toHaveAttribute('href', `/app/ml-models/models/${model.id}`);
    // another tab is the browser’s to open
    fireEvent.click(found, { ctrlKey: true });
    expect(onOpen).not.toHaveBeenCalled();
    fireEvent.click(found);
    expect(onOpen).toHaveBeenCalledTimes(1);
    expect(core.application.navigateToApp).toHaveBeenCalledWith('ml-models', {
      path: `/models/${model.id}`,
    });
  });

  it('looks in the data source that the page shows, else in the local cluster', async () => {
    const { search, core, server } = setUp({ dataSourceManagement });
    window.history.replaceState(null, '', '/app/other?dataSourceId=ds1');
    const { unmount } = render(<>{await search.run('mini')}</>);
    fireEvent.click(screen.getByTestId(`foundModel-${model.id}`));
    unmount();
    window.history.replaceState(null, '', '/app/other');
    render(<>{await search.run('mini')}</>);
    fireEvent.click(screen.getByTestId(`foundModel-${model.id}`));
    const sent = server.sentTo('GET', '/api/ml_models/models');
    expect(sent.map(({ query }) => query?.data_source_id)).toEqual(['ds1', undefined]);
    expect(core.application.navigateToApp.mock.calls).toEqual([
      ['ml-models', { path: `/models/${model.id}?dataSourceId=ds1` }],
      ['ml-models', { path: `/models/${model.id}?dataSourceId=` }],
    ]);
  });

  it('asks nothing for a letter, which would find everything', async () => {
    const { search, server } = setUp();
    expect(await search.run(' m ')).toEqual([]);
    expect(server.sent).toEqual([]);
  });
});
