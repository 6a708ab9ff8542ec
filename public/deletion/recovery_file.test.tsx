import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Recovery } from '../../common/deletion/recovery';
import type { Review } from '../../common/dependents/review';
import {
  aList,
  aModel,
  aReview,
  BLOCKING_PIPELINE,
  SAFE_DELETE_ON,
} from '../test_support/fixtures';
import { FakeServer, httpError, pending } from '../test_support/fake_server';
import { renderApplication } from '../test_support/render_application';
import { type SavedFile, watchSavedFiles } from '../test_support/saved_files';

const ROUTE = 'GET /api/ml_models/models/{model_id}/recovery';
const model = aModel();
const RECOVERY: Recovery = {
  model_id: model.id,
  made_at: '2026-01-01T00:00:00.000Z',
  note: [],
  model: { name: model.name },
  model_group: null,
  connector: null,
  dependents: [],
  not_checked: [],
  requests: '# none\n',
};

let server: FakeServer;
let user: ReturnType<typeof userEvent.setup>;
let saved: SavedFile[];

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON)
    .on('GET /api/ml_models/models', aList([model]));
  user = userEvent.setup();
  saved = watchSavedFiles();
});

afterEach(() => jest.restoreAllMocks());

async function openDialog(review: Review) {
  server.on('GET /api/ml_models/models/{model_id}/review', review);
  renderApplication(server);
  await user.click(await screen.findByTestId(`deleteModel-${model.id}`));
  const dialog = await screen.findByTestId('deleteModelModal');
  return { dialog, button: await within(dialog).findByTestId('downloadRecovery') };
}

describe('the recovery file', () => {
  it.each<[string, Review]>([
    ['refused', aReview({ conditions: ['refused'], dependents: [BLOCKING_PIPELINE] })],
    ['incomplete', aReview({ conditions: ['incomplete'] })],
    ['clear', aReview()],
  ])('can be downloaded where the review is shown: %s', async (_, review) => {
    server.on(ROUTE, RECOVERY);
    const { dialog, button } = await openDialog(review);
    await user.click(button);
    await waitFor(() => expect(dialog).toHaveTextContent(/Saved as recovery-minilm-l6-.+\.json/));
    expect(saved).toHaveLength(1);
    expect(saved[0]?.name).toBe(`recovery-minilm-l6-${model.id}.json`);
    expect(JSON.parse((await saved[0]?.text()) ?? '')).toEqual(RECOVERY);
    const copied: string[] = [];
    document.execCommand = () => copied.push(String(window.getSelection())) > 0;
    await user.click(screen.getByTestId('copyRecoveryRequests'));
    expect(copied.map((text) => text.trim())).toEqual([RECOVERY.requests.trim()]);
    expect(dialog).toBeVisible();
  });

  it('says before what it won’t bring back', async () => {
    const local = await openDialog(aReview({ model: aModel({ function_name: 'TEXT_EMBEDDING' }) }));
    expect(local.dialog).toHaveTextContent('It can’t restore the content of the model');
    expect(local.dialog).toHaveTextContent('credentials are left out');
  });

  it('says nothing of content where the model has none', async () => {
    const { dialog } = await openDialog(aReview({ model: aModel({ function_name: 'REMOTE' }) }));
    expect(dialog).toHaveTextContent('Credentials are left out');
    expect(dialog).not.toHaveTextContent('content of the model');
  });

  it('says in the cluster’s words why it could not be made, and tries again', async () => {
    const words = 'no permissions for [cluster:admin/opensearch/ml/models/get]';
    server.on(ROUTE, httpError(403, words, { reason: 'forbidden', cluster_message: words }));
    const { dialog, button } = await openDialog(aReview());
    await user.click(button);
    expect(await screen.findByTestId('downloadRecoveryError')).toHaveTextContent(words);
    expect(saved).toEqual([]);
    server.on(ROUTE, RECOVERY);
    await user.click(within(dialog).getByRole('button', { name: 'Download recovery file' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(screen.queryByTestId('downloadRecoveryError')).toBeNull();
  });

  it('is one request at a time, which ends with the dialog', async () => {
    const slow = pending<Recovery>();
    server.on(ROUTE, () => slow.promise);
    const { dialog, button } = await openDialog(aReview());
    await user.click(button);
    await waitFor(() => expect(dialog).toHaveTextContent('Reading the model and its dependents'));
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveFocus();
    await user.click(button);
    await user.click(screen.getByTestId('deleteModelCancel'));
    const sent = server.sentTo('GET', `/api/ml_models/models/${model.id}/recovery`);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.signal?.aborted).toBe(true);
    slow.resolve(RECOVERY);
    expect(saved).toEqual([]);
  });
});
