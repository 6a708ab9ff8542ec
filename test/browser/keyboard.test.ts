import type { Page } from 'playwright-core';
import {
  makeConversationalAgent,
  makeIngestPipeline,
  makeModel,
  makeModels,
  modelState,
  removeFixtures,
  uniqueName,
  type MadeModel,
} from '../cluster/fixtures';
import { setSafeDelete, tell } from '../cluster/opensearch';
import { startBrowser, type Browser } from './browser';
import { Keyboard } from './keyboard';
import { ModelsPage, subject } from './models_page';

let browser: Browser;
let page: Page;
let models: ModelsPage;
let keys: Keyboard;
/** More than a page of the list shows. */
let made: MadeModel[];
const stem = uniqueName('keys');

beforeAll(async () => {
  made = await makeModels(stem, 11);
  browser = await startBrowser({ width: 1280, height: 900 });
});
afterAll(async () => {
  await browser.close();
  await removeFixtures();
  await setSafeDelete(null);
});
beforeEach(async () => {
  await setSafeDelete(true);
  page = await browser.newPage();
  models = new ModelsPage(page);
  keys = new Keyboard(page);
});
afterEach(() => page.close());

/** One of those that were made; no test takes another's. */
function model(at: number): MadeModel {
  const one = made[at];
  if (!one) throw new Error(`There is no model ${at}.`);
  return one;
}

const there = (name: string) => subject(page, name).first().waitFor();
const gone = (name: string) => subject(page, name).first().waitFor({ state: 'detached' });
const open = async (query: string, first: { id: string }) => {
  await models.open(query);
  await models.row(first.id).waitFor();
};

/** Opens what the focus is on, closes it with Escape, and is back where it was. */
async function lookInto(opener: string, shown: string, close = 'Escape') {
  await keys.tabTo(opener);
  await keys.open();
  await there(shown);
  await keys.press(close);
  await keys.isOn(opener);
}

