import { readFileSync } from 'fs';
import type { Recovery } from '../../common/deletion/recovery';
import { makeIngestPipeline, makeModel, removeFixtures } from '../cluster/fixtures';
import { setSafeDelete, tell } from '../cluster/opensearch';
import { type Browser, startBrowser } from './browser';
import { ModelsPage, type React, subject } from './models_page';

let browser: Browser;

beforeAll(async () => {
  await setSafeDelete(true);
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  await setSafeDelete(null);
});

afterEach(removeFixtures);

describe.each<React>(['16'])('a delete that is refused, on React %s', (react) => {
  it('gives the requests of a dependent to the clipboard, and checks again', async () => {
    const model = await makeModel();
    const pipeline = await makeIngestPipeline(model.id);
    const models = new ModelsPage(await browser.newPage(), react);
    await models.open();
    const dialog = await models.openDeleteDialog(model);
    const opener = subject(dialog, `dependentRequests-ingest_pipeline-${pipeline}`);
    await opener.focus();
    await models.page.keyboard.press('Enter');
    const item = subject(models.page, 'copyRemoveRequest');
    await item.waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
    await item.press('Enter');
    await dialog.getByText('Request that removes the reference copied.').waitFor();
    const copied = await models.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`PUT /_ingest/pipeline/${pipeline}`);
    // back where it came from, and still in the dialog
    await models.page.waitForFunction(
      (name) => document.activeElement?.getAttribute('data-test-subj') === name,
      `dependentRequests-ingest_pipeline-${pipeline}`
    );
    await tell('DELETE', `/_ingest/pipeline/${pipeline}`);
    await subject(dialog, 'deleteModelCheckAgain').click();
    await dialog.getByText('Nothing uses this model.').waitFor();
    await models.page.close();
    expect(browser.takeComplaints()).toEqual([]);
  });

  it('lets the recovery file be saved first', async () => {
    const model = await makeModel();
    await makeIngestPipeline(model.id);
    const models = new ModelsPage(await browser.newPage(), react);
    await models.open();
    const dialog = await models.openDeleteDialog(model);
    const [download] = await Promise.all([
      models.page.waitForEvent('download'),
      subject(dialog, 'downloadRecovery').click(),
    ]);
    const recovery = JSON.parse(readFileSync(await download.path(), 'utf8')) as Recovery;
    expect(download.suggestedFilename()).toBe(`recovery-${model.name}-${model.id}.json`);
    expect(recovery).toMatchObject({ model_id: model.id, model: { name: model.name } });
    await dialog.getByText(`Saved as ${download.suggestedFilename()}.`).waitFor();
    const focused = await models.page.evaluate(() =>
      document.activeElement?.getAttribute('data-test-subj')
    );
    expect(focused).toBe('downloadRecovery');
    expect(await models.accessibilityFaults()).toEqual([]);
    await models.page.close();
    expect(browser.takeComplaints()).toEqual([]);
  });
});
