import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DeleteModelAnswer, ReviewModelsAnswer } from '../../../common/contracts/deletion';
import type { Review } from '../../../common/dependents/review';
import type { Model } from '../../../common/models/model';
import { FakeServer, httpError, networkError, pending } from '../../test_support/fake_server';
import type { Sent } from '../../test_support/fake_server';
import {
  aList,
  aReview,
  aModel,
  BREAKING_AGENT,
  FORBIDDEN_WORDS,
  SAFE_DELETE_ON,
} from '../../test_support/fixtures';
import { renderApplication } from '../../test_support/render_application';
import { aReviewOf, aReviewOfMany } from '../../test_support/run_fixtures';

const listed = ['a', 'b', 'c'].map((id) => aModel({ id, name: `the ${id}` }));
const DELETE_ROUTE = 'DELETE /api/ml_models/models/{model_id}';

let server: FakeServer;
let user: ReturnType<typeof userEvent.setup>;
let there: Model[];

const idIn = ({ path }: Sent) => path.split('/').at(-1) ?? '';
const deletedOf = (sent: Sent): DeleteModelAnswer => {
  there = there.filter(({ id }) => id !== idIn(sent));
  return { result: 'deleted', model_id: idIn(sent), model_group: 'kept', response: null };
};

beforeEach(() => {
  there = [...listed];
  server = new FakeServer()
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON)
    .on('GET /api/ml_models/models', () => aList(there))
    .on(DELETE_ROUTE, deletedOf);
  user = userEvent.setup();
});

async function select(...ids: string[]) {
  for (const id of ids) await user.click(await screen.findByTestId(`checkboxSelectRow-${id}`));
}

/** Selects models and opens the dialog on this review of them. */
async function openDialog(answer: ReviewModelsAnswer | Error, ids = ['a', 'b', 'c']) {
  server.on('POST /api/ml_models/reviews', answer);
  const page = renderApplication(server);
  await select(...ids);
  await user.click(screen.getByTestId('deleteModels'));
  const dialog = await screen.findByTestId('deleteModelsModal');
  await waitFor(() => expect(dialog).not.toHaveTextContent('Checking what uses these models'));
  return { ...page, dialog };
}

/** Lets the server undeploy these, once it was asked whether they are as they were shown. */
function letUndeploy(...reviews: Review[]) {
  const reviewOf = ({ path }: Sent) =>
    reviews.find(({ model }) => path.includes(`/${model.id}/`)) ?? new Error(`No review: ${path}`);
  server
    .on('GET /api/ml_models/models/{model_id}/review', reviewOf)
    .on('POST /api/ml_models/models/{model_id}/_undeploy', {
      model_id: '',
      state: 'UNDEPLOYED',
      auto_deploy: true,
      nodes: [],
    });
}

const confirmButton = () => screen.getByTestId('deleteModelsConfirm');
const deletes = () => server.sent.filter(({ method }) => method === 'DELETE');
const result = (id: string) => screen.getByTestId(`deleteModelsResult-${id}`);
const finished = () => screen.findByTestId('deleteModelsResultCsv');

describe('the selection', () => {
  it('goes over pages and filters, counts what is not shown, and is cleared', async () => {
    renderApplication(server);
    expect(await screen.findByTestId('selectedModels')).toHaveTextContent('3 models');
    expect(screen.queryByTestId('deleteModels')).toBeNull();
    await select('a', 'b');
    expect(screen.getByTestId('deleteModels')).toHaveTextContent('Delete 2 models');
    there = [listed[2] ?? aModel()];
    await user.type(screen.getByTestId('searchModels'), 'c');
    await waitFor(() =>
      expect(screen.getByTestId('selectedModels')).toHaveTextContent('2 selected, 2 not shown')
    );
    await select('c');
    expect(screen.getByTestId('deleteModels')).toHaveTextContent('Delete 3 models');
    await user.click(screen.getByTestId('clearSelection'));
    expect(screen.queryByTestId('deleteModels')).toBeNull();
  });

  it('takes and leaves a whole page', async () => {
    renderApplication(server);
    await select('b');
    await user.click(screen.getByTestId('checkboxSelectAll'));
    expect(screen.getByTestId('selectedModels')).toHaveTextContent('3 selected');
    await user.click(screen.getByTestId('checkboxSelectAll'));
    expect(screen.queryByTestId('deleteModels')).toBeNull();
  });
});

