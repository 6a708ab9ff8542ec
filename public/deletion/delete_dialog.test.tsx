import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DeleteModelAnswer } from '../../common/contracts/deletion';
import type { Review } from '../../common/dependents/review';
import { FakeServer, httpError, networkError, pending } from '../test_support/fake_server';
import {
  aList,
  aModel,
  aReview,
  BLOCKING_PIPELINE,
  BREAKING_AGENT,
  FINGERPRINT,
  FORBIDDEN_WORDS,
  INGEST_FORBIDDEN,
  LAST_IN_GROUP,
  SAFE_DELETE_OFF,
  SAFE_DELETE_ON,
} from '../test_support/fixtures';
import { renderApplication } from '../test_support/render_application';

const model = aModel();
const other = aModel({ id: 'other', name: 'other' });
const DELETE = `/api/ml_models/models/${model.id}`;
const DOCS_INDEX = { kind: 'index', id: 'docs', name: 'docs', through: 'default_pipeline' };
const DELETED: DeleteModelAnswer = {
  result: 'deleted',
  model_id: model.id,
  model_group: 'kept',
  response: null,
};

let server: FakeServer;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON)
    .on('GET /api/ml_models/models', aList([model, other]));
  user = userEvent.setup();
});

/** Opens the dialog of a model on a review, or on an error where that is answered. */
async function openDialog(review: Review | Error) {
  server.on('GET /api/ml_models/models/{model_id}/review', review);
  const page = renderApplication(server);
  await user.click(await screen.findByTestId(`deleteModel-${model.id}`));
  const dialog = await screen.findByTestId('deleteModelModal');
  await waitFor(() => expect(dialog).not.toHaveTextContent('Looking for everything'));
  return { ...page, dialog };
}

const confirmButton = () => screen.getByTestId('deleteModelConfirm');
const deletes = () => server.sentTo('DELETE', DELETE);
const expectFocusOnCancel = () =>
  waitFor(() => expect(screen.getByTestId('deleteModelCancel')).toHaveFocus());
const expectClosed = () =>
  waitFor(() => expect(screen.queryByTestId('deleteModelModal')).toBeNull());

describe('the dialog while it looks', () => {
  it('offers no delete, has the focus on Cancel, and cancels its request when closed', async () => {
    const slow = pending<Review>();
    server.on('GET /api/ml_models/models/{model_id}/review', () => slow.promise);
    renderApplication(server);
    const opener = await screen.findByTestId(`deleteModel-${model.id}`);
    await user.click(opener);
    await screen.findByText(/Looking for everything/);
    await expectFocusOnCancel();
    expect(screen.queryByTestId('deleteModelConfirm')).toBeNull();
    await user.keyboard('{Escape}');
    await expectClosed();
    expect(server.sentTo('GET', `${DELETE}/review`)[0]?.signal?.aborted).toBe(true);
    await waitFor(() => expect(opener).toHaveFocus());
  });

  it('says in the cluster’s words why it could not check, and checks again', async () => {
    const { dialog } = await openDialog(
      httpError(504, 'OpenSearch did not answer in time.', {
        reason: 'timeout',
        cluster_message: 'Request timed out',
      })
    );
    expect(dialog).toHaveTextContent('Request timed out');
    expect(screen.queryByTestId('deleteModelConfirm')).toBeNull();
    server.on('GET /api/ml_models/models/{model_id}/review', aReview());
    await user.click(screen.getByTestId('deleteModelCheckAgain'));
    expect(await screen.findByText('Nothing uses it.')).toBeVisible();
    await expectFocusOnCancel();
  });
});

