import type { Page } from 'playwright-core';
import { startBrowser, type Browser } from '../browser/browser';
import { ModelsPage, subject, type React } from '../browser/models_page';
import { makeIngestPipeline, makeModel, modelState, type MadeModel } from '../cluster/fixtures';
import { setSafeDelete, tell } from '../cluster/opensearch';
import { killOther, OTHER, within } from './clusters';

const ON_OTHER = `?dataSourceId=${OTHER.id}`;

let browser: Browser;
let page: Page;
let here: MadeModel;

beforeAll(async () => {
  browser = await startBrowser({ width: 1280, height: 900 });
  here = await within('local', () => makeModel());
  await within('local', () => setSafeDelete(false));
  await within('other', () => setSafeDelete(true));
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(() => page.close());

const menu = () => subject(page, 'dataSourceSelectableContextMenuHeaderLink');
const menuSays = (name: string) => menu().getByText(name).waitFor();
const query = () => new URL(page.url()).searchParams;

async function choose(name: string): Promise<void> {
  await menu().click();
  await page.getByRole('option', { name }).click();
  await menuSays(name);
}

describe.each<React>(['18', '16'])('a second cluster, on React %s', (react) => {
  let models: ModelsPage;
  let there: MadeModel;
  let pipeline: string;

  beforeEach(async () => {
    models = new ModelsPage(page, react);
    there = await within('other', () => makeModel());
    pipeline = await within('other', () => makeIngestPipeline(there.id));
  });

  it('is chosen, has its own models and its own setting, and is deleted from alone', async () => {
    await models.open();
    await models.row(here.id).waitFor();
    await menuSays('Local cluster');
    await subject(page, 'safeDeletePanel').getByText('Off', { exact: true }).waitFor();

    await choose(OTHER.title);
    await models.row(there.id).waitFor();
    expect(await models.row(here.id).count()).toBe(0);
    expect(query().get('dataSourceId')).toBe(OTHER.id);
    await subject(page, 'safeDeletePanel').getByText('On', { exact: true }).waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);

    await subject(page, `deleteModel-${there.id}`).click();
    await subject(page, `dependent-ingest_pipeline-${pipeline}`).waitFor();
    await within('other', () => tell('DELETE', `/_ingest/pipeline/${pipeline}`));
    await subject(page, 'deleteModelCheckAgain').click();
    await subject(page, 'deleteModelConfirm').click();
    await models.row(there.id).waitFor({ state: 'detached' });
    const states = [
      await within('other', () => modelState(there.id)),
      await within('local', () => modelState(here.id)),
    ];
    expect(states).toEqual([undefined, 'REGISTERED']);
    expect(browser.takeComplaints()).toEqual([]);
  });

  it('is shown again by a link to one of its models, and left for the top of the other', async () => {
    await models.open(`/models/${there.id}${ON_OTHER}&tab=dependents`);
    await subject(page, `dependent-ingest_pipeline-${pipeline}`).waitFor();
    await menuSays(OTHER.title);
    await choose('Local cluster');
    await models.row(here.id).waitFor();
    expect([new URL(page.url()).pathname, query().get('dataSourceId')]).toEqual([
      '/app/ml-models/',
      '',
    ]);
    await page.goBack();
    await subject(page, `dependent-ingest_pipeline-${pipeline}`).waitFor();
    await menuSays(OTHER.title);
    await page.reload();
    await subject(page, `dependent-ingest_pipeline-${pipeline}`).waitFor();
    expect(browser.takeComplaints()).toEqual([]);
  });

  it('leaves the focus on the menu from which it was chosen', async () => {
    await models.open();
    await models.row(here.id).waitFor();
    await menu().focus();
    await page.keyboard.press('Enter');
    await page.locator('.euiPopover__panel :focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('.euiSelectableListItem-isFocused', { hasText: OTHER.title }).waitFor();
    await page.keyboard.press('Enter');
    await models.row(there.id).waitFor();
    await page.waitForTimeout(500);
    expect(await menu().evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('a data source that isn’t there', () => {
  it('is said to be missing in the platform’s words, and another can be chosen', async () => {
    const models = new ModelsPage(page);
    await models.open('?dataSourceId=nobody');
    await subject(page, 'pageError').getByText('data-source/nobody').waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
    await choose(OTHER.title);
    await subject(page, 'modelsTable').waitFor();
  });

  it('is said to be out of reach when it is gone, and the local cluster stays', async () => {
    const models = new ModelsPage(page);
    await models.open(ON_OTHER);
    await subject(page, 'modelsTable').waitFor();
    killOther();
    await page.reload();
    await subject(page, 'pageError')
      .getByText(/ECONNREFUSED/)
      .waitFor();
    await choose('Local cluster');
    await models.row(here.id).waitFor();
  });
});
