import type { Page } from 'playwright-core';
import { environment } from '../cluster/environment';
import { makeModel, modelState } from '../cluster/fixtures';
import { waitFor } from '../cluster/wait_for';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, subject } from './models_page';

let page: Page;

eachTestInBrowser({ safeDelete: true }, (shown) => ({ page } = shown));

const modelPath = (id: string, tab = '') => `/models/${id}${tab && `?tab=${tab}`}`;

it('a model’s page has its history where that is turned on, also once the model is deleted', async () => {
  const model = await makeModel();
  const models = new ModelsPage(page, '18', environment().historyHost);
  await models.open(modelPath(model.id, 'history'));
  await subject(page, 'modelPageTab-history').waitFor();
  await page.getByText('No changes to this model were made in OpenSearch Dashboards').waitFor();
  expect(await models.accessibilityFaults()).toEqual([]);

  await models.open();
  const dialog = await models.openDeleteDialog(model);
  const downloads = page.waitForEvent('download');
  await subject(dialog, 'downloadRecovery').click();
  const file = (await downloads).suggestedFilename();
  await dialog.getByText(`Saved as ${file}.`).waitFor();
  await subject(dialog, 'deleteModelConfirm').click();
  await dialog.waitFor({ state: 'detached' });
  expect(await modelState(model.id)).toBeUndefined();

  const entry = subject(page, 'historyEntry-delete_model');
  // it is saved after the delete is answered
  await waitFor('the entry of the delete', async () => {
    await models.open(modelPath(model.id));
    await subject(page, 'modelHistory').or(subject(page, 'modelGone')).first().waitFor();
    await page.waitForLoadState('networkidle');
    return (await entry.count()) === 1 || undefined;
  });
  expect(await entry.innerText()).toContain('deleted the model');
  expect(await entry.innerText()).toContain(`(recovery file: ${file})`);
  expect(await models.accessibilityFaults()).toEqual([]);
});

it('a model’s page says nothing of a history unless it is turned on', async () => {
  const model = await makeModel();
  const models = new ModelsPage(page);
  await models.open(modelPath(model.id, 'history'));
  await subject(page, 'modelPageTab-json').waitFor();
  expect(await subject(page, 'modelPageTab-history').count()).toBe(0);
  expect(await subject(page, 'modelPageTab-overview').getAttribute('aria-selected')).toBe('true');
});