describe('a model that nothing uses', () => {
  it('says what was checked, deletes on that review, and takes the row away at once', async () => {
    const { dialog, core } = await openDialog(
      aReview({
        model_group: LAST_IN_GROUP,
      })
    );
    expect(dialog).toHaveTextContent('Checked: ingest pipelines, search pipelines, agents.');
    expect(dialog).toHaveTextContent('the group is deleted with it');
    await expectFocusOnCancel();

    const listAfter = pending<ReturnType<typeof aList>>();
    server
      .on('DELETE /api/ml_models/models/{model_id}', { ...DELETED, model_group: 'deleted' })
      .on('GET /api/ml_models/models', () => listAfter.promise);
    await user.click(confirmButton());
    await expectClosed();
    expect(deletes()[0]?.query).toEqual({ fingerprint: FINGERPRINT });
    await waitFor(() => expect(screen.queryByTestId(`modelRow-${model.id}`)).toBeNull());
    expect(screen.getByTestId('modelRow-other')).toBeVisible();
    expect(core.notifications.toasts.addSuccess).toHaveBeenCalledWith({
      title: 'Deleted “minilm-l6”',
      text: 'It was the last version: its group “embeddings” was deleted too.',
    });
    await waitFor(() =>
      expect(document.activeElement?.closest('[aria-label="All models"]')).not.toBeNull()
    );
    listAfter.resolve(aList([other]));
  });

  it('deletes without asking anew where what was shown only became less', async () => {
    const less = aReview({ conditions: ['breaks'], fingerprint: 'b2'.repeat(32) });
    const changed = httpError(409, 'Something changed.', { reason: 'changed', review: less });
    const { dialog } = await openDialog(
      aReview({ dependents: [BREAKING_AGENT], conditions: ['breaks'] })
    );
    server.on('DELETE /api/ml_models/models/{model_id}', ({ query }) =>
      query?.fingerprint === FINGERPRINT ? changed : DELETED
    );
    await user.type(within(dialog).getByTestId('deleteModelName'), model.name);
    await user.click(confirmButton());
    await expectClosed();
    expect(deletes().map(({ query }) => query)).toEqual([
      { fingerprint: FINGERPRINT, accept: ['breaks'] },
      { fingerprint: less.fingerprint, accept: ['breaks'] },
    ]);
  });

  it('gives up where the review is another each time', async () => {
    const { dialog } = await openDialog(aReview({ dependents: [BREAKING_AGENT] }));
    server.on('DELETE /api/ml_models/models/{model_id}', () => {
      const review = aReview({ fingerprint: `${deletes().length}`.repeat(64) });
      return httpError(409, 'Something changed.', { reason: 'changed', review });
    });
    await user.click(confirmButton());
    await waitFor(() => expect(dialog).toHaveTextContent('Something changed since you looked'));
    expect(deletes()).toHaveLength(4);
  });

  it('names the versions that were registered in its group while that was deleted', async () => {
    const { core } = await openDialog(
      aReview({
        model_group: LAST_IN_GROUP,
      })
    );
    server.on('DELETE /api/ml_models/models/{model_id}', {
      ...DELETED,
      model_group: 'deleted',
      versions_without_group: ['v4'],
    });
    await user.click(confirmButton());
    await expectClosed();
    expect(core.notifications.toasts.addSuccess).toHaveBeenCalledWith({
      title: 'Deleted “minilm-l6”',
      text: expect.stringContaining('others registered a version in it: v4.') as string,
    });
  });

  it.each([
    ['kept', 'Its group “embeddings” was kept.'],
    [
      'unknown',
      'The connection to the cluster was lost before it told whether the group “embeddings” was deleted too.',
    ],
  ] as const)('says of a group that was to go with it that it is %s', async (became, text) => {
    const { core } = await openDialog(
      aReview({
        model_group: LAST_IN_GROUP,
      })
    );
    server.on('DELETE /api/ml_models/models/{model_id}', { ...DELETED, model_group: became });
    await user.click(confirmButton());
    await expectClosed();
    expect(core.notifications.toasts.addSuccess).toHaveBeenCalledWith({
      title: 'Deleted “minilm-l6”',
      text,
    });
  });

  it('can’t be closed while it deletes, and keeps the focus inside', async () => {
    const { dialog } = await openDialog(aReview());
    const slow = pending<DeleteModelAnswer>();
    server.on('DELETE /api/ml_models/models/{model_id}', () => slow.promise);
    await user.click(confirmButton());
    await waitFor(() => expect(screen.getByText('Deleting …')).toBeVisible());
    await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
    await user.keyboard('{Escape}');
    await user.click(within(dialog).getByRole('button', { name: 'Closes this modal window' }));
    expect(screen.getByTestId('deleteModelModal')).toBeVisible();
    expect(screen.getByTestId('deleteModelCancel')).toBeDisabled();
    slow.resolve(DELETED);
    await expectClosed();
    expect(deletes()).toHaveLength(1);
  });
});

