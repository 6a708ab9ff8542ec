import type { Page } from 'playwright-core';
import { makeFaults, mendWire, openGate, untilHeld } from '../cluster/faults';
import { makeModel, modelState } from '../cluster/fixtures';
import type { Fault } from '../cluster/wire';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, subject, type React } from './models_page';

let page: Page;

eachTestInBrowser({ safeDelete: true }, (shown) => ({ page } = shown));

const holdSearchPipelines = (...others: Fault[]) =>
  makeFaults(
    { path: '_search/pipeline', answer: { hold: 'request', gate: 'pipelines' } },
    ...others
  );

/** What the dialog shows once one source is missing. */
async function progressText(): Promise<string> {
  const progress = subject(page, 'reviewProgress');
  await progress.getByRole('progressbar').first().waitFor();
  await page.waitForFunction(() => {
    const shown = document.querySelector('[data-test-subj="reviewProgress"]');
    return shown?.querySelectorAll('.euiLoadingSpinner').length === 1;
  });
  return progress.innerText();
}

describe.each<React>(['16'])('a review that takes long, on React %s', (react) => {
  it('shows which sources are checked, can be cancelled, and ends with the dialog', async () => {
    const model = await makeModel();
    const models = new ModelsPage(page, react);
    await models.open();
    await holdSearchPipelines({ path: 'agents/_search', answer: { status: 500, body: '{}' } });
    const dialog = await models.openDeleteDialog(model);
    expect(await progressText()).toMatch(/^(\d+) of (?!\1)\d+ kinds of resources done\n/);
    await page.getByLabel('Not checked:').waitFor();
    expect(await models.accessibilityFaults({ whileLoading: true })).toEqual([]);
    await subject(page, 'deleteModelCancel').click();
    await dialog.waitFor({ state: 'detached' });

    await holdSearchPipelines();
    await subject(page, `deleteModel-${model.id}`).click();
    await untilHeld('pipelines');
    await progressText();
    await openGate('pipelines');
    await subject(page, 'deleteModelConfirm').click();
    await models.row(model.id).waitFor({ state: 'detached' });
    expect(await modelState(model.id)).toBeUndefined();
  });

  it('does so for many models too', async () => {
    const model = await makeModel();
    const models = new ModelsPage(page, react);
    await models.open();
    await models.find(model);
    await subject(page, 'checkboxSelectAll').click();
    await holdSearchPipelines();
    await subject(page, 'deleteModels').click();
    expect(await progressText()).toMatch(/Search pipelines/);
    await openGate('pipelines');
    await subject(page, 'deleteModelsConfirm').waitFor();
    await mendWire();
    await subject(page, 'deleteModelsCancel').click();
  });
});
