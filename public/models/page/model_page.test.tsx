import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Review } from '../../../common/dependents/review';
import { FakeServer, httpError, pending } from '../../test_support/fake_server';
import {
  aList,
  aReview,
  aModel,
  BLOCKING_PIPELINE,
  BREAKING_AGENT,
  FORBIDDEN_WORDS,
  INGEST_FORBIDDEN,
  SAFE_DELETE_ON,
} from '../../test_support/fixtures';
import { aGraph, aModelAnswer } from '../../test_support/graph_fixtures';
import { renderApplication } from '../../test_support/render_application';

const MODEL = aModel();
const PAGE = `/models/${MODEL.id}`;
const REVIEW = aReview({
  dependents: [BLOCKING_PIPELINE, BREAKING_AGENT],
  conditions: ['refused', 'breaks'],
});
const MODEL_PATH = `/api/ml_models/models/${MODEL.id}`;
const user = userEvent.setup();
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON)
    .on('GET /api/ml_models/models', aList([MODEL, aModel({ id: 'v2', version: '2' })]))
    .on('GET /api/ml_models/models/{model_id}', aModelAnswer())
    .on('GET /api/ml_models/graph', aGraph())
    .on('GET /api/ml_models/models/{model_id}/review', REVIEW)
    .on('GET /api/ml_models/definitions/{kind}/{id}', {
      kind: 'ingest_pipeline',
      id: 'embed-docs',
      definition: { processors: ['as it is defined'] },
    });
});

const opened = () => screen.findByRole('heading', { level: 1, name: MODEL.name });
const tab = (name: string) => screen.getByTestId(`modelPageTab-${name}`);

describe('the way to a model’s page', () => {
  it('leads from its name in the list, and back to the list as it was', async () => {
    const { history, core } = renderApplication(server, '/?search=mini&dataSourceId=ds1');
    await user.click(await screen.findByTestId(`modelName-${MODEL.id}`));
    await opened();
    expect(history.location).toMatchObject({ pathname: PAGE, search: '?dataSourceId=ds1' });
    expect(core.chrome.docTitle.change).toHaveBeenLastCalledWith(`${MODEL.name} - Models`);
    act(() => history.goBack());
    expect(await screen.findByTestId('searchModels')).toHaveValue('mini');
    expect(server.sent.every(({ query }) => query?.data_source_id === 'ds1')).toBe(true);
  });

  it('leads back by its breadcrumb', async () => {
    const { history, core } = renderApplication(server, `${PAGE}?dataSourceId=ds1`);
    await opened();
    const [crumbs] = core.chrome.setBreadcrumbs.mock.calls.slice(-1)[0] ?? [];
    expect(crumbs).toMatchObject([
      { text: 'Models', href: '/app/ml-models/?dataSourceId=ds1' },
      { text: MODEL.name },
    ]);
    const click = { button: 0, preventDefault: jest.fn() };
    act(() => crumbs[0].onClick(click));
    expect(click.preventDefault).toHaveBeenCalled();
    await screen.findByTestId('modelsTable');
    expect(history.location.search).toBe('?dataSourceId=ds1');
  });
});