describe('a model in use', () => {
  it('can’t be deleted where ML Commons refuses: who blocks is told from what would break', async () => {
    const { dialog } = await openDialog(
      aReview({
        conditions: ['refused', 'undeploy_first', 'breaks'],
        dependents: [{ ...BLOCKING_PIPELINE, impact: [DOCS_INDEX] }, BREAKING_AGENT],
      })
    );
    expect(dialog).toHaveTextContent('It is deployed, too');
    expect(dialog).toHaveTextContent('Behind them: 1 index');
    expect(dialog).toHaveTextContent('1 resource uses it, and safe delete is on');
    expect(dialog).toHaveTextContent('Ingest pipelines (1)');
    expect(screen.getByTestId('deleteModelDependent-ingest_pipeline-embed-docs')).toHaveTextContent(
      'processors[0].text_embedding.model_id'
    );
    expect(dialog).toHaveTextContent('Would break too, though ML Commons doesn’t check');
    expect(screen.getByTestId('deleteModelDependent-agent-r1')).toHaveTextContent('llm.model_id');
    expect(screen.queryByTestId('deleteModelConfirm')).toBeNull();
    server.on('GET /api/ml_models/models/{model_id}/review', aReview());
    await user.click(screen.getByTestId('deleteModelCheckAgain'));
    await waitFor(() => expect(confirmButton()).toBeEnabled());
  });

  it('goes only when its name is typed, where nothing would stop the delete', async () => {
    await openDialog(
      aReview({
        conditions: ['breaks'],
        dependents: [BLOCKING_PIPELINE],
        safe_delete: SAFE_DELETE_OFF,
      })
    );
    expect(confirmButton()).toBeDisabled();
    await user.type(screen.getByTestId('deleteModelName'), 'minilm');
    expect(confirmButton()).toBeDisabled();
    await user.type(screen.getByTestId('deleteModelName'), '-l6');
    server.on('DELETE /api/ml_models/models/{model_id}', DELETED);
    await user.click(confirmButton());
    await expectClosed();
    expect(deletes()[0]?.query).toEqual({ fingerprint: FINGERPRINT, accept: ['breaks'] });
  });

  it('shows all conditions together, and accepts just those that it showed', async () => {
    const { dialog } = await openDialog(
      aReview({
        model: aModel({ state: 'DEPLOYED', current_worker_node_count: 3 }),
        conditions: ['undeploy_first', 'incomplete', 'breaks'],
        dependents: [BREAKING_AGENT],
        coverage: INGEST_FORBIDDEN,
      })
    );
    expect(dialog).toHaveTextContent('It is deployed on 3 nodes');
    expect(within(dialog).getByTestId('notChecked-ingest_pipeline')).toHaveTextContent(
      FORBIDDEN_WORDS
    );
    expect(within(dialog).getByTestId('deleteModelDependent-agent-r1')).toBeVisible();
    expect(dialog).toHaveTextContent('Checked: search pipelines, agents.');
    await user.type(screen.getByTestId('deleteModelName'), 'minilm-l6');
    expect(confirmButton()).toBeDisabled();
    await user.click(screen.getByTestId('deleteModelUndeploy'));
    expect(confirmButton()).toHaveTextContent('Undeploy and delete');
    server
      .on('POST /api/ml_models/models/{model_id}/_undeploy', {
        model_id: model.id,
        state: 'UNDEPLOYED',
        auto_deploy: true,
        nodes: [],
      })
      .on('DELETE /api/ml_models/models/{model_id}', DELETED);
    await user.click(confirmButton());
    await expectClosed();
    expect(deletes()[0]?.query).toEqual({
      fingerprint: FINGERPRINT,
      accept: ['breaks', 'incomplete'],
      undeployed: true,
    });
  });

  it('draws the first fifty of very many, and counts the others', async () => {
    const many = Array.from({ length: 120 }, (_, number) => ({
      ...BLOCKING_PIPELINE,
      id: `p${number}`,
      name: `p${number}`,
    }));
    const { dialog } = await openDialog(aReview({ conditions: ['refused'], dependents: many }));
    expect(dialog).toHaveTextContent('Ingest pipelines (120)');
    expect(within(dialog).getAllByTestId(/^deleteModelDependent-/)).toHaveLength(50);
    await user.click(within(dialog).getByRole('button', { name: /^And 70 more/ }));
    expect(within(dialog).getAllByTestId(/^deleteModelDependent-/)).toHaveLength(100);
  });

  it('stays open when Escape closes a menu in it', async () => {
    server.on('GET /api/ml_models/dependents/{kind}/{id}', {
      kind: 'ingest_pipeline',
      id: BLOCKING_PIPELINE.id,
      definition: {},
      requests: { show: 'GET /_ingest/pipeline/embed-docs', remove_reference: null },
    });
    const dependents = [BLOCKING_PIPELINE];
    const { dialog } = await openDialog(aReview({ conditions: ['refused'], dependents }));
    await user.click(within(dialog).getByRole('button', { name: /^Copy fix for/ }));
    await screen.findByTestId('copyShowRequest');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('copyShowRequest')).toBeNull());
    expect(dialog).toBeVisible();
    await user.keyboard('{Escape}');
    await expectClosed();
  });
});

