import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aList,
  aReview,
  aModel,
  FORBIDDEN_WORDS,
  aUsage,
  INGEST_FORBIDDEN,
  READ,
  SAFE_DELETE_OFF,
  SAFE_DELETE_ON,
} from '../../test_support/fixtures';
import { FakeServer, httpError, networkError, pending } from '../../test_support/fake_server';
import { renderApplication } from '../../test_support/render_application';
import type { ListModelsAnswer, UsageAnswer } from '../../../common/contracts/models';

const MODELS = '/api/ml_models/models';
const inUse = aModel({ state: 'DEPLOYED' });
const USAGE = { [inUse.id]: { blocks: 4, breaks: 1, possible: 0 } };
const unused = aModel({
  id: 'old',
  name: 'old-rerank',
  function_name: 'REMOTE',
  state: 'SOMETHING_NEW',
  model_group: { id: 'g2', name: 'rerank' },
});

let server: FakeServer;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON)
    .on('GET /api/ml_models/models', aList([inUse, unused]))
    .on('GET /api/ml_models/usage', aUsage(USAGE));
  user = userEvent.setup();
});

const row = (id: string) => screen.findByTestId(`modelRow-${id}`);
const lastQuery = () => server.sentTo('GET', MODELS).at(-1)?.query;

describe('the list of models', () => {
  it('tells together what the user may not read, each with the cluster’s words', async () => {
    const words = 'no permissions for [cluster:admin/search/pipeline/get] and User [name=other]';
    const coverage = READ.map((one) =>
      one.source === 'ingest_pipeline'
        ? { ...one, state: 'forbidden' as const, detail: FORBIDDEN_WORDS }
        : one.source === 'search_pipeline'
          ? { ...one, state: 'forbidden' as const, detail: words }
          : { ...one, state: 'failed' as const, detail: 'boom' }
    );
    server.on('GET /api/ml_models/usage', aUsage(USAGE, { coverage }));
    renderApplication(server);
    const callout = await screen.findByTestId('notCheckedForbidden');
    expect(callout).toHaveTextContent(
      'don’t have permission to read ingest pipelines, search pipelines. Counts may be too low.'
    );
    await user.click(within(callout).getByRole('button', { name: 'Missing permissions' }));
    expect(screen.getByTestId('notChecked-ingest_pipeline')).toHaveTextContent(FORBIDDEN_WORDS);
    expect(screen.getByTestId('notChecked-search_pipeline')).toHaveTextContent(words);
    const failed = screen.getByTestId('notChecked-agent');
    expect(callout).not.toContainElement(failed);
    expect(failed).toHaveTextContent('Not checked: couldn’t read agents.');
    await user.click(within(callout).getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(server.sentTo('GET', '/api/ml_models/usage')).toHaveLength(2));
    expect(server.sentTo('GET', MODELS)).toHaveLength(1);
  });

  it('tells what is read in part together with what is forbidden', async () => {
    const words = 'ML Commons lists only models of groups that you have access to.';
    const coverage = [
      { source: 'ingest_pipeline' as const, state: 'forbidden' as const, detail: FORBIDDEN_WORDS },
      { source: 'model' as const, state: 'partial' as const, detail: words },
    ];
    server.on('GET /api/ml_models/usage', aUsage(USAGE, { coverage }));
    renderApplication(server);
    const callout = await screen.findByTestId('notCheckedForbidden');
    expect(callout).toHaveTextContent('Checked only in part: there may be ingest pipelines, ');
    await user.click(within(callout).getByRole('button', { name: 'Why' }));
    expect(within(callout).getByTestId('notChecked-ingest_pipeline')).toHaveTextContent(
      `Cluster response: “${FORBIDDEN_WORDS}”`
    );
    // of what is left out the cluster says nothing
    expect(within(callout).getByTestId('notChecked-model').textContent).toBe(words);
  });

  it('says of each model in words what it is and what uses it', async () => {
    renderApplication(server);
    const first = within(await row(inUse.id));
    expect(first.getByTestId(`modelName-${inUse.id}`)).toHaveTextContent('minilm-l6');
    for (const words of ['4 blocking', '1 would break', 'Deployed', 'Text embedding']) {
      expect(await first.findByText(words)).toBeVisible();
    }
    const second = within(await row('old'));
    expect(second.getByText('Unused')).toBeVisible();
    expect(second.getByText('SOMETHING_NEW')).toBeVisible();
  });

  it('never says unused where a source was not checked, and says which', async () => {
    server.on('GET /api/ml_models/usage', aUsage(USAGE, { coverage: INGEST_FORBIDDEN }));
    renderApplication(server);
    const second = within(await row('old'));
    expect(await second.findByText('Not checked')).toBeVisible();
    expect(second.queryByText('Unused')).toBeNull();
    const notice = screen.getByTestId('notChecked-ingest_pipeline');
    expect(notice).toHaveTextContent(FORBIDDEN_WORDS);
    server.on('GET /api/ml_models/usage', aUsage(USAGE));
    await user.click(within(notice).getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(screen.queryByTestId('notChecked-ingest_pipeline')).toBeNull());
    expect(within(await row('old')).getByText('Unused')).toBeVisible();
  });

  it('shows the rows before it is known what uses them, then that, read once for all pages', async () => {
    const reading = pending<UsageAnswer>();
    server.on('GET /api/ml_models/usage', () => reading.promise);
    renderApplication(server);
    const first = within(await row(inUse.id));
    expect(first.getByTestId('usageLoading')).toBeInTheDocument();
    expect(screen.getByTestId('usageChoice-in_use')).toHaveTextContent(/^In use$/);
    reading.resolve(aUsage(USAGE, { read_at: new Date(2026, 4, 4, 12, 3).getTime() }));
    expect(await first.findByText('4 blocking')).toBeVisible();
    expect(screen.getByTestId('usageChoice-in_use')).toHaveTextContent('In use (1)');
    expect(screen.getByTestId('usageReadAt')).toHaveTextContent('Usage as of 12:03');
    await user.click(screen.getByRole('button', { name: /Name/ }));
    await waitFor(() => expect(lastQuery()).toMatchObject({ sort_order: 'desc' }));
    expect(server.sentTo('GET', '/api/ml_models/usage')).toHaveLength(1);
    await user.click(screen.getByTestId('usageRefresh'));
    await waitFor(() => expect(server.sentTo('GET', '/api/ml_models/usage')).toHaveLength(2));
  });

  it('counts nothing as blocking while safe delete is off', async () => {
    server.on('GET /api/ml_models/safe_delete', SAFE_DELETE_OFF);
    renderApplication(server);
    const first = within(await row(inUse.id));
    expect(await first.findByText('5 would break')).toBeVisible();
    expect(first.queryByText(/blocking/)).toBeNull();
  });

  it('reads what uses the models again when the admin comes back after more than a minute', async () => {
    const reads = () => server.sentTo('GET', '/api/ml_models/usage').length;
    renderApplication(server);
    await within(await row(inUse.id)).findByText('4 blocking');
    const comeBack = () => act(() => void window.dispatchEvent(new Event('visibilitychange')));
    comeBack();
    expect(reads()).toBe(1);
    const later = Date.now() + 61_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    try {
      comeBack();
      await waitFor(() => expect(reads()).toBe(2));
      expect(server.sentTo('GET', MODELS)).toHaveLength(1);
    } finally {
      clock.mockRestore();
    }
  });

  it('reads it again after a delete', async () => {
    server
      .on('GET /api/ml_models/models/{model_id}/review', aReview({ model: unused }))
      .on('DELETE /api/ml_models/models/{model_id}', {
        result: 'deleted',
        model_id: 'old',
        model_group: 'kept',
        response: {},
      });
    renderApplication(server);
    await user.click(within(await row('old')).getByTestId('deleteModel-old'));
    await user.click(await screen.findByTestId('deleteModelConfirm'));
    await waitFor(() => expect(server.sentTo('GET', '/api/ml_models/usage')).toHaveLength(2));
  });

  it('reads the next page before it is asked for, and none after the last', async () => {
    server.on('GET /api/ml_models/models', ({ query }) =>
      aList([query?.from === 0 ? inUse : unused], { total: 30, total_unfiltered: 30 })
    );
    renderApplication(server);
    await row(inUse.id);
    await waitFor(() => expect(lastQuery()).toMatchObject({ from: 25 }));
    await user.click(screen.getByTestId('pagination-button-next'));
    await row('old');
    await within(await row('old')).findByText('Unused');
    expect(server.sentTo('GET', MODELS).map(({ query }) => query?.from)).toEqual([0, 25]);
  });

  it('calls no model unused where it couldn’t be read what uses the models', async () => {
    server.on('GET /api/ml_models/usage', httpError(500, 'boom'));
    renderApplication(server);
    const error = await screen.findByTestId('usageError');
    expect(error).toHaveTextContent('boom');
    expect(within(await row('old')).getByText('Not checked')).toBeVisible();
    server.on('GET /api/ml_models/usage', aUsage(USAGE));
    await user.click(within(error).getByRole('button', { name: 'Retry' }));
    expect(await within(await row('old')).findByText('Unused')).toBeVisible();
    expect(screen.queryByTestId('usageError')).toBeNull();
  });

  it('shows the usage by which the server filtered, not what was known before', async () => {
    renderApplication(server);
    await within(await row(inUse.id)).findByText('4 blocking');
    const usage = { old: { blocks: 0, breaks: 0, possible: 2 } };
    server.on('GET /api/ml_models/models', aList([unused], { usage, coverage: READ }));
    await user.click(screen.getByTestId('usageChoice-in_use'));
    expect(await within(await row('old')).findByText('2 might break')).toBeVisible();
  });

  it('asks once per pause in typing, and cancels what is superseded', async () => {
    renderApplication(server);
    await row(inUse.id);
    const slow = pending<ListModelsAnswer>();
    server.on('GET /api/ml_models/models', () => slow.promise);
    const before = server.sentTo('GET', MODELS).length;
    await user.type(screen.getByTestId('searchModels'), 'mini');
    await waitFor(() => expect(server.sentTo('GET', MODELS)).toHaveLength(before + 1));
    expect(lastQuery()).toMatchObject({ search: 'mini', from: 0 });
    const [superseded] = server.sentTo('GET', MODELS).slice(-1);

    server.on('GET /api/ml_models/models', aList([inUse]));
    await user.type(screen.getByTestId('searchModels'), 'lm');
    await waitFor(() => expect(lastQuery()).toMatchObject({ search: 'minilm' }));
    await waitFor(() => expect(superseded?.signal?.aborted).toBe(true));
  });

  it('keeps filters, sort and page in the URL, where the back button undoes them', async () => {
    const { history } = renderApplication(server, '/?dataSourceId=ds1');
    await row(inUse.id);
    await user.click(screen.getByRole('button', { name: 'State filter' }));
    await user.click(await screen.findByRole('option', { name: 'Deployed (1)' }));
    await waitFor(() => expect(lastQuery()).toMatchObject({ state: ['DEPLOYED'] }));
    expect(history.location.search).toBe('?dataSourceId=ds1&state=DEPLOYED');

    await user.click(screen.getByRole('button', { name: 'embeddings: show only this group' }));
    await waitFor(() => expect(lastQuery()).toMatchObject({ model_group_id: ['g1'] }));
    act(() => history.goBack());
    await waitFor(() => expect(history.location.search).toBe('?dataSourceId=ds1&state=DEPLOYED'));
    expect(server.sent.every(({ query }) => query?.data_source_id === 'ds1')).toBe(true);
  });

  it('starts from a shared URL', async () => {
    renderApplication(server, '/?usage=unused&sort_field=usage&sort_order=desc&page=2&size=10&x=1');
    await waitFor(() => expect(server.sentTo('GET', MODELS)).not.toHaveLength(0));
    expect(server.sentTo('GET', MODELS)[0]?.query).toEqual({
      usage: 'unused',
      sort_field: 'usage',
      sort_order: 'desc',
      from: 10,
      size: 10,
    });
  });

  it('leaves nothing of one data source on the page of another', async () => {
    const { history } = renderApplication(server, '/?dataSourceId=ds1');
    await row(inUse.id);
    const slow = pending<ListModelsAnswer>();
    server.on('GET /api/ml_models/models', () => slow.promise);
    act(() => history.push('/?dataSourceId=ds2'));
    expect(screen.queryByTestId(`modelRow-${inUse.id}`)).toBeNull();
    await waitFor(() => expect(lastQuery()).toMatchObject({ data_source_id: 'ds2' }));
    slow.resolve(aList([unused]));
    await row('old');
  });

  it('goes to the last page when the URL names one beyond it', async () => {
    server.on('GET /api/ml_models/models', ({ query }) =>
      query?.from === 0 ? aList([inUse]) : aList([], { total: 1, total_unfiltered: 1 })
    );
    const { history } = renderApplication(server, '/?page=9');
    await row(inUse.id);
    expect(history.location.search).toBe('');
    expect(history.action).toBe('REPLACE');
  });

  it('offers to clear the filters where none matches', async () => {
    server.on('GET /api/ml_models/models', ({ query }) =>
      query?.search ? aList([], { total_unfiltered: 2 }) : aList([inUse])
    );
    const { history } = renderApplication(server, '/?search=nothing');
    await user.click(await screen.findByTestId('clearFilters'));
    await row(inUse.id);
    expect(history.location.search).toBe('');
    expect(screen.getByTestId('searchModels')).toHaveValue('');
  });

  it('teaches what a model is where there is none', async () => {
    server.on('GET /api/ml_models/models', aList([]));
    renderApplication(server);
    expect(await screen.findByTestId('noModels')).toHaveTextContent('How to register a model');
    expect(screen.queryByTestId('searchModels')).toBeNull();
  });
});

