import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ListModelsAnswer } from '../../../common/contracts/models';
import type { Leftovers as LeftoversAnswer } from '../../../common/dependents/leftovers';
import type { Dangling } from '../../../common/dependents/graph';
import { FakeServer, httpError } from '../../test_support/fake_server';
import {
  aList,
  aReview,
  aModel,
  aUsage,
  BLOCKING_PIPELINE,
  BREAKING_AGENT,
  FORBIDDEN_WORDS,
  INGEST_FORBIDDEN,
  READ,
  SAFE_DELETE_ON,
} from '../../test_support/fixtures';
import { renderApplication } from '../../test_support/render_application';

const LIST = 'GET /api/ml_models/models';
const UNUSED = [
  aModel({ id: 'never', name: 'never-ran' }),
  aModel({ id: 'old', name: 'old-rerank', state: 'UNDEPLOYED', last_deployed_time: 1 }),
];
const USED = aModel({ id: 'busy', name: 'busy' });
const USAGE = { busy: { blocks: 4, breaks: 1, possible: 0 } };
const DANGLING: Dangling = {
  missing: [
    { model_id: 'gone-1', dependents: [BLOCKING_PIPELINE, BREAKING_AGENT] },
    { model_id: 'gone-2', dependents: [BREAKING_AGENT] },
  ],
  coverage: READ,
};

const LEFTOVERS: LeftoversAnswer = {
  leftovers: [
    { kind: 'connector', id: 'c1', name: 'bedrock', created_time: 1, fingerprint: 'f1' },
    {
      ...{ kind: 'model_group', id: 'g9', name: 'empty', created_time: null, fingerprint: 'f2' },
      made_by: { id: 'w1', name: 'rag-setup' },
    },
  ],
  more: 0,
  not_read: 0,
  coverage: READ,
};

let unused: ListModelsAnswer;
let server: FakeServer;

beforeEach(() => {
  unused = aList(UNUSED, { usage: {}, coverage: READ });
  server = new FakeServer()
    .on(LIST, ({ query }) => (query?.model_id ? aList([USED]) : unused))
    .on('GET /api/ml_models/usage', aUsage(USAGE))
    .on('GET /api/ml_models/dangling', DANGLING)
    .on('GET /api/ml_models/leftovers', LEFTOVERS)
    .on('GET /api/ml_models/safe_delete', SAFE_DELETE_ON);
});

const open = () => renderApplication(server, '/clean-up');
const part = (name: string) => screen.findByTestId(name);