describe('a model’s page', () => {
  it('is among what was opened last, with its data source', async () => {
    const { core } = renderApplication(server, `${PAGE}?dataSourceId=ds1`);
    await screen.findByTestId('modelVerdict');
    expect(core.chrome.recentlyAccessed.add).toHaveBeenCalledTimes(1);
    expect(core.chrome.recentlyAccessed.add).toHaveBeenCalledWith(
      `/app/ml-models/models/${MODEL.id}?dataSourceId=ds1`,
      MODEL.name,
      MODEL.id
    );
  });

  it('says in a sentence what a delete would do, and how many use it', async () => {
    renderApplication(server, PAGE);
    expect(await screen.findByTestId('modelVerdict')).toHaveTextContent(
      'Deleting this model would break 1 ingest pipeline and 1 agent.'
    );
    expect(tab('dependents')).toHaveTextContent('Dependents (2)');
    await user.click(tab('dependents'));
    expect(screen.getByTestId('dependent-agent-r1')).toHaveTextContent('llm.model_id');
  });

  it('shows what uses it as a table or as a map, and keeps the choice', async () => {
    const { history } = renderApplication(server, PAGE);
    await screen.findByTestId('modelVerdict');
    await user.click(tab('dependents'));
    const view = (name: string) => screen.getByTestId(`dependentsView-${name}`);
    expect(view('dependents')).toHaveAttribute('aria-pressed', 'true');
    await user.click(view('map'));
    expect(await screen.findByTestId('dependencyTable')).toBeVisible();
    expect(screen.queryByTestId('dependent-agent-r1')).toBeNull();
    expect(tab('dependents')).toHaveAttribute('aria-selected', 'true');
    expect(history.location.search).toContain('tab=map');
    await user.click(tab('json'));
    await user.click(tab('dependents'));
    expect(await screen.findByTestId('dependencyTable')).toBeVisible();
    await user.click(view('dependents'));
    expect(await screen.findByTestId('dependent-agent-r1')).toBeVisible();
  });

  it('links to the other versions of its group', async () => {
    renderApplication(server, PAGE);
    const versions = await screen.findByTestId('groupVersions');
    const link = await within(versions).findByRole('link', { name: MODEL.name });
    expect(link).toHaveAttribute('href', '/app/ml-models/models/v2');
    expect(server.sentTo('GET', '/api/ml_models/models')[0]?.query).toMatchObject({
      model_group_id: ['g1'],
    });
  });

  describe('of a model that is deployed', () => {
    const deployed = aModel({ state: 'PARTIALLY_DEPLOYED', current_worker_node_count: 2 });
    const NODES = 'GET /api/ml_models/models/{model_id}/nodes';
    beforeEach(() => {
      server.on(
        'GET /api/ml_models/models/{model_id}',
        aModelAnswer({ model: deployed, metadata: { planning_worker_nodes: ['n1', 'n2', 'n3'] } })
      );
    });

    it('names the nodes that hold it, one that doesn’t answer, and those that were to', async () => {
      server.on(NODES, {
        nodes: [
          { id: 'n1', name: 'data-1', state: 'DEPLOYED' },
          { id: 'n2', name: 'data-2', state: null },
        ],
      });
      renderApplication(server, PAGE);
      expect(await screen.findByText('data-1 (Deployed), data-2 (no response)')).toBeVisible();
      expect(screen.getByText('Other planned nodes').nextSibling).toHaveTextContent(/^n3$/);
    });

    it('says how many there are where it can’t be found out which', async () => {
      server.on(NODES, { nodes: null });
      renderApplication(server, PAGE);
      expect(await screen.findByText('2: couldn’t read their names')).toBeVisible();
      expect(screen.getByText('Planned nodes').nextSibling).toHaveTextContent('n1, n2, n3');
    });
  });

  it('keeps its tab in the URL', async () => {
    const { history } = renderApplication(server, `${PAGE}?tab=json&dataSourceId=ds1`);
    expect(await screen.findByTestId('jsonView')).toHaveTextContent('"model_state": "REGISTERED"');
    await user.click(tab('overview'));
    expect(history.location.search).toBe('?tab=overview&dataSourceId=ds1');
    act(() => history.goBack());
    expect(await screen.findByTestId('jsonView')).toBeVisible();
  });

  it('says that a model is gone, with a way to the list', async () => {
    const words = 'Failed to find model with the provided model id';
    server.on(
      'GET /api/ml_models/models/{model_id}',
      httpError(404, words, { reason: 'not_found', cluster_message: words })
    );
    renderApplication(server, PAGE);
    const gone = await screen.findByTestId('modelGone');
    expect(gone).toHaveTextContent(MODEL.id);
    await user.click(within(gone).getByRole('link', { name: 'All models' }));
    await screen.findByTestId('modelsTable');
  });

  it('shows the cluster’s words where it couldn’t be read, and reads again', async () => {
    const words = 'all shards failed';
    server.on(
      'GET /api/ml_models/models/{model_id}',
      httpError(500, words, { reason: 'rejected', cluster_message: words })
    );
    renderApplication(server, PAGE);
    const error = await screen.findByTestId('pageError');
    expect(error).toHaveTextContent(words);
    server.on('GET /api/ml_models/models/{model_id}', aModelAnswer());
    await user.click(within(error).getByRole('button', { name: 'Retry' }));
    await opened();
  });

  it('stays of use where the review fails, and claims nothing', async () => {
    const words = 'the review broke';
    server.on(
      'GET /api/ml_models/models/{model_id}/review',
      httpError(500, words, { reason: 'rejected', cluster_message: words })
    );
    renderApplication(server, PAGE);
    const error = await screen.findByTestId('modelVerdictError');
    expect(error).toHaveTextContent(words);
    expect(tab('dependents')).toHaveTextContent(/^Dependents$/);
    await user.click(tab('dependents'));
    // neither as if it were still being read, nor as if there were none
    expect(screen.getByRole('tabpanel')).toHaveTextContent(
      /^TableMapCouldn’t check what uses the model\.$/
    );
    server.on('GET /api/ml_models/models/{model_id}/review', aReview());
    await user.click(within(error).getByRole('button', { name: 'Retry' }));
    expect(await screen.findByTestId('modelVerdict')).toHaveTextContent('Nothing uses this model');
  });

  it('names what was not checked', async () => {
    server.on(
      'GET /api/ml_models/models/{model_id}/review',
      aReview({ coverage: INGEST_FORBIDDEN, conditions: ['incomplete'] })
    );
    renderApplication(server, PAGE);
    expect(await screen.findByTestId('notChecked-ingest_pipeline')).toHaveTextContent(
      FORBIDDEN_WORDS
    );
  });
});

