import { fireEvent, screen } from '@testing-library/react';
import { createMemoryHistory } from 'history';
import { plugin } from '.';
import type { App, CoreSetup } from './platform/types';
import { FakeServer } from './test_support/fake_server';
import { aList, aModel, SAFE_DELETE_ON } from './test_support/fixtures';
import { fakeCore } from './test_support/render_application';

function setUp() {
  const server = new FakeServer()
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON)
    .on('GET /api/ml_models/models', aList([aModel()]));
  const core = fakeCore(server);
  const register = jest.fn<void, [App]>();
  const addNavLinksToGroup = jest.fn();
  const setup: CoreSetup = {
    application: { register },
    chrome: { navGroup: { addNavLinksToGroup } },
    getStartServices: async () => [core, {}, {}],
  };
  plugin({ opaqueId: Symbol('test') }).setup(setup, {});
  const [app] = register.mock.calls[0] ?? [];
  if (!app) throw new Error('no application was registered');
  return { app, core, server, addNavLinksToGroup };
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
    // React 18 says at each start that Dashboards' way of mounting is the old one
    const complaint = jest.spyOn(console, 'error').mockImplementation(() => undefined);
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
    complaint.mockRestore();
  });
});
