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
  await waitFor(() => expect(dialog).not.toHaveTextContent('Checking what uses this model'));
  return { ...page, dialog };
}

const confirmButton = () => screen.getByTestId('deleteModelConfirm');
const deletes = () => server.sentTo('DELETE', DELETE);
/** The reason is beside the button, and read out with it. */
function expectDisabled(reason: string) {
  expect(confirmButton()).toBeDisabled();
  expect(screen.getByTestId('deleteDisabledReason')).toHaveTextContent(reason);
  expect(confirmButton()).toHaveAccessibleDescription(reason);
}
function expectEnabled() {
  expect(confirmButton()).toBeEnabled();
  expect(screen.queryByTestId('deleteDisabledReason')).toBeNull();
  expect(confirmButton()).not.toHaveAccessibleDescription();
}
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
    await screen.findByText(/Checking what uses this model/);
    await expectFocusOnCancel();
    expect(screen.queryByTestId('deleteModelConfirm')).toBeNull();
    await user.keyboard('{Escape}');
    await expectClosed();
    expect(server.sentTo('GET', `${DELETE}/review`)[0]?.signal?.aborted).toBe(true);
    await waitFor(() => expect(opener).toHaveFocus());
  });

  it('says in the cluster’s words why it could not check, and checks again', async () => {
    const { dialog } = await openDialog(
      httpError(504, 'OpenSearch didn’t respond in time.', {
        reason: 'timeout',
        cluster_message: 'Request timed out',
      })
    );
    expect(dialog).toHaveTextContent('Request timed out');
    expect(screen.queryByTestId('deleteModelConfirm')).toBeNull();
    server.on('GET /api/ml_models/models/{model_id}/review', aReview());
    await user.click(screen.getByTestId('deleteModelCheckAgain'));
    expect(await screen.findByText('Nothing uses this model.')).toBeVisible();
    await expectFocusOnCancel();
  });
});

describe('the connector of a model', () => {
  const CONNECTOR = { id: 'c1', name: 'bedrock', users: [], fingerprint: FINGERPRINT };
  const CONNECTOR_ROUTE = 'DELETE /api/ml_models/connectors/{connector_id}';
  const connectorDeletes = () => server.sentTo('DELETE', '/api/ml_models/connectors/c1');

  it('is deleted with it where that is chosen, and the toast says so', async () => {
    const { core } = await openDialog(aReview({ connector: CONNECTOR }));
    server
      .on('DELETE /api/ml_models/models/{model_id}', DELETED)
      .on(CONNECTOR_ROUTE, { result: 'deleted', connector_id: 'c1' });
    const choice = screen.getByRole('checkbox', { name: /connector “bedrock”/ });
    expect(choice).not.toBeChecked();
    await user.click(choice);
    await user.click(confirmButton());
    await expectClosed();
    expect(connectorDeletes()).toMatchObject([{ query: { fingerprint: FINGERPRINT } }]);
    expect(core.notifications.toasts.addSuccess).toHaveBeenCalledWith({
      title: 'Deleted “minilm-l6”',
      text: 'Connector “bedrock” was deleted.',
    });
  });

  it('stays where that isn’t chosen', async () => {
    await openDialog(aReview({ connector: CONNECTOR }));
    server.on('DELETE /api/ml_models/models/{model_id}', DELETED);
    await user.click(confirmButton());
    await expectClosed();
    expect(connectorDeletes()).toEqual([]);
  });

  it('is warned of where it was not deleted, with why', async () => {
    const { core } = await openDialog(aReview({ connector: CONNECTOR }));
    server
      .on('DELETE /api/ml_models/models/{model_id}', DELETED)
      .on(
        CONNECTOR_ROUTE,
        httpError(409, 'The connector is in use by router.', { reason: 'refused' })
      );
    await user.click(screen.getByTestId('deleteModelConnector'));
    await user.click(confirmButton());
    await expectClosed();
    expect(core.notifications.toasts.addWarning).toHaveBeenCalledWith({
      title: 'Deleted “minilm-l6”',
      text: 'Connector “bedrock” wasn’t deleted. The connector is in use by router.',
    });
  });

  it.each([
    [
      'something else uses it',
      {
        users: ['router', 'planner', 'chat', 'bot'].map((id) => ({ kind: 'agent', id, name: id })),
      },
      /Connector “bedrock” isn’t deleted. It is also used by router, planner, chat, 1 more/,
    ],
    ['the models that use it could not be looked for', { users: null }, /could be checked/],
    ['it can’t be read', { fingerprint: null }, /couldn’t be read/],
  ])('is not offered where %s', async (_, over, text) => {
    const { dialog } = await openDialog(aReview({ connector: { ...CONNECTOR, ...over } }));
    expect(screen.queryByTestId('deleteModelConnector')).toBeNull();
    expect(dialog).toHaveTextContent(text);
  });
});