describe('the selection on a phone', () => {
  const { innerWidth } = window;
  afterEach(() => Object.assign(window, { innerWidth }));

  it('takes a whole page from above the cards, which have no head', async () => {
    Object.assign(window, { innerWidth: 500 });
    renderApplication(server);
    await select('b');
    await user.click(screen.getByTestId('selectPage'));
    expect(screen.getByTestId('selectedModels')).toHaveTextContent('3 selected');
    expect(screen.queryByTestId('selectPage')).toBeNull();
  });
});

describe('the dialog of many', () => {
  it('asks once for all, deletes one after the other, and tells what became of each', async () => {
    const { dialog } = await openDialog(
      aReviewOfMany([aReviewOf('a'), aReviewOf('b'), aReviewOf('c')])
    );
    const [asked] = server.sentTo('POST', '/api/ml_models/reviews');
    expect(JSON.parse(asked?.body ?? '')).toEqual({ model_ids: ['a', 'b', 'c'] });
    await waitFor(() => expect(screen.getByTestId('deleteModelsCancel')).toHaveFocus());
    expect(dialog).toHaveTextContent('3 of 3 models will be deleted');
    expect(screen.getByTestId('deleteModelsGroups')).toHaveTextContent('3 groups');
    await user.click(confirmButton());
    await finished();
    expect(deletes().map(idIn)).toEqual(['a', 'b', 'c']);
    expect(deletes().map(({ query }) => query?.fingerprint)).toEqual(['of a', 'of b', 'of c']);
    expect(result('b')).toHaveTextContent('Deleted');
    expect(dialog).toHaveTextContent('3 models deleted');
    await user.click(screen.getByTestId('deleteModelsCancel'));
    await waitFor(() => expect(screen.queryByTestId('modelRow-a')).toBeNull());
    expect(screen.queryByTestId('deleteModelsModal')).toBeNull();
  });

  it('lets go only what nothing stands against, and says why the others stay', async () => {
    const { dialog } = await openDialog(
      aReviewOfMany([aReviewOf('a'), aReviewOf('b', { conditions: ['refused'] })], {
        errors: [{ model_id: 'c', reason: 'not_found', message: 'Failed to find model' }],
      })
    );
    const staying = within(screen.getByTestId('deleteModelsStaying'));
    expect(staying.getByTestId('deleteModelsRow-b')).toHaveTextContent(
      'ML Commons refuses the delete: 1 blocking resource.'
    );
    expect(staying.getByTestId('deleteModelsRow-b')).toHaveTextContent('embed-docs');
    expect(staying.getByTestId('deleteModelsRow-c')).toHaveTextContent(
      'This model was already deleted.'
    );
    expect(dialog).toHaveTextContent('1 of 3 models will be deleted');
    const slow = pending<DeleteModelAnswer>();
    server.on(DELETE_ROUTE, () => slow.promise);
    await user.click(confirmButton());
    await waitFor(() => expect(dialog).toHaveTextContent('Deleting 1 model'));
    slow.resolve({ result: 'deleted', model_id: 'a', model_group: 'kept', response: null });
    await finished();
    expect(deletes().map(idIn)).toEqual(['a']);
    expect(result('b')).toHaveTextContent('ML Commons refuses');
  });

  it('takes each word for the one model that it was said for', async () => {
    const reviews = ['a', 'b'].map((id) =>
      aReviewOf(id, { conditions: ['undeploy_first', 'breaks'] })
    );
    letUndeploy(...reviews);
    await openDialog(aReviewOfMany(reviews), ['a', 'b']);
    expect(confirmButton()).toBeDisabled();
    await user.click(screen.getByTestId('deleteModelsUndeployAll'));
    expect(confirmButton()).toBeDisabled();
    await user.type(screen.getByTestId('deleteModelsName-b'), 'the b');
    expect(screen.getByTestId('deleteModelsName-b')).toHaveFocus();
    const row = screen.getByTestId('deleteModelsRow-b');
    expect(row).toHaveTextContent('Will be deleted');
    expect(row).toHaveTextContent('router');
    expect(screen.getByTestId('deleteModelsRow-a')).not.toHaveTextContent('Will be deleted');
    await user.click(confirmButton());
    await finished();
    expect(deletes().map(({ query }) => query)).toEqual([
      expect.objectContaining({ accept: ['breaks'], undeployed: true }),
    ]);
    expect(deletes().map(idIn)).toEqual(['b']);
  });

  it('deletes the connector that only these models use after the last of them', async () => {
    const connector = (...others: string[]) => ({
      id: 'c1',
      name: 'bedrock',
      users: others.map((id) => ({ kind: 'model', id, name: id })),
      fingerprint: 'f',
    });
    const reviews = [
      aReviewOf('a', { over: { connector: connector('b') } }),
      aReviewOf('b', { over: { connector: connector('a') } }),
    ];
    await openDialog(aReviewOfMany(reviews), ['a', 'b']);
    server.on(
      'DELETE /api/ml_models/connectors/{connector_id}',
      httpError(409, 'The connector is in use by the a.', { reason: 'refused' })
    );
    await user.click(screen.getByTestId('deleteModelConnector'));
    await user.click(confirmButton());
    await finished();
    expect(deletes().map(({ path }) => path.split('/').slice(-2).join('/'))).toEqual([
      'models/a',
      'models/b',
      'connectors/c1',
    ]);
    expect(result('b')).toHaveTextContent(
      'Connector “bedrock” wasn’t deleted. The connector is in use by the a.'
    );
    expect(result('a')).not.toHaveTextContent('bedrock');
  });

  it('says what could not be checked, and lets nothing go on that without a word', async () => {
    const incomplete = aReviewOf('a', { conditions: ['incomplete'] });
    await openDialog(aReviewOfMany([incomplete]), ['a']);
    expect(screen.getByTestId('notChecked-ingest_pipeline')).toHaveTextContent(FORBIDDEN_WORDS);
    expect(confirmButton()).toBeDisabled();
    expect(confirmButton()).toHaveTextContent('Delete models');
    expect(confirmButton()).toHaveAccessibleDescription('Confirm at least one model to continue.');
    server.on('POST /api/ml_models/reviews', aReviewOfMany([aReviewOf('a')]));
    await user.click(screen.getByTestId('deleteModelsCheckAgain'));
    await waitFor(() => expect(confirmButton()).toBeEnabled());
  });

  it('holds what guards until what it guards may go', async () => {
    const answer = aReviewOfMany([
      aReviewOf('a', { conditions: ['breaks'] }),
      aReviewOf('b', { users: ['a'] }),
    ]);
    await openDialog(answer, ['a', 'b']);
    expect(screen.getByTestId('deleteModelsRow-b')).toHaveTextContent(
      'Not deleted as long as these models use it as a guardrail: “the a”.'
    );
    expect(confirmButton()).toBeDisabled();
    expect(screen.queryByTestId('deleteModelsFree')).toBeNull();
    await user.type(screen.getByTestId('deleteModelsName-a'), 'the a');
    expect(screen.getByTestId('deleteModelsFree')).toHaveTextContent(/^1 model ready to delete/);
    expect(screen.queryByTestId('deleteModelsWaiting')).toBeNull();
    expect(confirmButton()).toHaveTextContent('Delete 2 models');
  });

  it('says that none can be deleted where nothing can be confirmed', async () => {
    const refused = aReviewOf('a', { conditions: ['refused'] });
    await openDialog(aReviewOfMany([refused]), ['a']);
    expect(confirmButton()).toBeDisabled();
    expect(confirmButton()).toHaveAccessibleDescription('None of these models can be deleted now.');
  });

  it('says in the cluster’s words why it could not check', async () => {
    const { dialog } = await openDialog(
      httpError(503, 'Couldn’t reach OpenSearch.', {
        reason: 'unreachable',
        cluster_message: 'connect ECONNREFUSED',
      })
    );
    expect(dialog).toHaveTextContent('connect ECONNREFUSED');
    expect(screen.queryByTestId('deleteModelsConfirm')).toBeNull();
    server.on('POST /api/ml_models/reviews', aReviewOfMany([aReviewOf('a')]));
    await user.click(screen.getByTestId('deleteModelsCheckAgain'));
    await waitFor(() => expect(confirmButton()).toBeEnabled());
  });
});

