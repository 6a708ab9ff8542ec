import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ErrorBody } from '../../common/contracts/errors';
import type { Review } from '../../common/dependents/review';
import { FakeServer, httpError, networkError, pending } from '../test_support/fake_server';
import {
  aList,
  aReview,
  aModel,
  INGEST_FORBIDDEN,
  LAST_IN_GROUP,
  SAFE_DELETE_OFF,
  SAFE_DELETE_ON,
} from '../test_support/fixtures';
import { renderApplication } from '../test_support/render_application';

const model = aModel();
const CLEAN_UP = `/api/ml_models/models/${model.id}/_clean_up`;
const LAST = aReview({
  model_group: LAST_IN_GROUP,
});

type Attributes = NonNullable<ErrorBody['attributes']>;

let server: FakeServer;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON)
    .on('GET /api/ml_models/models', aList([model]));
  user = userEvent.setup();
});

const said = (status: number, words: string, attributes: Attributes) =>
  httpError(status, words, { cluster_message: words, ...attributes });

async function openDialog(review: Review | Error = aReview()) {
  server.on('GET /api/ml_models/models/{model_id}/review', review);
  const page = renderApplication(server);
  await user.click(await screen.findByTestId(`deleteModel-${model.id}`));
  const dialog = await screen.findByTestId('deleteModelModal');
  await waitFor(() => expect(dialog).not.toHaveTextContent('Checking what uses this model'));
  return { ...page, dialog };
}

/** Asks for the delete on a clear review, and waits for what the dialog makes of the answer. */
async function deleteAnswered(answer: Error, review?: Review) {
  const opened = await openDialog(review);
  server.on('DELETE /api/ml_models/models/{model_id}', answer);
  await user.click(screen.getByTestId('deleteModelConfirm'));
  await waitFor(() => expect(opened.dialog).not.toHaveTextContent('Deleting the model…'));
  return opened;
}

const expectClosed = () =>
  waitFor(() => expect(screen.queryByTestId('deleteModelModal')).toBeNull());
const checkAgain = () => user.click(screen.getByTestId('deleteModelCheckAgain'));

describe('what stands behind an error', () => {
  const PERMISSION = 'cluster:admin/opensearch/ml/models/delete';

  it.each<[string, number, Attributes, RegExp]>([
    [
      `no permissions for [${PERMISSION}] and User [name=reader]`,
      403,
      { reason: 'forbidden', cause: 'missing_permission', permission: PERMISSION },
      /None of your roles has the permission cluster:admin\/opensearch\/ml\/models\/delete\. Ask a cluster admin/,
    ],
    [
      "User doesn't have privilege to perform this operation on this model",
      403,
      { reason: 'forbidden', cause: 'others_model' },
      /Ask the group owner or a cluster admin\. .* can access a hidden model\./,
    ],
    [
      'User anna is not authorized to perform action x on ml-model-group id: g1',
      403,
      { reason: 'forbidden', cause: 'not_shared' },
      /group isn’t shared with you.* Ask the group owner to share it/,
    ],
    [
      "You don't have permission to access this resource",
      403,
      { reason: 'forbidden', cause: 'no_tenant' },
      /separates the models of tenants, and the request named none/,
    ],
    [
      'Fail to find model group',
      502,
      { reason: 'rejected', cause: 'group_missing' },
      /group no longer exists.*all_access/,
    ],
    [
      'Cannot invoke "Object.toString()"',
      502,
      { reason: 'rejected', cause: 'unreadable_model' },
      /undeploy the model once to restore it/,
    ],
    [
      'Not on a Sunday',
      403,
      { reason: 'forbidden' },
      /You don’t have a permission that this needs/,
    ],
    ['Too much to do', 429, { reason: 'rejected' }, /Nothing was deleted\. Check again/],
  ])('is said beside the words: %s', async (words, status, attributes, meaning) => {
    const { dialog } = await deleteAnswered(said(status, words, attributes));
    expect(dialog).toHaveTextContent('The model wasn’t deleted.');
    expect(screen.getByTestId('deleteModelError')).toHaveTextContent(words);
    expect(screen.getByTestId('deleteModelError')).toHaveTextContent(meaning);
    expect(screen.getByTestId('deleteModelCheckAgain')).toBeEnabled();
  });

  it('is said where the model could not even be reviewed', async () => {
    const words = 'Wrong model state';
    const { dialog } = await openDialog(
      said(400, words, { reason: 'rejected', cause: 'unreadable_model' })
    );
    expect(dialog).toHaveTextContent('Couldn’t check what uses this model.');
    expect(screen.queryByTestId('deleteModelConfirm')).toBeNull();
    expect(dialog).toHaveTextContent(words);
    expect(dialog).toHaveTextContent('ML Commons can’t read the document of this model');
  });
});

