import type { Page } from 'playwright-core';
import { makeModel } from '../cluster/fixtures';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, subject, type React } from './models_page';

let page: Page;

eachTestInBrowser({}, (shown) => ({ page } = shown));

/** Fails the requests for the script that holds a text, until what it gives is called. */
async function failScriptWith(text: string): Promise<() => void> {
  let isFailing = true;
  await page.route(/\.chunk\.[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    const isIt = (await response.text()).includes(text);
    // The route stays: taking it away would answer the requests that are still under way twice.
    if (isFailing && isIt) await route.abort();
    else await route.fulfill({ response });
  });
  return () => {
    isFailing = false;
  };
}

const alert = () => page.getByRole('alert');
const retry = () => page.getByRole('button', { name: 'Retry' });

describe.each<React>(['16'])('code that is loaded when it is needed, on React %s', (react) => {
  it('a page whose code can’t be loaded says so, leads back, and loads on Retry', async () => {
    const model = await makeModel();
    const models = new ModelsPage(page, react);
    const mend = await failScriptWith('modelVerdict');
    await models.open(`/models/${model.id}`);
    await subject(page, 'pageFailure').waitFor();
    expect(await alert().innerText()).toMatch(
      /Couldn’t show the page\s+Retry\. If it fails again, reload the page/
    );
    expect(await models.accessibilityFaults({ whileLoading: true })).toEqual([]);
    await alert().getByRole('link', { name: 'Models' }).click();
    await subject(page, 'modelsTable').waitFor();

    await page.goBack();
    await subject(page, 'pageFailure').waitFor();
    mend();
    await retry().click();
    await subject(page, 'modelVerdict').waitFor();
  });

  it('a dialog whose code can’t be loaded says so, and opens on Retry', async () => {
    const model = await makeModel();
    const models = new ModelsPage(page, react);
    const mend = await failScriptWith('deleteModelModal');
    await models.open();
    await models.find(model);
    await subject(page, `deleteModel-${model.id}`).click();
    await alert().getByText('Couldn’t load the dialog. Nothing was deleted.').waitFor();
    expect(await models.accessibilityFaults({ whileLoading: true })).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await subject(page, `deleteModel-${model.id}`).click();
    await alert().waitFor();
    mend();
    await retry().click();
    await subject(page, 'deleteModelModal').waitFor();
  });
});
