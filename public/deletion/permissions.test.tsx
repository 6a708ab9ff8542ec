import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Permissions } from '../../common/contracts/deletion';
import type { ListModelsAnswer } from '../../common/contracts/models';
import { FakeServer, httpError, pending } from '../test_support/fake_server';
import { aList, aModel, aReview, SAFE_DELETE_ON } from '../test_support/fixtures';
import { renderApplication } from '../test_support/render_application';

const model = aModel();
const PATH = '/api/ml_models/permissions';
const missing = (permission: string) =>
  ({
    allowed: false,
    missing: permission,
    detail: `no permissions for [${permission}] and User [name=reader]`,
  }) as const;
const ALL: Permissions = {
  delete_model: { allowed: true },
  delete_connector: { allowed: true },
  delete_model_group: { allowed: true },
  undeploy_model: { allowed: true },
  change_settings: { allowed: true },
};
const NONE: Permissions = {
  delete_model: missing('ml/models/delete'),
  delete_connector: missing('ml/connectors/delete'),
  delete_model_group: missing('ml/model_groups/delete'),
  undeploy_model: missing('ml/undeploy_models'),
  change_settings: missing('settings/update'),
};

let server: FakeServer;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON)
    .on('GET /api/ml_models/models', aList([model]));
  user = userEvent.setup();
});

const trash = () => screen.findByTestId(`deleteModel-${model.id}`);

describe('what the user may not do', () => {
  it('is not offered, and names the permission to keyboard and pointer alike', async () => {
    server.on('GET /api/ml_models/permissions', NONE);
    renderApplication(server);
    await waitFor(async () => expect(await trash()).toBeDisabled());
    const reason = screen.getByRole('group', {
      name: 'Delete minilm-l6: None of your roles has the permission ml/models/delete.',
    });
    reason.focus();
    expect(reason).toHaveFocus();
    expect(await screen.findByRole('tooltip', { hidden: true })).toHaveTextContent(
      'ml/models/delete'
    );
    expect(screen.getByTestId('safeDeleteSwitch')).toBeDisabled();
    expect(screen.getByTestId('safeDeleteSwitch')).toHaveAccessibleDescription(/settings\/update/);
    expect(screen.getByTestId('safeDeleteMore')).toBeDisabled();
    await user.click(screen.getByTestId(`checkboxSelectRow-${model.id}`));
    expect(screen.getByTestId('deleteModels')).toBeDisabled();
    expect(
      screen.getByRole('group', {
        name: 'Delete 1 model: None of your roles has the permission ml/models/delete.',
      })
    ).toBeVisible();
  });

  it('is not offered in the dialog either: who may delete may not undeploy', async () => {
    server
      .on('GET /api/ml_models/permissions', { ...NONE, delete_model: { allowed: true } })
      .on(
        'GET /api/ml_models/models/{model_id}/review',
        aReview({ model: aModel({ state: 'DEPLOYED' }), conditions: ['undeploy_first'] })
      );
    renderApplication(server);
    await waitFor(() => expect(screen.getByTestId('safeDeleteSwitch')).toBeDisabled());
    await user.click(await trash());
    expect(await screen.findByTestId('deleteModelUndeploy')).toBeDisabled();
    expect(screen.getByRole('group', { name: /ml\/undeploy_models/ })).toBeVisible();
    expect(screen.getByTestId('deleteModelConfirm')).toBeDisabled();
  });

  it.each<[string, Permissions | Error]>([
    ['the user may', ALL],
    [
      'is not known',
      {
        delete_model: { allowed: null },
        delete_connector: { allowed: null },
        delete_model_group: { allowed: null },
        undeploy_model: { allowed: null },
        change_settings: { allowed: null },
      },
    ],
    ['could not be asked', httpError(503, 'no', { reason: 'unreachable' })],
  ])('is only what is known to be: everything is offered where it %s', async (_case, answer) => {
    server.on('GET /api/ml_models/permissions', answer);
    renderApplication(server);
    await waitFor(() => expect(server.sentTo('GET', PATH)).toHaveLength(1));
    expect(await trash()).toBeEnabled();
    expect(screen.getByTestId('safeDeleteSwitch')).toBeEnabled();
    expect(screen.queryByTestId('safeDeleteForbidden')).toBeNull();
  });

  it('is asked for once, and not before the list is there', async () => {
    const list = pending<ListModelsAnswer>();
    server
      .on('GET /api/ml_models/permissions', ALL)
      .on('GET /api/ml_models/models', () => list.promise);
    renderApplication(server);
    await waitFor(() => expect(screen.getByTestId('safeDeleteSwitch')).toBeVisible());
    expect(server.sentTo('GET', PATH)).toEqual([]);
    list.resolve(aList([model, aModel({ id: 'other', name: 'other' })]));
    expect(await trash()).toBeEnabled();
    await waitFor(() => expect(server.sentTo('GET', PATH)).toHaveLength(1));
  });
});
