import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ApplyBody } from '../api/client';
import { aModel } from '../test_support/fixtures';
import { renderApplication } from '../test_support/render_application';
import {
  aReplacementServer,
  aChange,
  aJournal,
  aPlan,
  REPLACEMENT,
} from '../test_support/replacement_fixtures';
import { watchSavedFiles } from '../test_support/saved_files';
import type { ReplacementRecord } from './journal_store';

const MODEL = aModel();
const BASE = '/api/ml_models/models/{model_id}/replacement' as const;
const user = userEvent.setup();

afterEach(() => jest.restoreAllMocks());

describe('a browser that keeps nothing', () => {
  it('saves the journal as a file before anything is written, and again with what was written', async () => {
    // jsdom has no IndexedDB, as a browser that forbids it
    expect('indexedDB' in window).toBe(false);
    const files = watchSavedFiles();
    const savedAtWrite: number[] = [];
    const server = aReplacementServer()
      .on(`POST ${BASE}/revert`, { result: 'can_be_reverted' })
      .on(`POST ${BASE}/plan`, aPlan([aChange()]))
      .on(`POST ${BASE}/apply`, ({ body }) => {
        const { dry_run: dryRun } = JSON.parse(String(body)) as ApplyBody;
        if (dryRun) return { result: 'not_written', journal: aJournal() };
        savedAtWrite.push(files.length);
        const written = { at: 1, window_ms: 5, other_writes: 1 };
        return { result: 'replaced', journal: aJournal({ written }) };
      });
    renderApplication(
      server,
      `/models/${MODEL.id}/replace?replacement=${REPLACEMENT.id}&step=apply`
    );
    await user.click(await screen.findByTestId('applyChanges'));
    await screen.findByTestId('applySummary');
    expect(savedAtWrite).toEqual([1]);
    const records = (await Promise.all(files.map((file) => file.text()))).map(
      (text) => JSON.parse(text) as ReplacementRecord
    );
    expect(records.map(({ changes }) => changes[0]?.journal.written?.other_writes)).toEqual([
      undefined,
      1,
    ]);
    // it lasts as long as the page
    await user.click(screen.getByTestId('nextStep'));
    await screen.findByText('Uses the new model');
  });
});