describe('the line of who runs and who uses a model', () => {
  const line = () => screen.findByTestId('modelSummary');

  it('names the nodes, since when, and what uses it', async () => {
    const model = aModel({ state: 'DEPLOYED', last_deployed_time: Date.UTC(2026, 10, 3, 12) });
    server
      .on('GET /api/ml_models/models/{model_id}', aModelAnswer({ model }))
      .on('GET /api/ml_models/models/{model_id}/nodes', {
        nodes: [
          { id: 'n1', name: 'node-1', state: 'DEPLOYED' },
          { id: 'n2', name: 'node-2', state: 'DEPLOYED' },
        ],
      });
    renderApplication(server, PAGE);
    await waitFor(async () =>
      expect(await line()).toHaveTextContent(
        'Deployed on node-1, node-2 since November 3, 2026 · Used by embed-docs, router'
      )
    );
  });

  it('leads to the names that have no room, and names what is affected', async () => {
    const impact = [{ kind: 'index' as const, id: 'docs', name: 'docs', through: 'embed-docs' }];
    const dependents = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
      ...BLOCKING_PIPELINE,
      id,
      name: id,
      impact,
    }));
    server.on(
      'GET /api/ml_models/models/{model_id}/review',
      aReview({ dependents, conditions: ['refused'] })
    );
    renderApplication(server, PAGE);
    await waitFor(async () =>
      expect(await line()).toHaveTextContent('Used by a, b, c and 2 more · Also affected: docs')
    );
    await user.click(within(await line()).getByRole('button', { name: 'and 2 more' }));
    expect(tab('dependents')).toHaveAttribute('aria-selected', 'true');
  });

  const APRIL = Date.UTC(2026, 3, 2, 12);
  const AUGUST = Date.UTC(2026, 7, 12, 12);
  it.each([
    [null, AUGUST, 'Not deployed since August 12, 2026'],
    [APRIL, AUGUST, 'Not deployed since August 12, 2026'],
    // of an undeploy before the last one, which left it as it was
    [AUGUST, APRIL, 'Not deployed, last deployed August 12, 2026'],
    [APRIL, undefined, 'Not deployed, last deployed April 2, 2026'],
    [null, undefined, 'Not deployed'],
  ])('says since when a model is not deployed: deployed %s, undeployed %s', async (...times) => {
    const [deployed, undeployed, words] = times;
    server
      .on('GET /api/ml_models/models/{model_id}/review', aReview())
      .on('GET /api/ml_models/models/{model_id}', {
        model: aModel({ state: 'UNDEPLOYED', last_deployed_time: deployed }),
        metadata: undeployed === undefined ? {} : { last_undeployed_time: undeployed },
      });
    renderApplication(server, PAGE);
    await screen.findByTestId('modelVerdict');
    expect((await line()).textContent).toBe(words);
  });

  it('says nothing of since when where a deployment has not ended', async () => {
    const model = aModel({ state: 'DEPLOYING', last_deployed_time: APRIL });
    server
      .on('GET /api/ml_models/models/{model_id}/review', aReview())
      .on('GET /api/ml_models/models/{model_id}', aModelAnswer({ model }))
      .on('GET /api/ml_models/models/{model_id}/nodes', { nodes: null });
    renderApplication(server, PAGE);
    await screen.findByTestId('modelVerdict');
    expect((await line()).textContent).toBe('Deploying');
  });
});