describe('the page to clean up from', () => {
  it('lists what is unused, the longest without a deploy first, and when that was', async () => {
    open();
    const shown = within(await part('unusedModels'));
    expect(await shown.findByTestId('modelRow-never')).toHaveTextContent('Never');
    expect(shown.getByTestId('modelRow-old')).toHaveTextContent('years ago');
    expect(server.sentTo('GET', '/api/ml_models/models').map(({ query }) => query)).toContainEqual(
      expect.objectContaining({
        usage: 'unused',
        sort_field: 'last_deployed_time',
        sort_order: 'asc',
      })
    );
  });

  it('deletes a model, and takes it off the page', async () => {
    server
      .on('GET /api/ml_models/models/{model_id}/review', aReview({ model: UNUSED[1] }))
      .on('DELETE /api/ml_models/models/{model_id}', ({ path }) => {
        unused = aList(unused.models.filter(({ id }) => !path.endsWith(id)));
        return {
          result: 'deleted',
          model_id: path.split('/').pop() ?? '',
          model_group: 'kept',
          response: {},
        };
      });
    open();
    const shown = within(await part('unusedModels'));
    fireEvent.click(await shown.findByTestId('deleteModel-old'));
    fireEvent.click(await screen.findByTestId('deleteModelConfirm'));
    await waitFor(() => expect(shown.queryByTestId('modelRow-old')).toBeNull());
    expect(shown.getByTestId('modelRow-never')).toBeInTheDocument();
  });

  it('names what calls for a model that is gone, where, and for which', async () => {
    open();
    const shown = within(await part('danglingReferences'));
    const row = await shown.findByTestId('danglingReference-ingest_pipeline-embed-docs');
    expect(row).toHaveTextContent('processors[0].text_embedding.model_id');
    expect(row).toHaveTextContent('gone-1');
    const ofAgent = shown.getAllByTestId('danglingReference-agent-r1');
    expect(ofAgent.map((one) => one.textContent)).toEqual([
      expect.stringContaining('gone-1'),
      expect.stringContaining('gone-2'),
    ]);
    expect(ofAgent[0]).toHaveTextContent('router (r1)');
    expect(shown.getAllByTestId('replaceMissing-gone-1')[0]).toHaveAttribute(
      'href',
      '/app/ml-models/models/gone-1/replace'
    );
  });

  it('shows what most depends on', async () => {
    open();
    const shown = within(await part('mostUsedModels'));
    expect(await shown.findByTestId('usedBy-busy')).toHaveTextContent('4 blocking1 would break');
  });

  it('calls nothing unused or whole while a source can’t be read', async () => {
    unused = aList([], { total_unfiltered: 3, coverage: INGEST_FORBIDDEN });
    server.on('GET /api/ml_models/dangling', { missing: [], coverage: INGEST_FORBIDDEN });
    open();
    expect(await part('notChecked-ingest_pipeline')).toHaveTextContent(FORBIDDEN_WORDS);
    expect(await part('unusedModels')).toHaveTextContent('no model is listed as unused');
    await waitFor(async () =>
      expect(await part('danglingReferences')).toHaveTextContent(
        'No broken references found in what could be checked.'
      )
    );
  });

  it('says where more may be gone than could be looked up', async () => {
    server.on('GET /api/ml_models/dangling', {
      missing: [],
      not_looked_up: 19_901,
      coverage: READ,
    });
    open();
    await waitFor(async () => {
      const shown = await part('danglingReferences');
      expect(shown).toHaveTextContent('No broken references found in what could be checked.');
      expect(shown).toHaveTextContent('19,901 more IDs without a listed model.');
    });
  });

  it('says what is well where there is nothing to clean up', async () => {
    unused = aList([], { total_unfiltered: 3 });
    server.on('GET /api/ml_models/dangling', { missing: [], coverage: READ });
    open();
    await waitFor(async () =>
      expect(await part('unusedModels')).toHaveTextContent('No unused models.')
    );
    await waitFor(async () =>
      expect(await part('danglingReferences')).toHaveTextContent('No broken references.')
    );
  });

  it('shows a part that failed in its place, with a way to try again, and the others', async () => {
    server.on('GET /api/ml_models/dangling', httpError(502, 'boom'));
    open();
    const shown = within(await part('danglingReferences'));
    expect(await shown.findByRole('alert', {}, { timeout: 3000 })).toHaveTextContent('boom');
    expect(await screen.findByTestId('modelRow-old')).toBeInTheDocument();
    server.on('GET /api/ml_models/dangling', DANGLING);
    fireEvent.click(shown.getByRole('button', { name: 'Retry' }));
    expect(await shown.findAllByTestId('danglingReference-agent-r1')).toHaveLength(2);
    await waitFor(() => expect(shown.queryByRole('alert')).toBeNull());
  });

  it('is a tab away from the list, and back', async () => {
    const { history } = renderApplication(server, '/?dataSourceId=ds1');
    fireEvent.click(await part('pageTab-cleanUp'));
    await part('cleanUpPage');
    expect(history.location).toMatchObject({ pathname: '/clean-up', search: '?dataSourceId=ds1' });
    fireEvent.click(await part('pageTab-list'));
    expect(await part('modelsTable')).toBeInTheDocument();
  });
});