describe('a delete that did not happen', () => {
  async function deleteAnswered(answer: Error) {
    const opened = await openDialog(aReview());
    server.on('DELETE /api/ml_models/models/{model_id}', answer);
    await user.click(confirmButton());
    await waitFor(() => expect(opened.dialog).not.toHaveTextContent('Deleting …'));
    return opened;
  }

  it('shows what changed, and asks anew on the new review', async () => {
    const now = aReview({
      conditions: ['breaks'],
      dependents: [BREAKING_AGENT],
      fingerprint: 'b2'.repeat(32),
    });
    await deleteAnswered(httpError(409, 'Something changed.', { reason: 'changed', review: now }));
    expect(screen.getByTestId('deleteModelNotice')).toHaveTextContent('+ agent “router”');
    await expectFocusOnCancel();
    await user.type(screen.getByTestId('deleteModelName'), 'minilm-l6');
    server.on('DELETE /api/ml_models/models/{model_id}', DELETED);
    await user.click(confirmButton());
    await expectClosed();
    expect(deletes()[1]?.query).toEqual({ fingerprint: now.fingerprint, accept: ['breaks'] });
  });

  it('shows ML Commons’ refusal, and offers no delete even where the review is clear', async () => {
    const words = '2 agents are still using this model, please delete or update the agents first';
    const { dialog } = await deleteAnswered(
      httpError(409, 'ML Commons refuses.', {
        reason: 'refused',
        cluster_message: words,
        review: aReview(),
      })
    );
    expect(screen.getByTestId('deleteModelNotice')).toHaveTextContent(words);
    expect(dialog).toHaveTextContent('ML Commons refuses it');
    expect(screen.queryByTestId('deleteModelConfirm')).toBeNull();
  });

  it('stays open on a 403, with the cluster’s words and what they mean', async () => {
    const words = "User doesn't have privilege to perform this operation on this model";
    const { dialog } = await deleteAnswered(
      httpError(403, words, { reason: 'forbidden', cluster_message: words, cause: 'others_model' })
    );
    expect(dialog).toHaveTextContent('The model was not deleted.');
    expect(dialog).toHaveTextContent(words);
    expect(dialog).toHaveTextContent('its group belongs to others');
    await expectFocusOnCancel();
    expect(screen.getByTestId(`modelRow-${model.id}`)).toBeInTheDocument();
  });

  it('does not claim that nothing happened when the server was not reached', async () => {
    const { dialog, core } = await deleteAnswered(networkError());
    expect(dialog).toHaveTextContent('It is not known whether the model was deleted.');
    const gone = 'Failed to find model with the provided model id';
    server
      .on(
        'GET /api/ml_models/models/{model_id}/review',
        httpError(404, gone, { reason: 'not_found', cluster_message: gone })
      )
      .on('GET /api/ml_models/models', aList([other]));
    await user.click(screen.getByTestId('deleteModelCheckAgain'));
    await expectClosed();
    await waitFor(() => expect(screen.queryByTestId(`modelRow-${model.id}`)).toBeNull());
    expect(core.notifications.toasts.addSuccess).toHaveBeenCalledWith({
      title: 'Deleted “minilm-l6”',
      text: 'The answer to the delete was lost, but the model is gone.',
    });
  });
});

describe('a model that ML Commons can’t read', () => {
  const words = 'Space type must be provided in additional_config for remote text embedding model';

  it('is said to be so, with what uses it and what helps, and can’t be deleted', async () => {
    const { dialog } = await openDialog(
      aReview({
        unreadable: words,
        dependents: [BLOCKING_PIPELINE, BREAKING_AGENT],
        safe_delete: SAFE_DELETE_OFF,
        conditions: ['refused', 'breaks'],
      })
    );
    expect(dialog).toHaveTextContent('Can’t be deleted: ML Commons can’t read this model.');
    expect(dialog).toHaveTextContent(`The cluster said: “${words}”`);
    expect(dialog).toHaveTextContent('model_config.additional_config.space_type');
    expect(dialog).toHaveTextContent('OpenSearch 3.9');
    for (const { kind, id } of [BLOCKING_PIPELINE, BREAKING_AGENT]) {
      expect(screen.getByTestId(`deleteModelDependent-${kind}-${id}`)).toBeInTheDocument();
    }
    expect(screen.queryByTestId('deleteModelConfirm')).toBeNull();
    expect(screen.queryByTestId('deleteModelName')).toBeNull();
    expect(dialog).not.toHaveTextContent('nothing stops it');
    server.on('GET /api/ml_models/models/{model_id}/review', aReview());
    await user.click(screen.getByTestId('deleteModelCheckAgain'));
    await waitFor(() => expect(confirmButton()).toBeEnabled());
    expect(deletes()).toEqual([]);
  });

  it('is told of other parts of its document in other words', async () => {
    const { dialog } = await openDialog(
      aReview({ unreadable: 'Wrong framework type', conditions: ['refused'] })
    );
    expect(dialog).toHaveTextContent('The cluster said: “Wrong framework type”');
    expect(dialog).not.toHaveTextContent('space_type');
    expect(screen.queryByTestId('deleteModelConfirm')).toBeNull();
  });
});