describe('undeploying from the page', () => {
  const deployed = aModelAnswer({ model: { ...MODEL, state: 'DEPLOYED' } });
  const ask = async () => {
    const { core } = renderApplication(server, PAGE);
    await user.click(await screen.findByTestId('undeployModel'));
    const modal = await screen.findByTestId('undeployModal');
    const confirm = within(modal).getByRole('button', { name: 'Undeploy' });
    return { core, modal, confirm };
  };

  it('asks first, and shows the state as it is afterwards', async () => {
    server.on('GET /api/ml_models/models/{model_id}', deployed);
    const { core, confirm } = await ask();
    await screen.findByTestId('groupVersions');
    await waitFor(() => expect(confirm).toBeEnabled());
    expect(server.sentTo('POST', `${MODEL_PATH}/_undeploy`)).toHaveLength(0);
    const answer = { model_id: MODEL.id, state: 'UNDEPLOYED', auto_deploy: true, nodes: null };
    server.on('POST /api/ml_models/models/{model_id}/_undeploy', answer);
    server.on(
      'GET /api/ml_models/models/{model_id}',
      aModelAnswer({ model: { ...MODEL, state: 'UNDEPLOYED' } })
    );
    await user.click(confirm);
    await waitFor(() => expect(screen.queryByTestId('undeployModel')).toBeNull());
    expect(screen.getAllByText('Undeployed').length).toBeGreaterThan(0);
    expect(core.notifications.toasts.addSuccess).toHaveBeenCalledWith(`Undeployed “${MODEL.name}”`);
    // the versions of its group show its state, too
    expect(server.sentTo('GET', '/api/ml_models/models')).toHaveLength(2);
  });

  it('names what might fail meanwhile, by a review of its own', async () => {
    server.on('GET /api/ml_models/models/{model_id}', deployed);
    renderApplication(server, PAGE);
    await screen.findByTestId('modelVerdict');
    const again = pending<Review>();
    server.on('GET /api/ml_models/models/{model_id}/review', () => again.promise);
    await user.click(screen.getByTestId('undeployModel'));
    const modal = await screen.findByTestId('undeployModal');
    const confirm = within(modal).getByRole('button', { name: 'Undeploy' });
    // what was known before may be out of date
    expect(within(modal).getByTestId('undeployImpact')).toHaveTextContent(
      'Checking what uses this model…'
    );
    expect(confirm).toBeDisabled();
    const impact = [{ kind: 'index' as const, id: 'docs', name: 'docs', through: 'embed-docs' }];
    again.resolve(
      aReview({
        dependents: [{ ...BLOCKING_PIPELINE, impact }, BREAKING_AGENT],
        coverage: INGEST_FORBIDDEN,
        conditions: ['refused', 'incomplete', 'breaks'],
      })
    );
    await waitFor(() => expect(confirm).toBeEnabled());
    const impactOf = within(modal).getByTestId('undeployImpact');
    expect(
      within(impactOf)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    ).toEqual(['ingest pipeline “embed-docs”', 'agent “router”', 'index “docs”']);
    expect(impactOf).toHaveTextContent('There may be more. Not checked: ingest pipelines.');
  });

  it('can be done where it isn’t known what fails, and says so', async () => {
    server
      .on('GET /api/ml_models/models/{model_id}', deployed)
      .on(
        'GET /api/ml_models/models/{model_id}/review',
        httpError(500, 'broke down', { reason: 'rejected', cluster_message: 'broke down' })
      );
    const { modal, confirm } = await ask();
    await waitFor(() => expect(confirm).toBeEnabled());
    expect(within(modal).getByTestId('undeployImpact')).toHaveTextContent(
      'Couldn’t check what uses the model.Cluster response: “broke down”'
    );
  });

  it('stays open with the cluster’s words where that failed', async () => {
    server.on('GET /api/ml_models/models/{model_id}', deployed);
    const { confirm } = await ask();
    await waitFor(() => expect(confirm).toBeEnabled());
    const words = 'No permission to undeploy model';
    server.on(
      'POST /api/ml_models/models/{model_id}/_undeploy',
      httpError(400, words, { reason: 'rejected', cluster_message: words })
    );
    await user.click(confirm);
    expect(await screen.findByTestId('undeployError')).toHaveTextContent(words);
  });

  it('is not taken for done while the model is deployed still', async () => {
    server.on('GET /api/ml_models/models/{model_id}', deployed);
    const { confirm } = await ask();
    await waitFor(() => expect(confirm).toBeEnabled());
    const answer = { model_id: MODEL.id, state: 'DEPLOYED', auto_deploy: true, nodes: null };
    server.on('POST /api/ml_models/models/{model_id}/_undeploy', answer);
    await user.click(confirm);
    expect(await screen.findByTestId('undeployError')).toHaveTextContent('still “Deployed”');
  });
});