describe('connectors and groups that no model needs', () => {
  const PERMISSIONS = 'GET /api/ml_models/permissions';
  const yes = { allowed: true } as const;
  const ALL = {
    delete_model: yes,
    delete_connector: yes,
    delete_model_group: yes,
    undeploy_model: yes,
    change_settings: yes,
  };
  const boxOf = async (id: string) =>
    within(await screen.findByTestId(`leftoverRow-${id}`)).getByRole('checkbox');

  it('are deleted one by one, and each says what became of it', async () => {
    server
      .on(PERMISSIONS, ALL)
      .on(
        'DELETE /api/ml_models/connectors/{connector_id}',
        httpError(409, 'The connector is in use by router.', { reason: 'refused' })
      )
      .on('DELETE /api/ml_models/model_groups/{model_group_id}', {
        result: 'deleted',
        model_group_id: 'g9',
      });
    const answers = [LEFTOVERS, { leftovers: [], more: 0, not_read: 0, coverage: READ }];
    server.on('GET /api/ml_models/leftovers', () => answers.shift() ?? LEFTOVERS);
    open();
    const shown = await part('leftovers');
    await waitFor(() => expect(shown).toHaveTextContent('Made by workflow rag-setup'));
    expect(screen.getByTestId('deleteLeftovers')).toBeDisabled();
    fireEvent.click(await boxOf('c1'));
    fireEvent.click(await boxOf('g9'));
    fireEvent.click(screen.getByTestId('deleteLeftovers'));
    const dialog = await screen.findByTestId('deleteLeftoversModal');
    expect(dialog).toHaveTextContent('Delete 2 resources?');
    expect(server.sent.some(({ method }) => method === 'DELETE')).toBe(false);
    fireEvent.click(screen.getByTestId('deleteLeftoversConfirm'));
    await waitFor(() => expect(dialog).toHaveTextContent('1 of 2 deleted'));
    expect(dialog).toHaveAccessibleName('Deletion results');
    await waitFor(() => expect(screen.getByTestId('deleteLeftoversCancel')).toHaveFocus());
    expect(within(dialog).getByTestId('leftover-c1')).toHaveTextContent(
      'Not deleted. The connector is in use by router.'
    );
    expect(within(dialog).getByTestId('leftover-g9')).toHaveTextContent('Deleted');
    const sent = server.sent.filter(({ method }) => method === 'DELETE');
    expect(sent.map(({ path, query }) => [path, query?.fingerprint])).toEqual([
      ['/api/ml_models/connectors/c1', 'f1'],
      ['/api/ml_models/model_groups/g9', 'f2'],
    ]);
    // what became of them stays in sight when none of them is left in the table
    await waitFor(() => expect(server.sentTo('GET', '/api/ml_models/leftovers')).toHaveLength(2));
    await waitFor(() => expect(screen.getByTestId('leftovers')).toHaveTextContent('No unused'));
    expect(screen.getByTestId('deleteLeftoversModal')).toHaveTextContent('1 of 2 deleted');
  });

  it('are not tried once nobody answers', async () => {
    server
      .on(PERMISSIONS, ALL)
      .on(
        'DELETE /api/ml_models/connectors/{connector_id}',
        httpError(503, 'Couldn’t reach OpenSearch.', { reason: 'unreachable' })
      );
    open();
    fireEvent.click(await boxOf('c1'));
    fireEvent.click(await boxOf('g9'));
    fireEvent.click(screen.getByTestId('deleteLeftovers'));
    fireEvent.click(await screen.findByTestId('deleteLeftoversConfirm'));
    const dialog = screen.getByTestId('deleteLeftoversModal');
    await waitFor(() => expect(dialog).toHaveTextContent('0 of 2 deleted'));
    expect(within(dialog).getByTestId('leftover-c1')).toHaveTextContent(
      'Couldn’t confirm the deletion.'
    );
    expect(within(dialog).getByTestId('leftover-g9')).toHaveTextContent('Not started');
  });

  it('can’t be selected by whoever may not delete them', async () => {
    const no = { allowed: false, missing: 'ml/connectors/delete', detail: 'no' } as const;
    server.on(PERMISSIONS, { ...ALL, delete_connector: no });
    open();
    await waitFor(async () => expect(await boxOf('c1')).toBeDisabled());
    expect(await boxOf('g9')).toBeEnabled();
  });

  it('are none where not everything was checked, and nobody says that there are none', async () => {
    server.on('GET /api/ml_models/leftovers', {
      leftovers: [],
      more: 0,
      not_read: 0,
      coverage: INGEST_FORBIDDEN,
    });
    open();
    const shown = await part('leftovers');
    await waitFor(() => expect(shown).toHaveTextContent('so no connector is listed as unused'));
    expect(shown).not.toHaveTextContent('No unused connectors');
  });
});
