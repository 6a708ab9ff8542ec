import type { Page } from 'playwright-core';
import { startBrowser, type Browser } from '../browser/browser';
import { ModelsPage, subject } from '../browser/models_page';
import { makeGroup, makeModel, removeFixtures, type MadeModel } from '../cluster/fixtures';
import { setSafeDelete } from '../cluster/opensearch';
import { as, type UserName } from './users';

let browser: Browser;
let model: MadeModel;

beforeAll(async () => {
  await setSafeDelete(true);
  const groupId = await makeGroup(undefined, { access: 'public', ...as('owner') });
  model = await makeModel({ groupId, ...as('owner') });
  browser = await startBrowser({ width: 1280, height: 900 });
});
afterAll(async () => {
  await browser.close();
  await removeFixtures();
  await setSafeDelete(null);
});

/** The page as a user sees it who has signed in. */
async function openAs(user: UserName): Promise<{ page: Page; models: ModelsPage }> {
  const page = await browser.newPage();
  const { authorization = '' } = as(user);
  await page.setExtraHTTPHeaders({ authorization });
  const models = new ModelsPage(page);
  await models.open();
  await models.find(model);
  return { page, models };
}

describe('the page', () => {
  it('lists for a reader, and says which permissions it takes to delete and to switch', async () => {
    const { page, models } = await openAs('reader');
    expect(await models.row(model.id).textContent()).toContain(model.name);
    await subject(page, 'safeDeleteForbidden').waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
    const permission = 'cluster:admin/opensearch/ml/models/delete';
    await page.getByRole('group', { name: `Delete ${model.name}` }).focus();
    await page.locator('.euiToolTip', { hasText: permission }).waitFor();
    expect(await subject(page, `deleteModel-${model.id}`).isDisabled()).toBe(true);
    expect(await subject(page, 'safeDeleteSwitch').count()).toBe(0);
    expect(await subject(page, 'safeDeletePanel').textContent()).toContain('cluster:monitor/state');
    expect(await subject(page, 'safeDeleteForbidden').textContent()).toContain(
      'cluster:admin/settings/update'
    );
    expect(browser.takeComplaints()).toEqual([]);
    await page.close();
  });

  it('lets an owner delete on what ML Commons still checks, and not switch', async () => {
    const { page, models } = await openAs('owner');
    await subject(page, 'safeDeleteForbidden').waitFor();
    expect(await subject(page, 'safeDeleteSwitch').isDisabled()).toBe(true);
    await subject(page, `deleteModel-${model.id}`).click();
    const dialog = subject(page, 'deleteModelModal');
    await subject(dialog, 'notChecked-ingest_pipeline').waitFor();
    expect(await dialog.textContent()).toContain('cluster:admin/ingest/pipeline/get');
    expect(await subject(dialog, 'deleteModelGuard').textContent()).toContain('Safe delete is on');
    await subject(dialog, 'deleteModelName').fill(model.name);
    await subject(dialog, 'deleteModelConfirm').click();
    await models.toasts.filter({ hasText: `Deleted “${model.name}”` }).waitFor();
    expect(browser.takeComplaints()).toEqual([]);
    await page.close();
  });
});
