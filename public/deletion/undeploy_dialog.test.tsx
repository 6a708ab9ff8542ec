import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Undeployed } from '../../common/contracts/deletion';
import { FakeServer, httpError, pending } from '../test_support/fake_server';
import {
  aList,
  aModel,
  aReview,
  FINGERPRINT,
  SAFE_DELETE_OFF,
  SAFE_DELETE_ON,
} from '../test_support/fixtures';
import { renderApplication } from '../test_support/render_application';

const model = aModel({ state: 'DEPLOYED' });
const PATH = `/api/ml_models/models/${model.id}`;
const DEPLOYED = aReview({ model: aModel({ state: 'DEPLOYED' }), conditions: ['undeploy_first'] });
const DEPLOYED_AGAIN = httpError(409, 'The model is deployed.', {
  reason: 'undeploy_first',
  review: DEPLOYED,
});
const read = (over: Partial<Undeployed> = {}): Undeployed => ({
  model_id: model.id,
  state: 'UNDEPLOYED',
  auto_deploy: true,
  nodes: [],
  ...over,
});
const STILL_ON_BETA = read({
  state: 'PARTIALLY_DEPLOYED',
  nodes: [
    { id: 'a', name: 'alpha', state: 'DEPLOYED' },
    { id: 'b', name: 'beta', state: null },
  ],
});

let server: FakeServer;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON)
    .on('GET /api/ml_models/models', aList([model]))
    .on('GET /api/ml_models/models/{model_id}/review', DEPLOYED)
    .on('POST /api/ml_models/models/{model_id}/_undeploy', read())
    .on('DELETE /api/ml_models/models/{model_id}', {
      result: 'deleted',
      model_id: model.id,
      model_group: 'kept',
      response: null,
    });
  user = userEvent.setup();
});

/** Agrees to undeploy and delete. */
async function confirmBoth() {
  renderApplication(server);
  await user.click(await screen.findByTestId(`deleteModel-${model.id}`));
  await user.click(await screen.findByTestId('deleteModelUndeploy'));
  await user.click(screen.getByTestId('deleteModelConfirm'));
  return screen.getByTestId('deleteModelModal');
}

/** Each step is answered with the next of these, the last one for ever. */
function undeployAnswers(...answers: Array<ReturnType<typeof read> | Promise<Undeployed | Error>>) {
  server.on('POST /api/ml_models/models/{model_id}/_undeploy', () => {
    const [answer = read()] = answers.length > 1 ? answers.splice(0, 1) : answers;
    return answer;
  });
}
const deletes = () => server.sentTo('DELETE', PATH);
const steps = () => server.sentTo('POST', `${PATH}/_undeploy`);
const cancel = () => screen.getByTestId('deleteModelCancel');
const expectClosed = () =>
  waitFor(() => expect(screen.queryByTestId('deleteModelModal')).toBeNull());

describe('undeploy and delete', () => {
  it('names the nodes that hold it still, and deletes on the review that was seen', async () => {
    const slow = pending<Undeployed>();
    undeployAnswers(STILL_ON_BETA, slow.promise);
    await confirmBoth();
    const progress = await screen.findByTestId('deleteModelNodes');
    expect(progress).toHaveTextContent('Still on: alpha (Deployed), beta (no response).');
    expect(screen.getByTestId('deleteModelUndeploying')).toHaveTextContent('Partially deployed');
    expect(deletes()).toEqual([]);
    slow.resolve(read());
    await expectClosed();
    expect(steps().map(({ query }) => query)).toEqual([{ wait_seconds: 3 }, { wait_seconds: 3 }]);
    expect(deletes().map(({ query }) => query)).toEqual([
      { fingerprint: FINGERPRINT, undeployed: true },
    ]);
  });

  it('never says none where the nodes are not known', async () => {
    undeployAnswers(read({ state: 'DEPLOYED', nodes: null }), pending<Undeployed>().promise);
    const dialog = await confirmBoth();
    await screen.findByTestId('deleteModelNodes');
    expect(dialog).toHaveTextContent('Couldn’t get the model’s nodes.');
  });

  it('stops when told to: no further step, no delete, and what it has led to', async () => {
    const slow = pending<Undeployed>();
    undeployAnswers(slow.promise);
    const dialog = await confirmBoth();
    await waitFor(() => expect(cancel()).toHaveFocus());
    await user.click(cancel());
    expect(dialog).toHaveTextContent('Stopping');
    expect(cancel()).toBeDisabled();
    await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
    server.on('GET /api/ml_models/models/{model_id}/review', {
      ...DEPLOYED,
      model: aModel({ state: 'PARTIALLY_DEPLOYED' }),
    });
    slow.resolve(STILL_ON_BETA);
    expect(await screen.findByTestId('deleteModelNotice')).toHaveTextContent(
      'The model wasn’t deleted. State: Partially deployed.'
    );
    expect(screen.getByTestId('deleteModelConfirm')).toBeDisabled();
    expect(screen.getByTestId('deleteModelConfirm')).toHaveAccessibleDescription(
      'Select the undeploy to continue.'
    );
    await user.click(cancel());
    await expectClosed();
    expect([steps().length, deletes().length]).toEqual([1, 0]);
  });

  it('is stopped by Escape, not closed', async () => {
    undeployAnswers(pending<Undeployed>().promise);
    const dialog = await confirmBoth();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(dialog).toHaveTextContent('Stopping'));
    expect(dialog).toBeVisible();
  });

  it('says in the cluster’s words why it could not be undeployed, and sends no delete', async () => {
    const words = `No permission to undeploy model ${model.id}`;
    server.on(
      'POST /api/ml_models/models/{model_id}/_undeploy',
      httpError(400, words, { reason: 'rejected', cluster_message: words })
    );
    const dialog = await confirmBoth();
    expect(await screen.findByTestId('deleteModelError')).toHaveTextContent(words);
    expect(dialog).toHaveTextContent('Couldn’t undeploy the model. It wasn’t deleted.');
    expect(deletes()).toEqual([]);
  });

  it('says beside a delete that fails that it is undeployed', async () => {
    const words = 'No.';
    const refused = httpError(403, words, { reason: 'forbidden', cluster_message: words });
    server.on('DELETE /api/ml_models/models/{model_id}', refused);
    const dialog = await confirmBoth();
    await screen.findByTestId('deleteModelError');
    expect(dialog).toHaveTextContent('The model was undeployed for the delete.');
  });
});