describe('a model whose ID a user has given', () => {
  it.each([
    ['says that the next one with the ID is used by what references it', 'our-embedder', true],
    ['says nothing of that where ML Commons made the ID', 'aB3xyz0123456789abcd', false],
  ])('%s', async (_, id, isSaid) => {
    const { dialog } = await openDialog(
      aReview({ model: aModel({ id }), conditions: ['breaks'], dependents: [BREAKING_AGENT] })
    );
    const text = 'The next model that is registered with the ID';
    if (isSaid) {
      expect(dialog).toHaveTextContent(`${text} our-embedder will be used by 1 resource`);
    } else expect(dialog).not.toHaveTextContent(text);
  });
});

describe('a model that something else has made', () => {
  it('names the workflow that makes it again, and the agent that it belongs to', async () => {
    const { dialog } = await openDialog(
      aReview({
        model: aModel({ name: 'Auto-generated model for planner' }),
        conditions: ['breaks'],
        dependents: [
          BREAKING_AGENT,
          {
            ...{ kind: 'workflow', id: 'w1', name: 'rag-setup', impact: [] },
            references: [{ path: 'resources_created[0].resource_id', enforcement: 'breaks' }],
          },
        ],
      })
    );
    expect(within(dialog).getByTestId('modelOrigin')).toHaveTextContent(
      'ML Commons made this model for agent router. Delete it with the agent.' +
        'Made by workflow rag-setup, which makes it again when it is provisioned.'
    );
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
    expect(dialog).toHaveTextContent(
      'Last version in group “embeddings”: the group is deleted too.'
    );
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
      text: 'Group “embeddings” was deleted with its last version.',
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
    await waitFor(() => expect(dialog).toHaveTextContent('Something changed since the review'));
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
    ['kept', 'Group “embeddings” wasn’t deleted.'],
    [
      'unknown',
      'The connection was lost. Couldn’t confirm whether group “embeddings” was deleted.',
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
    await waitFor(() => expect(screen.getByText('Deleting the model…')).toBeVisible());
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
    expect(dialog).toHaveTextContent('The model is also deployed.');
    expect(dialog).toHaveTextContent('Also affected: 1 index');
    expect(dialog).toHaveTextContent('Can’t delete yet: 1 blocking resource.');
    expect(dialog).toHaveTextContent(
      'ML Commons refuses the delete because of the blocking resources.'
    );
    const pipeline = screen.getByTestId('dependent-ingest_pipeline-embed-docs');
    for (const words of ['Blocking', 'Ingest pipeline', 'processors[0].text_embedding.model_id']) {
      expect(pipeline).toHaveTextContent(words);
    }
    expect(dialog).toHaveTextContent('ML Commons doesn’t check the resources that would break.');
    const agent = screen.getByTestId('dependent-agent-r1');
    for (const words of ['Would break', 'Agent', 'llm.model_id']) {
      expect(agent).toHaveTextContent(words);
    }
    expect(within(dialog).getAllByTestId(/^dependent-/)).toEqual([pipeline, agent]);
    expect(screen.queryByTestId('deleteModelConfirm')).toBeNull();
    server.on('GET /api/ml_models/models/{model_id}/review', aReview());
    await user.click(screen.getByTestId('deleteModelCheckAgain'));
    await waitFor(() => expect(confirmButton()).toBeEnabled());
  });

  it('goes only when its name is typed, where nothing would stop the delete', async () => {
    const { dialog } = await openDialog(
      aReview({
        conditions: ['breaks'],
        dependents: [BLOCKING_PIPELINE],
        safe_delete: SAFE_DELETE_OFF,
      })
    );
    expect(dialog).toHaveTextContent('Deleting this model would break 1 resource.');
    expect(dialog).toHaveTextContent(
      'Safe delete is off: ML Commons deletes the model without checking what uses it.'
    );
    expectDisabled('Type the name to continue.');
    await user.type(screen.getByTestId('deleteModelName'), 'minilm');
    expectDisabled('Type the name to continue.');
    await user.type(screen.getByTestId('deleteModelName'), '-l6');
    expectEnabled();
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
    // what would break is said before what is deployed
    expect(dialog).toHaveTextContent('Deleting this model would break 1 resource.');
    expect(
      within(dialog).getByLabelText('Undeploy the model from 3 nodes, then delete it')
    ).not.toBeChecked();
    expect(within(dialog).getByTestId('notChecked-ingest_pipeline')).toHaveTextContent(
      FORBIDDEN_WORDS
    );
    expect(within(dialog).getByTestId('dependent-agent-r1')).toBeVisible();
    expect(dialog).toHaveTextContent('Checked: search pipelines, agents.');
    expectDisabled('Select the undeploy and type the name to continue.');
    await user.type(screen.getByTestId('deleteModelName'), 'minilm-l6');
    expectDisabled('Select the undeploy to continue.');
    await user.click(screen.getByTestId('deleteModelUndeploy'));
    expectEnabled();
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

  it('says first on how many nodes a model is that nothing uses', async () => {
    const { dialog } = await openDialog(
      aReview({
        model: aModel({ state: 'DEPLOYED', current_worker_node_count: 3 }),
        conditions: ['undeploy_first'],
      })
    );
    expect(dialog).toHaveTextContent('Nothing uses this model. Deployed on 3 nodes.');
    expectDisabled('Select the undeploy to continue.');
    await user.click(screen.getByTestId('deleteModelUndeploy'));
    expectEnabled();
  });

  it('draws fifty of very many, the others on further pages, and finds one by name', async () => {
    const many = Array.from({ length: 120 }, (_, number) => ({
      ...BLOCKING_PIPELINE,
      id: `p${number}`,
      name: `p${number}`,
    }));
    const { dialog } = await openDialog(aReview({ conditions: ['refused'], dependents: many }));
    const shown = () =>
      within(dialog)
        .getAllByTestId(/^dependent-/)
        .map(({ dataset }) => dataset.testSubj);
    const pipelines = many.map(({ id }) => `dependent-ingest_pipeline-${id}`);
    expect(dialog).toHaveTextContent('Can’t delete yet: 120 blocking resources.');
    expect(shown()).toEqual(pipelines.slice(0, 50));
    await user.click(within(dialog).getByRole('link', { name: /^Next page/ }));
    expect(shown()).toEqual(pipelines.slice(50, 100));
    await user.click(within(dialog).getByRole('link', { name: /^Next page/ }));
    expect(shown()).toEqual(pipelines.slice(100));
    await user.type(within(dialog).getByTestId('searchDependents'), 'p77');
    await waitFor(() => expect(shown()).toEqual(['dependent-ingest_pipeline-p77']));
  });

  it('leads to another model in the place of one that is in use', async () => {
    const { dialog } = await openDialog(
      aReview({ conditions: ['refused'], dependents: [BLOCKING_PIPELINE] })
    );
    expect(within(dialog).getByTestId('replaceInstead')).toHaveAttribute(
      'href',
      `/app/ml-models/models/${model.id}/replace`
    );
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
    await waitFor(() => expect(opened.dialog).not.toHaveTextContent('Deleting the model…'));
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
    expect(dialog).toHaveTextContent('Can’t delete yet: ML Commons refuses.');
    expect(screen.queryByTestId('deleteModelConfirm')).toBeNull();
  });

  it('stays open on a 403, with the cluster’s words and what they mean', async () => {
    const words = "User doesn't have privilege to perform this operation on this model";
    const { dialog } = await deleteAnswered(
      httpError(403, words, { reason: 'forbidden', cluster_message: words, cause: 'others_model' })
    );
    expect(dialog).toHaveTextContent('The model wasn’t deleted.');
    expect(dialog).toHaveTextContent(words);
    expect(dialog).toHaveTextContent('You don’t have access to this model. Ask the group owner');
    await expectFocusOnCancel();
    expect(screen.getByTestId(`modelRow-${model.id}`)).toBeInTheDocument();
  });

  it('does not claim that nothing happened when the server was not reached', async () => {
    const { dialog, core } = await deleteAnswered(networkError());
    expect(dialog).toHaveTextContent('Couldn’t confirm the deletion.');
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
      text: 'The response was lost, but the model was deleted.',
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
    expect(dialog).toHaveTextContent('Can’t delete: ML Commons can’t read this model.');
    expect(dialog).toHaveTextContent(`Cluster response: “${words}”`);
    expect(dialog).toHaveTextContent('model_config.additional_config.space_type');
    expect(dialog).toHaveTextContent('OpenSearch 3.9');
    for (const { kind, id } of [BLOCKING_PIPELINE, BREAKING_AGENT]) {
      expect(screen.getByTestId(`dependent-${kind}-${id}`)).toBeInTheDocument();
    }
    expect(screen.queryByTestId('deleteModelConfirm')).toBeNull();
    expect(screen.queryByTestId('deleteModelName')).toBeNull();
    expect(dialog).toHaveTextContent('These resources use the model.');
    expect(dialog).not.toHaveTextContent('without checking what uses it');
    expect(dialog).not.toHaveTextContent('Deleting this model would break');
    server.on('GET /api/ml_models/models/{model_id}/review', aReview());
    await user.click(screen.getByTestId('deleteModelCheckAgain'));
    await waitFor(() => expect(confirmButton()).toBeEnabled());
    expect(deletes()).toEqual([]);
  });

  it('is told of other parts of its document in other words', async () => {
    const { dialog } = await openDialog(
      aReview({ unreadable: 'Wrong framework type', conditions: ['refused'] })
    );
    expect(dialog).toHaveTextContent('Cluster response: “Wrong framework type”');
    expect(dialog).not.toHaveTextContent('space_type');
    expect(screen.queryByTestId('deleteModelConfirm')).toBeNull();
  });
});
