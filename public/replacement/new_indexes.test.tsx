import 'fake-indexeddb/auto';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { NewIndexes } from '../../common/replacement/new_indexes';
import type { FakeServer } from '../test_support/fake_server';
import { httpError } from '../test_support/fake_server';
import { aModel, READ } from '../test_support/fixtures';
import { renderApplication } from '../test_support/render_application';
import { aPlan, aReplacementServer, REPLACEMENT } from '../test_support/replacement_fixtures';

const MODEL = aModel();
const BASE = '/api/ml_models/models/{model_id}/replacement' as const;
const LARGE = aModel({ id: 'mpnet', name: 'mpnet-base' });
const RANKER = aModel({ id: 'ranker', name: 'ranker' });
const user = userEvent.setup();
let server: FakeServer;

const REQUESTS: NewIndexes = {
  steps: [
    { step: 'pipelines', requests: 'PUT /_ingest/pipeline/embed-768\n{}\n' },
    {
      ...{ step: 'index', index: 'docs', new_index: 'docs-768', documents: 1_200 },
      requests: 'PUT /docs-768\n{}\n',
    },
    {
      ...{ step: 'index', index: 'closed', new_index: 'closed-768', documents: null },
      requests: 'PUT /closed-768\n{}\n',
    },
    { step: 'switch', requests: 'POST /_aliases\n{}\n' },
    { step: 'delete', requests: 'DELETE /docs\n' },
  ],
  not_moved: [{ kind: 'index', id: 'logs', name: 'logs', reason: 'It is part of a data stream.' }],
  coverage: READ,
};

beforeEach(() => {
  const different = { result: 'different' as const, old: '384', new: '768' };
  server = aReplacementServer().on(`GET ${BASE}/candidates`, {
    candidates: [
      { model: REPLACEMENT, fit: aPlan([]).fit, allowed: true },
      {
        ...{ model: LARGE, allowed: false, reason: 'Its vectors have 768 dimensions.' },
        fit: [{ check: 'dimension', ...different }],
      },
      {
        ...{ model: RANKER, allowed: false, reason: 'Its task is text_similarity.' },
        fit: [
          { check: 'task', ...different },
          { check: 'dimension', ...different },
        ],
      },
    ],
    total: 3,
  });
});

async function openRequests() {
  renderApplication(server, `/models/${MODEL.id}/replace`);
  await user.click(await screen.findByTestId('showNewIndexes-mpnet'));
  return screen.findByTestId('newIndexes-mpnet');
}

describe('the requests for new indexes', () => {
  it('are shown of a model that only needs those, step by step, with what they cost', async () => {
    server.on(`GET ${BASE}/new_indexes`, REQUESTS);
    const shown = await openRequests();
    await within(shown).findByTestId('newIndexStep-pipelines');
    const path = `/api/ml_models/models/${MODEL.id}/replacement/new_indexes`;
    expect(server.sentTo('GET', path)).toMatchObject([{ query: { replacement_id: 'mpnet' } }]);
    expect(shown).toHaveTextContent('2 indexes with 1,200 documents');
    const step = within(shown).getByTestId('newIndexStep-docs');
    expect(step).toHaveTextContent('Copy docs to docs-768 (1,200 documents)');
    expect(step).toHaveTextContent('PUT /docs-768');
    expect(within(shown).getByTestId('newIndexStep-closed')).toHaveTextContent(
      /Copy closed to closed-768PUT/
    );
    expect(within(shown).getByTestId('notMoved')).toHaveTextContent(
      'Index logs: It is part of a data stream.'
    );
    // neither a model that fits, nor one that does something else
    expect(screen.getAllByText('Requests for new indexes')).toHaveLength(1);

    await user.click(screen.getByTestId('showNewIndexes-mpnet'));
    expect(screen.queryByTestId('newIndexes-mpnet')).toBeNull();
  });

  it('say what was not checked, and that they can’t be read', async () => {
    server.on(`GET ${BASE}/new_indexes`, httpError(503, 'No answer from the cluster.'));
    const shown = await openRequests();
    expect(await within(shown).findByRole('alert')).toHaveTextContent(
      'No answer from the cluster.'
    );
    server.on(`GET ${BASE}/new_indexes`, {
      ...{ steps: [], not_moved: [] },
      coverage: [{ source: 'agent', state: 'forbidden', detail: 'no permissions' }],
    });
    await user.click(within(shown).getByRole('button', { name: 'Retry' }));
    expect(await within(shown).findByTestId('notChecked-agent')).toHaveTextContent(
      'no permissions'
    );
    expect(shown).toHaveTextContent('Nothing that uses the old model has to change.');
  });
});
