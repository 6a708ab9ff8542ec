import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aGraph, aModelAnswer } from '../test_support/graph_fixtures';
import { aList, aReview, aModel, SAFE_DELETE_ON } from '../test_support/fixtures';
import { fakeCore, renderOn } from '../test_support/render_application';
import { FakeServer, httpError } from '../test_support/fake_server';
import { withPlatformHeader } from '../test_support/platform_header';

const MODEL = aModel({ state: 'DEPLOYED' });
const PAGE = `/models/${MODEL.id}`;
const PLACES = ['headerBadge', 'headerDescription', 'headerRight'];
let server: FakeServer;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON)
    .on('GET /api/ml_models/models', aList([MODEL]))
    .on('GET /api/ml_models/models/{model_id}', aModelAnswer({ model: MODEL }))
    .on('GET /api/ml_models/graph', aGraph())
    .on('GET /api/ml_models/models/{model_id}/review', aReview());
  user = userEvent.setup();
});

const filledPlaces = () => PLACES.filter((place) => screen.queryByTestId(place));
const inPlace = async (place: string) => within(await screen.findByTestId(place));
const page = () => within(screen.getByRole('main'));
const deleteButton = `deleteModel-${MODEL.id}`;

function open(url = '/') {
  const { core, navigation } = withPlatformHeader(fakeCore(server));
  return { ...renderOn(core, url, { navigation }), core };
}

describe('where the platform draws the header of a page', () => {
  it('the list has no title of its own, and Refresh stands in the platform’s header', async () => {
    const { core, unmount } = open();
    await user.click((await inPlace('headerRight')).getByTestId('refreshModels'));
    await waitFor(() => expect(server.sentTo('GET', '/api/ml_models/models')).toHaveLength(2));
    expect(core.chrome.setBreadcrumbs).toHaveBeenLastCalledWith([{ text: 'Models' }]);
    expect(screen.queryByRole('heading', { level: 1 })).toBeNull();
    expect(screen.getAllByTestId('refreshModels')).toHaveLength(1);
    expect(filledPlaces()).toEqual(['headerRight']);
    unmount();
    expect(filledPlaces()).toEqual([]);
  });

  it('a model’s page has its state, its facts and its actions there, and only there', async () => {
    const { unmount } = open(PAGE);
    expect((await inPlace('headerBadge')).getByText('Deployed')).toBeVisible();
    const description = await inPlace('headerDescription');
    expect(description.getByText('Text embedding')).toBeVisible();
    expect(description.getByRole('link', { name: 'embeddings' })).toBeVisible();
    expect(description.getByText(MODEL.id)).toBeVisible();
    expect((await inPlace('headerRight')).getByTestId('undeployModel')).toBeEnabled();
    expect(screen.queryByRole('heading', { level: 1 })).toBeNull();
    expect(page().queryByTestId(deleteButton)).toBeNull();
    unmount();
    expect(filledPlaces()).toEqual([]);
    expect(document.body).toHaveTextContent('');
  });

  it('what stands there works as on the page: links, dialogs, and the focus after them', async () => {
    const { history } = open(PAGE);
    const remove = (await inPlace('headerRight')).getByTestId(deleteButton);
    await user.click(remove);
    await user.click(await screen.findByTestId('deleteModelCancel'));
    await waitFor(() => expect(remove).toHaveFocus());
    await user.click(screen.getByTestId('undeployModel'));
    await within(await screen.findByTestId('undeployModal')).findByText(
      /Unloads the model from its nodes/
    );
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('undeployModal')).toBeNull());
    const group = (await inPlace('headerDescription')).getByRole('link', { name: 'embeddings' });
    await user.click(group);
    await screen.findByTestId('modelsTable');
    expect(history.location.search).toContain('model_group_id=g1');
    // what only the model's page has went with it
    expect(filledPlaces()).toEqual(['headerRight']);
    expect((await inPlace('headerRight')).getByTestId('refreshModels')).toBeVisible();
    expect(screen.queryByTestId('undeployModel')).toBeNull();
  });

  it('an action that the user may not take says so there too', async () => {
    const no = { allowed: false, missing: 'ml/models/delete', detail: 'no permissions' } as const;
    const yes = { allowed: true } as const;
    const permissions = {
      delete_model: no,
      delete_connector: yes,
      delete_model_group: yes,
      undeploy_model: yes,
      change_settings: yes,
    };
    server.on('GET /api/ml_models/permissions', permissions);
    open(PAGE);
    const right = await inPlace('headerRight');
    expect(await right.findByRole('group', { name: /ml\/models\/delete/ })).toBeVisible();
    expect(right.getByTestId(deleteButton)).toBeDisabled();
  });

  it('a model that is not there leaves the header empty, and its words under the title', async () => {
    const gone = httpError(404, 'no such model', { reason: 'not_found' });
    server.on('GET /api/ml_models/models/{model_id}', gone);
    open(PAGE);
    expect(await screen.findByRole('heading', { level: 2, name: /Model not found/ })).toBeVisible();
    expect(filledPlaces()).toEqual([]);
  });
});

describe('where it doesn’t', () => {
  const platform = () => withPlatformHeader(fakeCore(server));
  const off = <T,>() => false as unknown as T;

  it.each([
    [
      'because its setting is off',
      () => ({ ...platform(), core: { ...platform().core, uiSettings: { get: off } } }),
    ],
    ['because it is without navigation', () => ({ core: platform().core, navigation: undefined })],
    ['because navigation has no such part', () => ({ ...platform(), navigation: { ui: {} } })],
    [
      'because its core has no such places',
      () => {
        const { core, navigation } = platform();
        const application = { ...core.application, setAppRightControls: undefined };
        return { core: { ...core, application }, navigation };
      },
    ],
  ])('a page has its title and its actions itself: %s', async (_why, make) => {
    const { core, navigation } = make();
    renderOn(core, PAGE, { navigation });
    await screen.findByRole('heading', { level: 1, name: MODEL.name });
    expect(page().getAllByText('Deployed')[0]).toBeVisible();
    await user.click(page().getByTestId(deleteButton));
    expect(await screen.findByTestId('deleteModelModal')).toBeVisible();
    expect(filledPlaces()).toEqual([]);
  });
});