it.each([
  ['is refused', REVIEW],
  ['would break something', aReview({ conditions: ['breaks'], dependents: [BREAKING_AGENT] })],
])('shows the map over a delete that %s, which stays open under it', async (_, review) => {
  server.on('GET /api/ml_models/models/{model_id}/review', review);
  renderApplication(server, PAGE);
  await user.click(await screen.findByTestId(`deleteModel-${MODEL.id}`));
  await user.click(await screen.findByTestId('showMap'));
  const map = await screen.findByTestId('mapModal');
  await within(map).findByTestId('dependencyNode-ingest_pipeline-embed-docs');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByTestId('mapModal')).toBeNull());
  expect(screen.getByTestId('deleteModelModal')).toBeVisible();
  expect(screen.getByTestId('showMap')).toHaveFocus();
});

it('gives the focus back to what opened the map, also where a click does not focus a button', async () => {
  server.on('GET /api/ml_models/models/{model_id}/review', REVIEW);
  renderApplication(server, PAGE);
  await user.click(await screen.findByTestId(`deleteModel-${MODEL.id}`));
  const opener = await screen.findByTestId('showMap');
  // as Safari does
  fireEvent.click(opener);
  await screen.findByTestId('mapModal');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByTestId('mapModal')).toBeNull());
  expect(opener).toHaveFocus();
});

it('deletes from the page, and leads to the list without the model', async () => {
  server.on('GET /api/ml_models/models/{model_id}/review', aReview());
  const { history, core } = renderApplication(server, `${PAGE}?dataSourceId=ds1`);
  await user.click(await screen.findByTestId(`deleteModel-${MODEL.id}`));
  server.on('DELETE /api/ml_models/models/{model_id}', {
    result: 'deleted',
    model_id: MODEL.id,
    model_group: 'kept',
    response: null,
  });
  server.on('GET /api/ml_models/models', aList([aModel({ id: 'v2', name: 'left' })]));
  await user.click(await screen.findByTestId('deleteModelConfirm'));
  await screen.findByTestId('modelsTable');
  expect(history.location).toMatchObject({ pathname: '/', search: '?dataSourceId=ds1' });
  expect(core.notifications.toasts.addSuccess).toHaveBeenCalledTimes(1);
  expect(screen.queryByTestId(`modelRow-${MODEL.id}`)).toBeNull();
});

describe('the page of a model that ML Commons can’t read', () => {
  const words = 'Space type must be provided in additional_config for remote text embedding model';

  beforeEach(() => {
    server
      .on('GET /api/ml_models/models/{model_id}', { ...aModelAnswer(), unreadable: words })
      .on('GET /api/ml_models/models/{model_id}/review', {
        ...REVIEW,
        unreadable: words,
      });
  });

  it('says so and what helps, shows what uses it, and offers no delete', async () => {
    renderApplication(server, PAGE);
    await opened();
    const notice = screen.getByTestId('unreadableModel');
    expect(notice).toHaveTextContent('ML Commons can’t read this model');
    expect(notice).toHaveTextContent(`Cluster response: “${words}”`);
    expect(notice).toHaveTextContent('OpenSearch 3.9');
    await waitFor(() =>
      expect(screen.getByTestId('modelVerdict')).toHaveTextContent(
        'This model is used by 1 ingest pipeline and 1 agent.'
      )
    );
    expect(screen.queryByTestId(`deleteModel-${MODEL.id}`)).toBeNull();
    expect(screen.queryByTestId('undeployModel')).toBeNull();
    await user.click(tab('dependents'));
    const panel = screen.getByRole('tabpanel');
    expect(panel).toHaveTextContent('These resources use the model.');
    // nothing is refused over a model that can’t be deleted at all
    const rows = within(panel).getAllByTestId(/^dependent-/);
    expect(rows).toHaveLength(2);
    expect(panel).not.toHaveTextContent('Would break');
    expect(panel).not.toHaveTextContent(/blocking/i);
    expect(panel).toHaveTextContent(BREAKING_AGENT.name);
  });
});