describe('a model that calls deploy again', () => {
  const turnOff = () => screen.findByTestId('deleteModelTurnOffAutoDeploy');
  const autoDeploy = (enabled: boolean) => ({ model_id: model.id, enabled });
  const turned = () =>
    server
      .sentTo('PUT', `${PATH}/auto_deploy`)
      .map(({ body }) => JSON.parse(String(body)) as unknown);

  beforeEach(() => {
    server.on('DELETE /api/ml_models/models/{model_id}', DEPLOYED_AGAIN);
  });

  it('is told as in use after three attempts, and goes once its auto-deploy is off', async () => {
    const dialog = await confirmBoth();
    const button = await turnOff();
    expect([steps().length, deletes().length]).toEqual([3, 3]);
    expect(dialog).toHaveTextContent('It is probably in use');
    expect(dialog).toHaveTextContent(
      'With auto-deploy off, requests no longer deploy the model. They fail'
    );
    expect(cancel()).toHaveTextContent('Close');
    await waitFor(() => expect(cancel()).toHaveFocus());
    server
      .on('PUT /api/ml_models/models/{model_id}/auto_deploy', autoDeploy(false))
      .on('DELETE /api/ml_models/models/{model_id}', {
        result: 'deleted',
        model_id: model.id,
        model_group: 'kept',
        response: null,
      });
    await user.click(button);
    await expectClosed();
    expect(turned()).toEqual([{ enabled: false }]);
    expect(deletes()[3]?.query).toEqual({ fingerprint: FINGERPRINT, undeployed: true });
  });

  it('says that auto-deploy is off when it is not deleted after all, and turns it on again', async () => {
    await confirmBoth();
    const button = await turnOff();
    const changed = httpError(409, 'Something changed.', { reason: 'changed', review: aReview() });
    server
      .on('PUT /api/ml_models/models/{model_id}/auto_deploy', autoDeploy(false))
      .on('DELETE /api/ml_models/models/{model_id}', changed);
    await user.click(button);
    const notice = await screen.findByTestId('autoDeployOff');
    expect(notice).toHaveTextContent('Auto-deploy of this model is off.');
    expect(screen.getByTestId('deleteModelNotice')).toBeVisible();
    const words = 'no permissions for [models/update]';
    server.on(
      'PUT /api/ml_models/models/{model_id}/auto_deploy',
      httpError(403, words, { reason: 'forbidden', cluster_message: words })
    );
    await user.click(within(notice).getByTestId('autoDeployTurnOn'));
    await waitFor(() => expect(notice).toHaveTextContent(words));
    server.on('PUT /api/ml_models/models/{model_id}/auto_deploy', autoDeploy(true));
    await user.click(within(notice).getByTestId('autoDeployTurnOn'));
    expect(await screen.findByTestId('autoDeployOnAgain')).toBeVisible();
    expect(screen.queryByTestId('autoDeployOff')).toBeNull();
    expect(turned()).toEqual([{ enabled: false }, { enabled: true }, { enabled: true }]);
  });

  it('says where it happened that auto-deploy could not be turned off', async () => {
    await confirmBoth();
    const button = await turnOff();
    const words = 'no permissions for [models/update]';
    server.on(
      'PUT /api/ml_models/models/{model_id}/auto_deploy',
      httpError(403, words, { reason: 'forbidden', cluster_message: words })
    );
    await user.click(button);
    expect(await screen.findByTestId('deleteModelError')).toHaveTextContent(words);
    expect(await turnOff()).toBeEnabled();
    expect(screen.queryByTestId('autoDeployOff')).toBeNull();
    expect(deletes()).toHaveLength(3);
  });

  it('has nothing to turn off where auto-deploy is off already', async () => {
    undeployAnswers(read({ auto_deploy: false }));
    const dialog = await confirmBoth();
    await screen.findByTestId('deleteModelStaysDeployed');
    expect(screen.queryByTestId('deleteModelTurnOffAutoDeploy')).toBeNull();
    expect(dialog).toHaveTextContent('Auto-deploy is off, so something else deploys this model.');
  });
});

