import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Embedding, EmbeddingTask } from '../../common/replacement/embedding';
import type { FakeServer } from '../test_support/fake_server';
import { httpError } from '../test_support/fake_server';
import { aModel } from '../test_support/fixtures';
import { renderApplication } from '../test_support/render_application';
import { aReplacementServer, aJournal } from '../test_support/replacement_fixtures';
import { keepChanges, removeChanges } from './kept_changes';

const MODEL = aModel();
const BASE = '/api/ml_models/models/{model_id}/replacement' as const;
const PATH = `/api/ml_models/models/${MODEL.id}/replacement`;
const TASK: EmbeddingTask = {
  id: 'node:7',
  state: 'running',
  ...{ total: 40, processed: 10, conflicts: 0, failures: 0 },
};
const user = userEvent.setup();
let server: FakeServer;
let embedding: Embedding;

beforeEach(async () => {
  await removeChanges(`:${MODEL.id}`);
  await keepChanges(`:${MODEL.id}`, [
    {
      journal: aJournal({ kind: 'index', id: 'docs', name: 'docs' }),
      run_at: 1,
      position: 0,
      to_embed: [{ index: 'docs', documents: 40, pipeline: null }],
    },
  ]);
  embedding = { task: null, documents: 40, read: 40, embedded: 0 };
  server = aReplacementServer()
    .on(`POST ${BASE}/revert`, { result: 'can_be_reverted' })
    .on(`GET ${BASE}/embedding`, () => embedding)
    .on(`POST ${BASE}/embedding`, () => {
      embedding = { ...embedding, task: TASK };
      return { task_id: TASK.id };
    })
    .on(`POST ${BASE}/embedding/cancel`, () => {
      embedding = { ...embedding, embedded: 12, task: { ...TASK, state: 'cancelled' } };
      return { result: 'cancelled' };
    });
});

async function openFinish() {
  renderApplication(server, `/models/${MODEL.id}/replace?step=finish`);
  return screen.findByTestId('embed-docs');
}

const start = () => screen.findByTestId('startEmbedding-docs');

describe('embedding the documents of a semantic field again', () => {
  it('is never started unasked, and says what it costs', async () => {
    const index = await openFinish();
    expect(await start()).toHaveTextContent('Embed 40 documents again');
    expect(index).toHaveTextContent('In 0 of 40 documents all vectors are of the new model.');
    expect(index).toHaveTextContent('POST /docs/_update_by_query?');
    expect(server.sentTo('POST', `${PATH}/embedding`)).toEqual([]);
  });

  it('shows how far the task is, and cancels it', async () => {
    const index = await openFinish();
    await user.click(await start());
    await within(index).findByText('10 of 40 documents processed…');
    const asked = server.sentTo('GET', `${PATH}/embedding`);
    expect(asked[asked.length - 1]?.query).toMatchObject({ task_id: TASK.id, index: 'docs' });

    await user.click(screen.getByTestId('cancelEmbedding-docs'));
    await within(index).findByText(/The task was canceled/);
    expect(index).toHaveTextContent('In 12 of 40 documents all vectors are of the new model.');
    expect(await start()).toBeEnabled();
  });

  it('asks again while the task runs, and offers nothing once all is embedded', async () => {
    embedding = { ...embedding, task: TASK };
    const index = await openFinish();
    await within(index).findByText('10 of 40 documents processed…');
    embedding = { ...embedding, embedded: 40, task: { ...TASK, state: 'finished', processed: 40 } };
    await within(index).findByText('In 40 of 40 documents all vectors are of the new model.');
    expect(screen.queryByTestId('startEmbedding-docs')).toBeNull();
  });

  it('says why a task failed, in the words of the cluster', async () => {
    const task = { ...TASK, state: 'failed' as const, failures: 3, reason: 'index is read-only' };
    embedding = { ...embedding, task };
    const index = await openFinish();
    await within(index).findByText('The task failed for 3 documents: index is read-only');
  });

  it('says what the user may not do', async () => {
    server.on(
      `POST ${BASE}/embedding`,
      httpError(403, 'no permissions for [indices:data/write/update/byquery]', {
        reason: 'forbidden',
      })
    );
    const index = await openFinish();
    await user.click(await start());
    expect(await within(index).findByRole('alert')).toHaveTextContent('update/byquery');
  });

  it('has no index of a change that was taken back', async () => {
    server.on(`POST ${BASE}/revert`, { result: 'not_replaced' });
    renderApplication(server, `/models/${MODEL.id}/replace?step=finish`);
    await screen.findByText('Uses the old model');
    await waitFor(() => expect(screen.queryByTestId('embedAgain')).toBeNull());
  });
});
