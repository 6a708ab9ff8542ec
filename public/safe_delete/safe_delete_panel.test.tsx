import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SafeDelete } from '../../common/safe_delete/safe_delete';
import { FakeServer, httpError, pending } from '../test_support/fake_server';
import { aList, aModel, aUsage, SAFE_DELETE_OFF, SAFE_DELETE_ON } from '../test_support/fixtures';
import { renderApplication } from '../test_support/render_application';

const PATH = '/api/ml_models/safe_delete';
const OFF_BY_SETTING: SafeDelete = { ...SAFE_DELETE_ON, enabled: false, persistent: false };

const USAGE = Object.fromEntries(
  Array.from({ length: 38 }, (_, at) => [`m${at}`, { blocks: 1, breaks: 0, possible: 0 }])
);

let server: FakeServer;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/ml_models/models', aList([aModel()]))
    .on('GET /api/ml_models/usage', aUsage(USAGE));
  user = userEvent.setup();
});

async function openPanel(setting: SafeDelete | Error) {
  server.on('GET /api/ml_models/safe_delete', setting);
  renderApplication(server);
  return screen.findByTestId('safeDeleteSwitch');
}
const changes = () =>
  server.sentTo('PUT', PATH).map(({ body }) => JSON.parse(body ?? '') as unknown);

