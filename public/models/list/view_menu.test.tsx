import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ListModelsAnswer } from '../../../common/contracts/models';
import {
  aList,
  aReview,
  aUsage,
  aModel,
  BLOCKING_PIPELINE,
  BREAKING_AGENT,
  SAFE_DELETE_OFF,
  SAFE_DELETE_ON,
} from '../../test_support/fixtures';
import { FakeServer, httpError, pending } from '../../test_support/fake_server';
import { renderApplication } from '../../test_support/render_application';

const MODELS = '/api/ml_models/models';
const model = aModel({
  last_deployed_time: 1_700_000_000_000,
});

let server: FakeServer;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  window.localStorage.clear();
  server = new FakeServer()
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON)
    .on('GET /api/ml_models/usage', aUsage({ [model.id]: { blocks: 1, breaks: 6, possible: 0 } }))
    .on('GET /api/ml_models/models', aList([model]));
  user = userEvent.setup();
});

const reads = () => server.sentTo('GET', MODELS).length;
const row = () => screen.findByTestId(`modelRow-${model.id}`);
const headers = () => screen.getAllByRole('columnheader').map((one) => one.textContent);

describe('how an admin likes the list', () => {
  it('shows the columns that are chosen, also the next time', async () => {
    const first = renderApplication(server);
    await row();
    expect(headers()).toContain('ID');
    expect(headers()).not.toContain('Last deployed');
    await user.click(screen.getByTestId('listView'));
    await user.click(await screen.findByTestId('listViewColumn-id'));
    await user.click(screen.getByTestId('listViewColumn-last_deployed_time'));
    expect(headers()).not.toContain('ID');
    expect(headers()).toContain('Last deployed');
    first.unmount();
    renderApplication(server);
    await row();
    expect(headers()).not.toContain('ID');
    expect(headers()).toContain('Last deployed');
  });

  it('asks the server for the order of any column that it shows', async () => {
    window.localStorage.setItem('mlModels.listView', '{"hidden":[]}');
    renderApplication(server);
    await row();
    await user.click(screen.getByRole('button', { name: /Last deployed/ }));
    await waitFor(() =>
      expect(server.sentTo('GET', MODELS).at(-1)?.query).toMatchObject({
        sort_field: 'last_deployed_time',
      })
    );
  });
});

describe('a list that refreshes by itself', () => {
  beforeEach(() => {
    jest.useFakeTimers({ advanceTimers: true });
    user = userEvent.setup({ advanceTimers: (ms) => jest.advanceTimersByTime(ms) });
    window.localStorage.setItem('mlModels.listView', '{"refreshSeconds":10}');
  });
  afterEach(() => jest.useRealTimers());

  const pass = (seconds: number) => act(() => jest.advanceTimersByTimeAsync(seconds * 1000));

  it('waits while the focus is in it, and comes when it has left', async () => {
    renderApplication(server);
    await row();
    const before = reads();
    await pass(11);
    expect(reads()).toBe(before + 1);
    act(() => screen.getByTestId(`deleteModel-${model.id}`).focus());
    await pass(30);
    expect(reads()).toBe(before + 1);
    act(() => screen.getByTestId(`deleteModel-${model.id}`).blur());
    await pass(2);
    expect(reads()).toBe(before + 2);
  });

  it('reads what uses the models with it, once that is a minute old', async () => {
    const usageReads = () => server.sentTo('GET', '/api/ml_models/usage').length;
    renderApplication(server);
    await row();
    await pass(45);
    expect(reads()).toBeGreaterThan(3);
    expect(usageReads()).toBe(1);
    // drawn once it is known to be old
    await pass(20);
    await pass(12);
    expect(usageReads()).toBe(2);
  });

  it('waits while a dialog is open', async () => {
    server.on('GET /api/ml_models/models/{model_id}/review', aReview());
    renderApplication(server);
    fireEvent.click(within(await row()).getByTestId(`deleteModel-${model.id}`));
    await screen.findByTestId('deleteModelModal');
    const before = reads();
    await pass(30);
    expect(reads()).toBe(before);
  });

  it('reads nothing out again that stays as it was, unless somebody asked for it', async () => {
    renderApplication(server);
    await row();
    const said = () => screen.getByText('1 matching model');
    expect(said()).toHaveAttribute('role', 'status');
    let slow = pending<ListModelsAnswer>();
    server.on('GET /api/ml_models/models', () => slow.promise);
    const before = reads();
    await pass(11);
    expect(reads()).toBe(before + 1);
    expect(said()).toBeInTheDocument();
    await act(async () => slow.resolve(aList([model])));
    await pass(1);
    slow = pending();
    fireEvent.click(screen.getByTestId('refreshModels'));
    await pass(1);
    expect(screen.queryByText('1 matching model')).toBeNull();
    await act(async () => slow.resolve(aList([model])));
    await waitFor(() => expect(said()).toBeInTheDocument());
  });

  it('does nothing unless it is asked to', async () => {
    window.localStorage.clear();
    renderApplication(server);
    await row();
    const before = reads();
    await pass(120);
    expect(reads()).toBe(before);
  });
});

describe('the counts of uses', () => {
  const agents = [0, 1, 2, 3, 4, 5].map((n) => ({ ...BREAKING_AGENT, id: `${n}`, name: `a${n}` }));
  const review = aReview({ dependents: [...agents, BLOCKING_PIPELINE] });

  it('name the first few when they are pressed, what blocks first', async () => {
    server.on('GET /api/ml_models/models/{model_id}/review', review);
    const { history } = renderApplication(server);
    await user.click(await screen.findByTestId(`usedBy-${model.id}`));
    const names = await screen.findByTestId('usedByNames');
    const lines = within(names).getAllByRole('listitem');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toHaveTextContent('ingest pipeline “embed-docs” blocks the delete');
    expect(lines[1]).toHaveTextContent('agent “a0” would break');
    expect(names).toHaveTextContent('View all (2 more)');
    await user.click(screen.getByTestId('usedByAll'));
    expect(history.location).toMatchObject({
      pathname: `/models/${model.id}`,
      search: '?tab=dependents',
    });
  });

  it('call nothing a block that ML Commons would not refuse over now', async () => {
    server.on('GET /api/ml_models/models/{model_id}/review', {
      ...review,
      safe_delete: SAFE_DELETE_OFF,
    });
    renderApplication(server);
    await user.click(await screen.findByTestId(`usedBy-${model.id}`));
    const names = await screen.findByTestId('usedByNames');
    expect(within(names).getAllByRole('listitem')[0]).toHaveTextContent(
      'ingest pipeline “embed-docs” would break'
    );
  });

  it('say why they couldn’t be read, and try again', async () => {
    const error = httpError(504, 'OpenSearch didn’t respond in time.', {
      reason: 'timeout',
      cluster_message: 'Request timed out',
    });
    server.on('GET /api/ml_models/models/{model_id}/review', error);
    renderApplication(server);
    await user.click(await screen.findByTestId(`usedBy-${model.id}`));
    expect(await screen.findByTestId('usedByError')).toHaveTextContent('Request timed out');
    server.on('GET /api/ml_models/models/{model_id}/review', review);
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByTestId('usedByNames')).toBeVisible();
  });
});