describe('a model of which something is left', () => {
  const LEFT = said(502, 'Model is not all cleaned up, please try again. Model ID: x', {
    reason: 'rejected',
    cause: 'cleanup_failed',
  });

  it('is told as deleted, and what is left is deleted until nothing is', async () => {
    const { dialog, core } = await deleteAnswered(LEFT, LAST);
    expect(dialog).toHaveTextContent('Model deleted. Cleanup is incomplete.');
    expect(dialog).toHaveTextContent('Deleting again removes only what is left.');
    expect(screen.queryByTestId('deleteModelConfirm')).toBeNull();
    expect(screen.queryByTestId('deleteModelCheckAgain')).toBeNull();

    const slow = pending<Error>();
    server.on('POST /api/ml_models/models/{model_id}/_clean_up', () => slow.promise);
    await user.click(screen.getByTestId('deleteModelRepeat'));
    await waitFor(() => expect(dialog).toHaveTextContent('Finishing cleanup…'));
    await user.keyboard('{Escape}');
    expect(screen.getByTestId('deleteModelModal')).toBeVisible();
    slow.resolve(networkError());
    await waitFor(() => expect(screen.getByTestId('deleteModelRepeat')).toBeVisible());
    expect(dialog).toHaveTextContent('Couldn’t reach the OpenSearch Dashboards server.');

    server
      .on('POST /api/ml_models/models/{model_id}/_clean_up', {
        result: 'cleaned_up',
        model_id: model.id,
      })
      .on('GET /api/ml_models/models', aList([]));
    await user.click(screen.getByTestId('deleteModelRepeat'));
    await expectClosed();
    expect(server.sentTo('POST', CLEAN_UP)).toHaveLength(2);
    await waitFor(() => expect(screen.queryByTestId(`modelRow-${model.id}`)).toBeNull());
    expect(core.notifications.toasts.addSuccess).toHaveBeenCalledWith({
      title: 'Deleted “minilm-l6”',
      text: 'Group “embeddings” is now empty.',
    });
  });

  it('asks anew where a model with this ID is there again', async () => {
    await deleteAnswered(LEFT, LAST);
    server.on(
      'POST /api/ml_models/models/{model_id}/_clean_up',
      httpError(409, 'Something changed.', { reason: 'changed', review: aReview() })
    );
    await user.click(screen.getByTestId('deleteModelRepeat'));
    expect(await screen.findByTestId('deleteModelNotice')).toHaveTextContent('Something changed');
    expect(screen.getByTestId('deleteModelConfirm')).toBeEnabled();
  });
});

describe('a delete whose answer was lost', () => {
  const TIMEOUT = said(504, 'Request timed out', { reason: 'timeout' });

  it('is told as not done where the server found the model, and may be asked for again', async () => {
    const { dialog } = await deleteAnswered(
      httpError(504, 'The response was lost. The model still exists, but may be deleted later.', {
        reason: 'timeout',
        cluster_message: 'Request timed out',
        review: aReview(),
      })
    );
    const notice = screen.getByTestId('deleteModelNotice');
    expect(notice).toHaveTextContent('The model still exists');
    expect(notice).toHaveTextContent('Response: “Request timed out”');
    expect(dialog).toHaveTextContent('Nothing uses this model.');
    expect(screen.getByTestId('deleteModelConfirm')).toBeEnabled();
  });

  it('is looked up, in vain at first: then the model is still there', async () => {
    const { dialog } = await deleteAnswered(TIMEOUT);
    expect(dialog).toHaveTextContent('Couldn’t confirm the deletion.');
    server.on('GET /api/ml_models/models/{model_id}/review', TIMEOUT);
    await checkAgain();
    await waitFor(() => expect(screen.getByTestId('deleteModelCheckAgain')).toBeVisible());
    expect(dialog).toHaveTextContent('Couldn’t confirm the deletion.');

    const slow = pending<Review>();
    server.on('GET /api/ml_models/models/{model_id}/review', () => slow.promise);
    await checkAgain();
    await waitFor(() =>
      expect(dialog).toHaveTextContent('Checking whether the model still exists…')
    );
    slow.resolve(aReview());
    expect(await screen.findByTestId('deleteModelNotice')).toHaveTextContent(
      'The model still exists. It wasn’t deleted.'
    );
    expect(server.sentTo('DELETE', `/api/ml_models/models/${model.id}`)).toHaveLength(1);
  });

  it('is looked up: then the model is gone, by this delete', async () => {
    const { core } = await deleteAnswered(TIMEOUT);
    const gone = 'Failed to find model with the provided model id';
    server.on(
      'GET /api/ml_models/models/{model_id}/review',
      said(404, gone, { reason: 'not_found' })
    );
    await checkAgain();
    await expectClosed();
    expect(core.notifications.toasts.addSuccess).toHaveBeenCalledWith({
      title: 'Deleted “minilm-l6”',
      text: 'The response was lost, but the model was deleted.',
    });
  });
});

describe('what could not be checked', () => {
  it.each([
    [
      SAFE_DELETE_ON,
      'ML Commons still refuses the delete if a pipeline or agent has this ID under model_id.',
    ],
    [SAFE_DELETE_OFF, 'nothing else checks these before the delete.'],
  ])('is told with what else looks there', async (setting, words) => {
    await openDialog(
      aReview({ conditions: ['incomplete'], coverage: INGEST_FORBIDDEN, safe_delete: setting })
    );
    expect(screen.getByTestId('deleteModelGuard')).toHaveTextContent(words);
  });

  it('is told without that where it isn’t known whether safe delete is on', async () => {
    const setting = { ...SAFE_DELETE_OFF, enabled: null, detail: 'no permissions' };
    await openDialog(
      aReview({ conditions: ['incomplete'], coverage: INGEST_FORBIDDEN, safe_delete: setting })
    );
    expect(screen.getByTestId('safeDeleteNotChecked')).toHaveTextContent('no permissions');
    expect(screen.queryByTestId('deleteModelGuard')).toBeNull();
  });
});