describe('the safe delete panel', () => {
  it.each([
    [SAFE_DELETE_ON, 'persistent setting'],
    [SAFE_DELETE_OFF, 'default'],
    [{ ...SAFE_DELETE_OFF, source: 'node' as const }, 'set in the nodes’ opensearch.yml'],
  ])('says whether it is on and where that comes from', async (setting, source) => {
    const toggle = await openPanel(setting);
    expect(toggle).toHaveAttribute('aria-checked', String(setting.enabled));
    expect(screen.getByTestId('safeDeleteSource')).toHaveTextContent(source);
  });

  it('turns on without asking, and shows what the cluster answered, not what was clicked', async () => {
    const toggle = await openPanel(SAFE_DELETE_OFF);
    const slow = pending<SafeDelete>();
    server.on('PUT /api/ml_models/safe_delete', () => slow.promise);
    await user.click(toggle);
    await waitFor(() => expect(changes()).toEqual([{ enabled: true, scope: 'persistent' }]));
    expect(toggle).toHaveAttribute('aria-checked', 'false');
    slow.resolve(SAFE_DELETE_ON);
    await waitFor(() => expect(toggle).toHaveAttribute('aria-checked', 'true'));
  });

  it('warns once of models in use that nothing protects, until that is dismissed', async () => {
    try {
      await openPanel(SAFE_DELETE_OFF);
      expect(await screen.findByTestId('safeDeleteUnprotected')).toHaveTextContent('38 models');
      await user.click(screen.getByTestId('dismissUnprotected'));
      expect(screen.queryByTestId('safeDeleteUnprotected')).toBeNull();
      cleanup();
      await openPanel(SAFE_DELETE_OFF);
      await screen.findByText('In use (38)');
      expect(screen.queryByTestId('safeDeleteUnprotected')).toBeNull();
    } finally {
      window.localStorage.clear();
    }
  });

  it('warns of nothing while it is on', async () => {
    await openPanel(SAFE_DELETE_ON);
    await screen.findByText('In use (38)');
    expect(screen.queryByTestId('safeDeleteUnprotected')).toBeNull();
  });

  it('asks before it turns off, with what is in use', async () => {
    const toggle = await openPanel(SAFE_DELETE_ON);
    await user.click(toggle);
    const modal = await screen.findByTestId('turnSafeDeleteOffModal');
    await waitFor(() => expect(modal).toHaveTextContent('In use: 38 models.'));
    const keep = within(modal).getByRole('button', { name: 'Keep on' });
    await waitFor(() => expect(keep).toHaveFocus());
    await user.click(keep);
    expect(changes()).toEqual([]);

    await user.click(toggle);
    server.on('PUT /api/ml_models/safe_delete', OFF_BY_SETTING);
    await user.click(await screen.findByRole('button', { name: 'Turn off' }));
    await waitFor(() => expect(toggle).toHaveAttribute('aria-checked', 'false'));
    expect(changes()).toEqual([{ enabled: false, scope: 'persistent' }]);
  });

  it('names who uses models before it turns off', async () => {
    const dependents = [
      { kind: 'ingest_pipeline' as const, count: 52 },
      { kind: 'agent' as const, count: 7 },
    ];
    server.on('GET /api/ml_models/usage', aUsage(USAGE, { dependents }));
    await user.click(await openPanel(SAFE_DELETE_ON));
    const modal = await screen.findByTestId('turnSafeDeleteOffModal');
    await waitFor(() =>
      expect(modal).toHaveTextContent('In use: 38 models, by 52 ingest pipelines, 7 agents.')
    );
  });

  it('sets it until the cluster restarts, asking where that turns it off', async () => {
    await openPanel(SAFE_DELETE_ON);
    await user.click(screen.getByTestId('safeDeleteMore'));
    await user.click(await screen.findByTestId('safeDeleteMore-for_now'));
    const hidden = { ...SAFE_DELETE_ON, enabled: false, source: 'transient', transient: false };
    server.on('PUT /api/ml_models/safe_delete', hidden as SafeDelete);
    await user.click(await screen.findByRole('button', { name: 'Turn off' }));
    expect(await screen.findByTestId('safeDeleteTransient')).toHaveTextContent('(off)');
    expect(changes()).toEqual([{ enabled: false, scope: 'transient' }]);
    expect(screen.queryByTestId('safeDeleteMore')).toBeNull();
  });

  it('goes back to what the nodes’ file or the default says, asking since that may be off', async () => {
    await openPanel(SAFE_DELETE_ON);
    await user.click(screen.getByTestId('safeDeleteMore'));
    await user.click(await screen.findByTestId('safeDeleteMore-reset'));
    server.on('PUT /api/ml_models/safe_delete', SAFE_DELETE_OFF);
    await user.click(await screen.findByRole('button', { name: 'Turn off' }));
    await waitFor(() =>
      expect(screen.getByTestId('safeDeleteSource')).toHaveTextContent('default')
    );
    expect(changes()).toEqual([{ enabled: null, scope: 'persistent' }]);
  });

  it('says so where another admin changed it at the same time', async () => {
    const toggle = await openPanel(SAFE_DELETE_OFF);
    server.on('PUT /api/ml_models/safe_delete', OFF_BY_SETTING);
    await user.click(toggle);
    expect(await screen.findByTestId('safeDeleteChangedMeanwhile')).toHaveTextContent(
      'Someone else changed safe delete'
    );
    expect(toggle).toHaveAttribute('aria-checked', 'false');
  });

  it('takes a transient value away before anything else, asking where that turns it off', async () => {
    const toggle = await openPanel({
      ...SAFE_DELETE_ON,
      source: 'transient',
      transient: true,
      persistent: false,
    });
    expect(toggle).toBeDisabled();
    expect(screen.getByTestId('safeDeleteTransient')).toHaveTextContent(
      'A transient setting (on) hides the persistent one (off).'
    );
    await user.click(screen.getByTestId('safeDeleteRemoveTransient'));
    server.on('PUT /api/ml_models/safe_delete', OFF_BY_SETTING);
    await user.click(await screen.findByRole('button', { name: 'Turn off' }));
    await waitFor(() => expect(screen.queryByTestId('safeDeleteTransient')).toBeNull());
    expect(changes()).toEqual([{ enabled: null, scope: 'transient' }]);
    expect(toggle).toBeEnabled();
  });

  it('shows a failed change in place, with the true value', async () => {
    const toggle = await openPanel(SAFE_DELETE_OFF);
    server.on(
      'PUT /api/ml_models/safe_delete',
      httpError(400, 'not recognized', { reason: 'rejected', cluster_message: 'not recognized' })
    );
    await user.click(toggle);
    const failure = await screen.findByTestId('safeDeleteUpdateFailure');
    expect(failure).toHaveTextContent('Cluster response: “not recognized”');
    expect(toggle).toHaveAttribute('aria-checked', 'false');
    expect(toggle).toBeEnabled();
  });

  it('disables the switch for who may not change it, naming the permission', async () => {
    const words = 'no permissions for [cluster:admin/settings/update] and User [name=other]';
    const toggle = await openPanel(SAFE_DELETE_OFF);
    server.on(
      'PUT /api/ml_models/safe_delete',
      httpError(403, words, { reason: 'forbidden', cluster_message: words })
    );
    await user.click(toggle);
    expect(await screen.findByTestId('safeDeleteUpdateFailure')).toHaveTextContent(words);
    expect(toggle).toBeDisabled();
    server.on('PUT /api/ml_models/safe_delete', SAFE_DELETE_ON);
    await user.click(
      within(screen.getByTestId('safeDeleteUpdateFailure')).getByRole('button', { name: 'Retry' })
    );
    await waitFor(() => expect(toggle).toBeEnabled());
    expect(toggle).toHaveAttribute('aria-checked', 'true');
    expect(screen.queryByTestId('safeDeleteUpdateFailure')).toBeNull();
  });

  it('says that it couldn’t be read instead of off, and reads again', async () => {
    const detail = 'no permissions for [cluster:monitor/state]';
    server.on('GET /api/ml_models/safe_delete', { ...SAFE_DELETE_OFF, enabled: null, detail });
    renderApplication(server);
    const unread = await screen.findByTestId('safeDeleteUnread');
    expect(unread).toHaveTextContent(detail);
    expect(screen.queryByTestId('safeDeleteSwitch')).toBeNull();
    server.on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON);
    await user.click(within(unread).getByRole('button', { name: 'Retry' }));
    expect(await screen.findByTestId('safeDeleteSwitch')).toBeVisible();
  });

  it('has no switch where the cluster is too old for it', async () => {
    server.on('GET /api/ml_models/safe_delete', { ...SAFE_DELETE_OFF, supported: false });
    renderApplication(server);
    expect(await screen.findByTestId('safeDeleteUnsupported')).toHaveTextContent('2.19');
    expect(screen.queryByTestId('safeDeleteSwitch')).toBeNull();
  });
});
