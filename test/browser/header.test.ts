import type { Page } from 'playwright-core';
import { makeConversationalAgent, makeModel, modelState } from '../cluster/fixtures';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, subject, type React } from './models_page';
import { cutOff } from './pseudo_words';

let page: Page;

eachTestInBrowser({}, (shown) => ({ page } = shown));

const place = (name: string) => subject(page, `header${name}Control`);
const titles = () => page.locator('h1').allInnerTexts();

/** What stands once, stands in the platform's header, and not on the page. */
async function expectOnlyInHeader(name: string, where: string) {
  expect(await subject(page, name).count()).toBe(1);
  expect(await subject(place(where), name).count()).toBe(1);
}

async function expectRoomAt768(where: () => Promise<unknown>) {
  await page.setViewportSize({ width: 768, height: 900 });
  await where();
  expect(await cutOff(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe.each<React>(['18'])(
  'what the platform’s header has of the models, on React %s',
  (react) => {
    it('finds a model from another application, and explains the words of its page', async () => {
      const model = await makeModel();
      const models = new ModelsPage(page, react);
      await models.open('?header=new');
      await subject(page, 'modelsTable').waitFor();
      await subject(page, 'toggleNavButton').click();
      await subject(page, 'navLink-home').click();
      // it listens to keys
      await subject(page, 'headerSearch').pressSequentially(model.name);
      const found = subject(page, `foundModel-${model.id}`);
      await found.waitFor();
      await found.click();
      await subject(page, 'modelVerdict').waitFor();
      expect(await titles()).toEqual([model.name]);

      await subject(page, 'effectsHelpButton').click();
      await subject(page, 'effectsHelp').waitFor();
      expect(await models.accessibilityFaults()).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await subject(page, 'effectsHelp').waitFor({ state: 'detached' });

      await subject(page, 'helpMenu').click();
      await subject(page, 'helpOfModels').getByText('Limits:').waitFor();
      expect(await models.accessibilityFaults()).toEqual([]);
      // it is the application’s, which another one has no part in
      await page.keyboard.press('Escape');
      await subject(page, 'toggleNavButton').click();
      await subject(page, 'navLink-home').click();
      await subject(page, 'modelVerdict').waitFor({ state: 'detached' });
      await subject(page, 'helpMenu').click();
      await page.getByText('Help', { exact: true }).waitFor();
      expect(await subject(page, 'helpOfModels').count()).toBe(0);
    });
  }
);

describe.each<React>(['16'])('in the platform’s new page header, on React %s', (react) => {
  it('stand the title, the facts and the actions of the list and of a model', async () => {
    await makeModel();
    const model = await makeModel();
    const models = new ModelsPage(page, react);
    await models.open('?header=new');
    await models.find(model);
    expect(await titles()).toEqual(['Models']);
    await expectOnlyInHeader('refreshModels', 'Right');
    await makeConversationalAgent(model.id);
    await subject(page, 'refreshModels').click();
    await models.row(model.id).getByText('1 would break').waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
    await expectRoomAt768(() => models.row(model.id).waitFor());

    await subject(page, `modelName-${model.id}`).click();
    await subject(page, 'modelVerdict').waitFor();
    expect(await titles()).toEqual([model.name]);
    expect(await place('Badge').innerText()).toBe('Registered');
    expect(await place('Description').innerText()).toContain(model.id);
    await expectOnlyInHeader(`deleteModel-${model.id}`, 'Right');
    expect(await subject(page, 'refreshModels').count()).toBe(0);
    expect(await models.accessibilityFaults()).toEqual([]);
    await expectRoomAt768(() => subject(page, 'modelVerdict').waitFor());

    await subject(page, `deleteModel-${model.id}`).focus();
    await page.keyboard.press('Enter');
    await subject(page, 'deleteModelConfirm').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      (name) => document.activeElement?.getAttribute('data-test-subj') === name,
      `deleteModel-${model.id}`
    );
    await page.keyboard.press('Enter');
    await subject(page, 'deleteModelName').fill(model.name);
    await subject(page, 'deleteModelConfirm').click();
    await subject(page, 'modelsTable').waitFor();
    expect(await modelState(model.id)).toBeUndefined();
    expect(await titles()).toEqual(['Models']);
    await expectOnlyInHeader('refreshModels', 'Right');
    expect(await place('Badge').count()).toBe(0);
    expect(await place('Description').count()).toBe(0);
  });
});