describe('a model that ML Commons refuses to delete once it is undeployed', () => {
  const notChecked = { source: 'ingest_pipeline' as const, state: 'forbidden' as const };
  const coverage = [notChecked, ...DEPLOYED.coverage.slice(1)];
  const HIDDEN = aReview({ ...DEPLOYED, coverage, conditions: ['undeploy_first', 'incomplete'] });
  const UNDEPLOYED = {
    model: aModel({ state: 'UNDEPLOYED' }),
    conditions: ['incomplete' as const],
  };
  const REFUSED = httpError(409, 'ML Commons refuses.', {
    reason: 'refused',
    cluster_message: '1 ingest pipelines are still using this model',
    review: aReview({ ...HIDDEN, ...UNDEPLOYED, verdict: 'incomplete' }),
  });
  const DEPLOY = 'POST /api/ml_models/models/{model_id}/_deploy';

  async function refuse() {
    server.on('GET /api/ml_models/models/{model_id}/review', HIDDEN);
    server.on('DELETE /api/ml_models/models/{model_id}', REFUSED);
    renderApplication(server);
    await user.click(await screen.findByTestId(`deleteModel-${model.id}`));
    await user.click(await screen.findByTestId('deleteModelUndeploy'));
    await user.type(screen.getByTestId('deleteModelName'), model.name);
    await user.click(screen.getByTestId('deleteModelConfirm'));
    return screen.findByTestId(`undeployedNotDeleted-${model.id}`);
  }

  it.each([
    ['is said before', HIDDEN, true],
    ['is not where safe delete is off', { ...HIDDEN, safe_delete: SAFE_DELETE_OFF }, false],
    ['is not where all was checked', DEPLOYED, false],
    [
      'is not where ML Commons doesn’t look either',
      aReview({
        ...HIDDEN,
        coverage: [...DEPLOYED.coverage, { source: 'index', state: 'forbidden' }],
      }),
      false,
    ],
  ])('%s', async (_what, review, isSaid) => {
    server.on('GET /api/ml_models/models/{model_id}/review', review);
    renderApplication(server);
    await user.click(await screen.findByTestId(`deleteModel-${model.id}`));
    await screen.findByTestId('deleteModelUndeploy');
    expect(screen.queryByTestId('deleteModelMayRefuse') !== null).toBe(isSaid);
    if (isSaid) {
      expect(screen.getByTestId('deleteModelMayRefuse')).toHaveTextContent(
        'Safe delete is on, and these couldn’t be checked: ingest pipelines.'
      );
    }
  });

  it('is deployed again by one action', async () => {
    const notice = await refuse();
    expect(notice).toHaveTextContent('Undeployed, but not deleted');
    expect(notice).toHaveTextContent('Its dependents may fail until you deploy the model again.');
    expect(screen.getByTestId('deleteModelModal')).toHaveTextContent(
      'Can’t delete yet: ML Commons refuses.'
    );
    server.on(DEPLOY, { model_id: model.id, state: 'DEPLOYED' });
    await user.click(within(notice).getByTestId(`deployAgain-${model.id}`));
    expect(await screen.findByTestId(`deployedAgain-${model.id}`)).toHaveTextContent(
      'The model was deployed again. State: Deployed.'
    );
    expect(server.sentTo('POST', `${PATH}/_deploy`)).toHaveLength(1);
    expect(screen.queryByTestId(`undeployedNotDeleted-${model.id}`)).toBeNull();
  });

  it.each([
    ['its state', { model_id: model.id, state: 'DEPLOY_FAILED', error: 'no node' }, 'no node'],
    ['an error', httpError(403, 'Forbidden.', { reason: 'forbidden' }), 'Forbidden.'],
  ])('stays so where it can not be deployed, with %s', async (_what, answer, words) => {
    const notice = await refuse();
    server.on(DEPLOY, answer);
    await user.click(within(notice).getByTestId(`deployAgain-${model.id}`));
    await waitFor(() => expect(notice).toHaveTextContent(words));
    expect(screen.getByTestId(`deployAgain-${model.id}`)).toBeEnabled();
  });
});
