import type { Locator, Page } from 'playwright-core';
import { makeGroup, makeIngestPipeline, makeModel } from '../cluster/fixtures';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, subject } from './models_page';

let page: Page;

eachTestInBrowser({ safeDelete: false }, (shown) => ({ page } = shown));

/** Whether all of an element is in the window, with nothing over its middle. */
function isInSight(element: Locator): Promise<boolean> {
  return element.evaluate((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const atMiddle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return top >= 0 && bottom <= window.innerHeight && atMiddle !== null && one.contains(atMiddle);
  });
}

describe('what is in the window without scrolling', () => {
  it('of a delete of a deployed model with many dependents: verdict, conditions, buttons', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    const model = await makeModel({ deploy: true });
    await Promise.all(Array.from({ length: 30 }, () => makeIngestPipeline(model.id)));
    const models = new ModelsPage(page);
    await models.open();
    const dialog = await models.openDeleteDialog(model);
    await subject(dialog, 'deleteModelName').waitFor();
    const seen = [
      dialog.getByText('Deleting this model would break 30 resources.'),
      dialog.locator('label', { hasText: 'Undeploy the model' }),
      subject(dialog, 'deleteModelName'),
      subject(dialog, 'deleteDisabledReason'),
      subject(dialog, 'deleteModelCancel'),
      subject(dialog, 'deleteModelConfirm'),
      dialog.locator('[data-test-subj^="dependent-"]').first(),
    ];
    expect(await Promise.all(seen.map(isInSight))).toEqual(seen.map(() => true));
    const last = dialog.locator('[data-test-subj^="dependent-"]').last();
    expect(await isInSight(last)).toBe(false);
    await last.scrollIntoViewIfNeeded();
    expect(await isInSight(last)).toBe(true);
    expect(await isInSight(subject(dialog, 'deleteModelConfirm'))).toBe(true);
  });

  it('of the list: ten models', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    // names whose width is the same in each run; ML Commons registers few at a time
    const groupId = await makeGroup('embeddings');
    for (let made = 0; made < 12; made += 1) await makeModel({ name: `model-${made}`, groupId });
    await new ModelsPage(page).open();
    await subject(page, 'modelsTable').waitFor();
    await subject(page, 'usageLoading').first().waitFor({ state: 'detached' });
    const rows = await page.locator('[data-test-subj^="modelRow-"]').all();
    const inSight = await Promise.all(rows.map(isInSight));
    expect(inSight.filter(Boolean).length).toBeGreaterThanOrEqual(10);
  });

  it('of a name of 200 characters: two lines, and the whole in a tooltip', async () => {
    const name = `long-${'name-'.repeat(39)}`;
    const model = await makeModel({ name });
    const short = await makeModel();
    await new ModelsPage(page).open();
    const heightOf = async (id: string) =>
      (await subject(page, `modelName-${id}`).boundingBox())?.height ?? 0;
    await subject(page, `modelName-${model.id}`).waitFor();
    await subject(page, `modelName-${short.id}`).waitFor();
    expect(await heightOf(model.id)).toBeLessThanOrEqual(2.5 * (await heightOf(short.id)));
    await subject(page, `modelName-${model.id}`).hover();
    await page.getByRole('tooltip').getByText(name).waitFor();
  });
});