describe('with nothing but a keyboard', () => {
  it('the list is searched, filtered, sorted, arranged, and turned over', async () => {
    const [first, last] = [model(0), model(10)];
    await makeIngestPipeline(first.id);
    await open('?size=10', first);

    await keys.tabTo('searchModels');
    await keys.type(stem);
    await page.waitForURL(new RegExp(`search=${stem}`));
    await keys.tabTo('State filter');
    await keys.open();
    await page.getByRole('option', { name: /^Registered/ }).waitFor();
    await keys.tabTo('Registered (11)');
    await keys.press('Enter');
    await page.waitForURL(/state=REGISTERED/);
    await keys.press('Escape');
    await keys.isOn('State filter, 1 chosen');
    await keys.tabTo('usageChoice-unused');
    await keys.press('Enter');
    await models.row(first.id).waitFor({ state: 'detached' });
    await keys.tabTo('usageChoice-all', 'Shift+Tab');
    await keys.press('Space');
    await models.row(first.id).waitFor();

    await keys.tabTo('listView');
    await keys.open();
    await keys.tabTo('listViewColumn-last_deployed_time');
    await keys.press('Space');
    await page.getByRole('columnheader', { name: 'Last deployed' }).waitFor();
    await keys.tabTo('listViewDense');
    await keys.press('Space');
    await keys.tabTo('listViewRefresh');
    await keys.press('ArrowDown', 'ArrowUp', 'Escape');
    await keys.isOn('listView');

    await keys.tabTo('tableHeaderSortButton');
    await keys.press('Enter');
    await page.waitForURL(/sort_order=desc/);
    await models.row(last.id).waitFor();
    await keys.isOn('tableHeaderSortButton');
    await keys.tabTo(`checkboxSelectRow-${last.id}`);
    await keys.press('Space');
    await page.getByText('1 selected').waitFor();
    await keys.tabTo('pagination-button-next');
    await keys.press('Enter');
    await models.row(first.id).waitFor();
    await page.getByText('1 selected, 1 not shown').waitFor();
    await keys.tabTo(`usedBy-${first.id}`, 'Shift+Tab');
    await keys.open();
    await there('usedByNames');
    await keys.tabTo('usedByAll');
    await keys.press('Escape');
    await keys.isOn(`usedBy-${first.id}`);
    expect(keys.faults).toEqual([]);
  });

  it('a model’s page is opened, read in all its parts, and the model is undeployed', async () => {
    const deployed = await makeModel({ deploy: true });
    const pipelines = await Promise.all(
      Array.from({ length: 13 }, () => makeIngestPipeline(deployed.id))
    );
    pipelines.sort();
    await open(`?search=${deployed.name}`, deployed);
    await keys.tabTo(`modelName-${deployed.id}`);
    await keys.press('Enter');
    await keys.isOn('modelPage');
    await there('jsonView');
    await keys.tabTo('modelPageTab-dependents');
    await keys.press('Enter');
    await there(`dependent-ingest_pipeline-${pipelines[0]}`);
    await keys.tabTo('dependentsView-map');
    await keys.press('Enter');

    await there('dependencyKind-ingest_pipeline-1');
    await keys.tabTo(`dependencyNode-model-${deployed.id}`);
    await keys.press('ArrowRight');
    await keys.isOn('dependencyKind-ingest_pipeline-1');
    await keys.press('Enter');
    await page
      .locator('[data-test-subj="dependencyKind-ingest_pipeline-1"][aria-expanded="true"]')
      .waitFor();
    await keys.isOn('dependencyKind-ingest_pipeline-1');
    await keys.press('ArrowDown');
    await keys.isOn(`dependencyNode-ingest_pipeline-${pipelines[0]}`);
    await keys.press('Enter');
    await keys.isOn(pipelines[0] ?? '');
    await keys.tabTo('closeDependencyPanel');
    await keys.press('Escape');
    await keys.isOn(`dependencyNode-ingest_pipeline-${pipelines[0]}`);
    await keys.press('Home', '-', '+', '0');
    await keys.isOn(`dependencyNode-model-${deployed.id}`);
    await keys.tabTo('downloadMap', 'Shift+Tab');
    await keys.open();
    await keys.press('Escape');
    await keys.isOn('downloadMap');
    await keys.tabTo('fitMap', 'Shift+Tab');
    await keys.press('Enter');
    await keys.tabTo('modelPageTab-json', 'Shift+Tab');
    await keys.press('Enter');
    await there('jsonView');

    await keys.tabTo('undeployModel', 'Shift+Tab');
    await keys.open();
    await keys.isOn('confirmModalCancelButton');
    await keys.tabTo('confirmModalConfirmButton');
    await keys.press('Enter');
    await gone('undeployModal');
    await gone('undeployModel');
    await keys.press('Shift');
    expect(await modelState(deployed.id)).toBe('UNDEPLOYED');
    expect(keys.faults).toEqual([]);
  });

  it('a delete is refused, helped along, and asked for again', async () => {
    const deployed = await makeModel({ deploy: true });
    const pipeline = await makeIngestPipeline(deployed.id);
    await open(`?search=${deployed.name}`, deployed);
    const opener = `deleteModel-${deployed.id}`;
    await keys.tabTo(opener);
    await keys.open();
    await there('deleteModelCheckAgain');
    await keys.isOn('deleteModelCancel');
    const requests = `dependentRequests-ingest_pipeline-${pipeline}`;
    await lookInto(requests, 'copyRemoveRequest');
    await keys.open();
    await there('copyRemoveRequest');
    await keys.tabTo('copyRemoveRequest');
    await keys.press('Enter');
    await keys.isOn(requests);
    await keys.tabTo('showMap');
    await keys.open();
    await there(`dependencyNode-ingest_pipeline-${pipeline}`);
    await keys.tabTo(`dependencyNode-model-${deployed.id}`);
    await keys.press('Escape');
    await keys.isOn('showMap');
    await keys.press('Escape');
    await gone('deleteModelModal');
    await keys.isOn(opener);

    await keys.open();
    await there('deleteModelCheckAgain');
    await tell('DELETE', `/_ingest/pipeline/${pipeline}`);
    await keys.tabTo('deleteModelCheckAgain');
    await keys.press('Enter');
    await there('deleteModelUndeploy');
    await keys.isOn('deleteModelCancel');
    await keys.tabTo('deleteModelUndeploy');
    await keys.press('Space');
    await keys.tabTo('deleteModelConfirm');
    await keys.press('Enter');
    await gone('deleteModelModal');
    await keys.isOn('All models');
    expect(await modelState(deployed.id)).toBeUndefined();
    expect(keys.faults).toEqual([]);
  });

  it('a model that is in use is deleted with its name, one that is not at once', async () => {
    const [free, answering] = [model(1), model(2)];
    await makeConversationalAgent(answering.id);
    await open(`?search=${stem}`, free);
    const openDialog = async ({ id }: MadeModel) => {
      await keys.tabTo(`deleteModel-${id}`);
      await keys.open();
      await there('deleteModelConfirm');
      await keys.isOn('deleteModelCancel');
    };
    await openDialog(answering);
    await keys.tabTo('deleteModelName');
    await keys.type(answering.name);
    await keys.tabTo('deleteModelConfirm');
    await keys.press('Enter');
    await models.row(answering.id).waitFor({ state: 'detached' });
    await keys.isIn('modelsTable');
    await openDialog(free);
    await keys.tabTo('deleteModelConfirm');
    await keys.press('Enter');
    await models.row(free.id).waitFor({ state: 'detached' });
    await keys.isIn('modelsTable');
    expect(keys.faults).toEqual([]);
  });

  it('many models are deleted, and the result is kept', async () => {
    const [one, other] = [model(3), model(4)];
    await open(`?search=${stem}`, one);
    for (const { id } of [one, other]) {
      await keys.tabTo(`checkboxSelectRow-${id}`);
      await keys.press('Space');
    }
    await keys.tabTo('deleteModels', 'Shift+Tab');
    await keys.open();
    await there('deleteModelsConfirm');
    await keys.isOn('deleteModelsCancel');
    await keys.tabTo('deleteModelsConfirm');
    await keys.press('Enter');
    await there('deleteModelsResultJson');
    await keys.isOn('deleteModelsCancel');
    await keys.tabTo('deleteModelsResultCopy');
    await keys.press('Enter', 'Escape');
    await gone('deleteModelsModal');
    await keys.isOn('usageRefresh');
    expect([await modelState(one.id), await modelState(other.id)]).toEqual([undefined, undefined]);
    expect(keys.faults).toEqual([]);
  });

  it('safe delete is explained, turned off and on, and set until the cluster restarts', async () => {
    await open(`?search=${stem}`, model(5));
    await lookInto('What it covers', 'safeDeleteHelp');
    await keys.tabTo('safeDeleteSwitch', 'Shift+Tab');
    await keys.open('Space');
    await keys.isOn('confirmModalCancelButton');
    await keys.press('Enter');
    await keys.isOn('safeDeleteSwitch');
    await keys.open('Space');
    await keys.tabTo('confirmModalConfirmButton');
    await keys.press('Enter');
    await page.locator('[data-test-subj="safeDeleteSwitch"][aria-checked="false"]').waitFor();
    await keys.isOn('safeDeleteSwitch');
    await keys.tabTo('safeDeleteMore');
    await keys.open();
    await there('safeDeleteMore-for_now');
    await keys.tabTo('safeDeleteMore-for_now');
    await keys.press('Enter');
    await there('safeDeleteRemoveTransient');
    await keys.isOn('safeDeletePanel');
    await keys.tabTo('safeDeleteRemoveTransient');
    await keys.open();
    await keys.isOn('confirmModalCancelButton');
    await keys.tabTo('confirmModalConfirmButton');
    await keys.press('Enter');
    await gone('safeDeleteTransient');
    await keys.isOn('safeDeletePanel');
    expect(keys.faults).toEqual([]);
  });
});