describe('a list that couldn’t be read', () => {
  it('shows the cluster’s words, and reads again on Retry', async () => {
    const words = 'all shards failed';
    server.on(
      'GET /api/ml_models/models',
      httpError(502, words, { reason: 'rejected', cluster_message: words })
    );
    renderApplication(server);
    const error = await screen.findByTestId('pageError');
    expect(error).toHaveTextContent(words);
    server.on('GET /api/ml_models/models', aList([inUse]));
    await user.click(within(error).getByRole('button', { name: 'Retry' }));
    await row(inUse.id);
  });

  it('says no access for a 403 and does not ask again by itself', async () => {
    const words = 'no permissions for [cluster:admin/opensearch/ml/models/search]';
    server.on(
      'GET /api/ml_models/models',
      httpError(403, words, { reason: 'forbidden', cluster_message: words })
    );
    renderApplication(server);
    const error = await screen.findByTestId('pageError');
    expect(error).toHaveTextContent('You don’t have access');
    expect(error).toHaveTextContent(words);
    expect(server.sentTo('GET', MODELS)).toHaveLength(1);
  });

  it('keeps the table when a refresh fails, and says how old it is', async () => {
    renderApplication(server);
    await row(inUse.id);
    server.on('GET /api/ml_models/models', networkError());
    await user.click(screen.getByTestId('refreshModels'));
    const notice = await screen.findByTestId('modelsStale');
    expect(notice).toHaveTextContent('Last updated a few seconds ago');
    expect(notice).toHaveTextContent('Couldn’t reach the OpenSearch Dashboards server.');
    expect(screen.getByTestId(`modelRow-${inUse.id}`)).toBeVisible();
    server.on('GET /api/ml_models/models', aList([inUse]));
    await user.click(within(notice).getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(screen.queryByTestId('modelsStale')).toBeNull());
  });

  it('keeps the filters, so that the one that failed can be taken away', async () => {
    server.on('GET /api/ml_models/models', ({ query }) =>
      query?.usage ? httpError(400, 'no', { reason: 'rejected' }) : aList([inUse])
    );
    renderApplication(server);
    await row(inUse.id);
    await user.click(screen.getByRole('button', { name: /^In use/ }));
    await screen.findByTestId('pageError');
    await user.click(screen.getByRole('button', { name: /^All \(/ }));
    await row(inUse.id);
  });
});

describe('a cluster of which nothing can be read', () => {
  const lost = () =>
    httpError(503, 'Couldn’t reach OpenSearch.', {
      reason: 'unreachable',
      cluster_message: 'connect ECONNREFUSED 10.0.0.7:9200',
    });

  it.each(['/', '/clean-up'])(
    'is one message at %s, and Retry reads all of it again',
    async (url) => {
      server
        .on('GET /api/ml_models/models', lost)
        .on('GET /api/ml_models/usage', lost)
        .on('GET /api/ml_models/dangling', lost)
        .on('GET /api/ml_models/safe_delete', lost);
      renderApplication(server, url);
      const message = await screen.findByTestId('pageError');
      expect(message).toHaveTextContent('connect ECONNREFUSED 10.0.0.7:9200');
      await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(1));
      await waitFor(() => expect(screen.queryByTestId('safeDeleteUnread')).toBeNull());
      server
        .on('GET /api/ml_models/models', aList([aModel()]))
        .on('GET /api/ml_models/usage', aUsage())
        .on('GET /api/ml_models/dangling', { missing: [], coverage: [] })
        .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON);
      await userEvent.click(within(message).getByRole('button', { name: 'Retry' }));
      expect(await screen.findByTestId(`modelRow-${aModel().id}`)).toBeVisible();
      if (url === '/') expect(await screen.findByTestId('safeDeleteSwitch')).toBeVisible();
    }
  );

  it('is one notice over models that were read before', async () => {
    renderApplication(server);
    await screen.findByTestId('safeDeleteSwitch');
    server
      .on('GET /api/ml_models/models', lost)
      .on('GET /api/ml_models/usage', lost)
      .on('GET /api/ml_models/safe_delete', lost);
    await userEvent.click(screen.getByTestId('refreshModels'));
    expect(await screen.findByTestId('modelsStale')).toHaveTextContent('ECONNREFUSED');
    await waitFor(() => expect(screen.queryByTestId('safeDeleteSwitch')).toBeNull());
    expect(screen.getAllByText(/ECONNREFUSED/)).toHaveLength(1);
  });

  it('says what to do where the cluster has no ML Commons', async () => {
    const words = 'no handler found for uri [/_plugins/_ml/models/_search] and method [POST]';
    server
      .on(
        'GET /api/ml_models/models',
        httpError(400, words, {
          reason: 'rejected',
          cluster_message: words,
          cause: 'no_ml_commons',
        })
      )
      .on('GET /api/ml_models/safe_delete', {
        ...SAFE_DELETE_ON,
        supported: false,
        enabled: false,
      });
    renderApplication(server);
    const message = await screen.findByTestId('pageError');
    expect(message).toHaveTextContent('ML Commons isn’t installed');
    expect(message).toHaveTextContent('Install the plugin opensearch-ml on each node');
    // that is of safe delete alone, and would mislead
    await waitFor(() => expect(screen.queryByTestId('safeDeleteUnsupported')).toBeNull());
  });
});