describe('a run of deletes', () => {
  const three = aReviewOfMany([aReviewOf('a'), aReviewOf('b'), aReviewOf('c')]);

  it('can’t be closed by accident, and stops after the delete under way', async () => {
    const slow = pending<DeleteModelAnswer>();
    server.on(DELETE_ROUTE, () => slow.promise);
    const { dialog } = await openDialog(three);
    await user.click(confirmButton());
    await waitFor(() => expect(screen.getByTestId('deleteModelsStop')).toHaveFocus());
    expect(dialog).toHaveTextContent('Deleting “the a”: 1 of 3');
    await user.keyboard('{Escape}');
    expect(screen.getByTestId('deleteModelsModal')).toBeVisible();
    await user.click(screen.getByTestId('deleteModelsStop'));
    expect(dialog).toHaveTextContent('Stopping');
    slow.resolve({ result: 'deleted', model_id: 'a', model_group: 'deleted', response: null });
    await finished();
    expect(deletes()).toHaveLength(1);
    expect(result('a')).toHaveTextContent('Deleted, with its group');
    expect(result('b')).toHaveTextContent('Not started');
    expect(dialog).toHaveTextContent('1 model deleted, 2 not deleted');
  });

  it('goes on after a model that can’t go, and reviews those still there again', async () => {
    const review = aReview({ model: listed[1], dependents: [BREAKING_AGENT] });
    const changed = httpError(409, 'Something changed.', { reason: 'changed', review });
    server.on(DELETE_ROUTE, (sent) => (idIn(sent) === 'b' ? changed : deletedOf(sent)));
    await openDialog(three);
    await user.click(confirmButton());
    await finished();
    expect(result('b')).toHaveTextContent('Not deleted: something changed');
    expect(result('b')).toHaveTextContent('router');
    expect(result('c')).toHaveTextContent('Deleted');
    server.on('POST /api/ml_models/reviews', aReviewOfMany([aReviewOf('b')]));
    await user.click(screen.getByTestId('deleteModelsRest'));
    await screen.findByTestId('deleteModelsRow-b');
    const asked = server.sentTo('POST', '/api/ml_models/reviews').at(-1);
    expect(JSON.parse(asked?.body ?? '')).toEqual({ model_ids: ['b'] });
  });

  it('says what it has undeployed and not deleted, and deploys it again', async () => {
    const deployed = ['a', 'b'].map((id) => aReviewOf(id, { conditions: ['undeploy_first'] }));
    letUndeploy(...deployed);
    const refusal = ({ path }: Sent) => {
      const id = path.split('/').at(-1) ?? '';
      const review = aReview({ model: { ...listed[0], id, state: 'UNDEPLOYED' } as Model });
      return httpError(409, 'ML Commons refuses.', { reason: 'refused', review });
    };
    server.on(DELETE_ROUTE, (sent) =>
      idIn(sent) === 'a' ? refusal(sent) : httpError(403, 'no', { reason: 'forbidden' })
    );
    await openDialog(aReviewOfMany([...deployed, aReviewOf('c')]));
    await user.click(screen.getByTestId('deleteModelsUndeployAll'));
    await user.click(confirmButton());
    await finished();
    expect(result('a')).toHaveTextContent('Undeployed, but not deleted');
    expect(result('a')).toHaveTextContent('Its dependents may fail until you deploy');
    expect(result('b')).toHaveTextContent('Not deleted, but maybe undeployed');
    expect(result('b')).toHaveTextContent('may have undeployed the model');
    expect(result('c')).not.toHaveTextContent('undeployed');
    const answer = { model_id: 'a', state: 'DEPLOYED' };
    server.on('POST /api/ml_models/models/{model_id}/_deploy', answer);
    await user.click(screen.getByTestId('deployAgain-a'));
    await screen.findByTestId('deployedAgain-a');
  });

  it('breaks off when nobody answers any more, and says so', async () => {
    server.on(DELETE_ROUTE, networkError());
    const { dialog } = await openDialog(three);
    await user.click(confirmButton());
    await finished();
    expect(screen.getByTestId('deleteModelsBrokenOff')).toBeVisible();
    expect(result('a')).toHaveTextContent('Couldn’t confirm the deletion');
    expect(dialog).toHaveTextContent('No model deleted, 2 not deleted, 1 not confirmed');
    expect(deletes()).toHaveLength(1);
  });

  it('sends no further delete once its page is gone', async () => {
    const slow = pending<DeleteModelAnswer>();
    server.on(DELETE_ROUTE, () => slow.promise);
    const { unmount } = await openDialog(three);
    await user.click(confirmButton());
    await waitFor(() => expect(deletes()).toHaveLength(1));
    unmount();
    slow.resolve({ result: 'deleted', model_id: 'a', model_group: 'kept', response: null });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(deletes()).toHaveLength(1);
  });
});
