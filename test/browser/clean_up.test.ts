import type { Page } from 'playwright-core';
import {
  makeConnector,
  makeConversationalAgent,
  makeGroup,
  makeIngestPipeline,
  makeLocalModel,
  makeModel,
  modelState,
  removeFixtures,
} from '../cluster/fixtures';
import { sendConsole } from '../cluster/console';
import { ask, tell, type Json } from '../cluster/opensearch';
import { startBrowser, type Browser } from './browser';
import { ModelsPage, subject } from './models_page';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser({ width: 1280, height: 900 });
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await removeFixtures();
});

describe('the page to clean up from', () => {
  it('deletes connectors that nothing uses and groups without a model, and says what became of each', async () => {
    const unselected = await makeConnector();
    const [connector, group, taken] = [
      await makeConnector(),
      await makeGroup(),
      await makeConnector(),
    ];
    const models = new ModelsPage(page);
    await models.open('/clean-up');
    const rowOf = (id: string) => subject(page, `leftoverRow-${id}`);
    for (const id of [connector, group, taken]) {
      await rowOf(id).getByRole('checkbox').click();
    }
    expect(await models.accessibilityFaults()).toEqual([]);
    // used by the time of its delete
    const model = await makeModel({ connectorId: taken });
    await subject(page, 'deleteLeftovers').click();
    expect(await models.accessibilityFaults()).toEqual([]);
    await subject(page, 'deleteLeftoversConfirm').click();
    const dialog = subject(page, 'deleteLeftoversModal');
    await dialog.getByText('2 of 3 deleted').waitFor();
    expect(await subject(dialog, `leftover-${taken}`).innerText()).toContain(
      `Not deleted. The connector is in use by ${model.name}.`
    );
    await subject(page, 'deleteLeftoversCancel').click();
    for (const id of [connector, group]) await rowOf(id).waitFor({ state: 'detached' });
    // nothing that is deleted is selected any more
    await rowOf(unselected).waitFor();
    expect(await subject(page, 'deleteLeftovers').isDisabled()).toBe(true);
    expect(await ask('GET', `/_plugins/_ml/connectors/${connector}`)).toMatchObject({
      status: 404,
    });
    expect(await ask('GET', `/_plugins/_ml/connectors/${taken}`)).toHaveProperty('name');
  });

  it('says of a model whose deployment failed what helps, and deletes it and what is left of another', async () => {
    const failed = await makeModel();
    const { id: remains } = await makeLocalModel();
    const path = `/.plugins-ml-model/_doc/${failed.id}`;
    const { _source: source } = await ask('GET', path);
    await tell('PUT', `${path}?refresh=true`, {
      ...(source as Json),
      model_state: 'DEPLOY_FAILED',
      last_updated_time: Date.now() - 3 * 60 * 60 * 1_000,
    });
    await tell('DELETE', `/.plugins-ml-model/_doc/${remains}?refresh=true`);
    const models = new ModelsPage(page);
    await models.open('/clean-up');
    const row = subject(page, `troubledRow-${failed.id}`);
    await row.waitFor();
    expect(await row.innerText()).toContain('Deploy failed');
    expect(await row.innerText()).toContain('Deploy it on its page, which shows why that fails');
    const content = subject(page, `leftoverRow-${remains}`);
    expect(await content.innerText()).toContain('Content of a deleted model');
    expect(await models.accessibilityFaults()).toEqual([]);

    await row.getByRole('checkbox').click();
    await subject(page, 'deleteTroubled').click();
    await subject(page, 'deleteModelsConfirm').click();
    await subject(page, 'deleteModelsResultJson').waitFor();
    await subject(page, 'deleteModelsCancel').click();
    await row.waitFor({ state: 'detached' });
    expect(await modelState(failed.id)).toBeUndefined();
    await content.getByRole('checkbox').click();
    await subject(page, 'deleteLeftovers').click();
    await subject(page, 'deleteLeftoversConfirm').click();
    await subject(page, 'deleteLeftoversModal').getByText('1 of 1 deleted').waitFor();
    await subject(page, 'deleteLeftoversCancel').click();
    await content.waitFor({ state: 'detached' });
    expect(await ask('GET', `/.plugins-ml-model/_doc/${remains}_0`)).toMatchObject({
      found: false,
    });
    expect(browser.takeComplaints()).toEqual([]);
  });

  it('leads from what is unused to it deleted, and from a reference to a gone model to it mended', async () => {
    const [one, other, used] = [await makeModel(), await makeModel(), await makeModel()];
    await makeConversationalAgent(used.id);
    const gone = 'zzNoModelHasThisId01';
    const pipeline = await makeIngestPipeline(gone);
    const models = new ModelsPage(page);
    await models.open();
    await subject(page, 'pageTab-cleanUp').click();
    await models.row(one.id).waitFor();
    expect(await models.row(used.id).count()).toBe(0);
    await subject(page, 'mostUsedModels').getByRole('link', { name: used.name }).waitFor();
    const reference = subject(page, `danglingReference-ingest_pipeline-${pipeline}`);
    await reference.waitFor();
    expect(await reference.innerText()).toContain(gone);
    expect(await models.accessibilityFaults()).toEqual([]);

    for (const { id } of [one, other]) await subject(page, `checkboxSelectRow-${id}`).click();
    await subject(page, 'deleteModels').click();
    await subject(page, 'deleteModelsConfirm').click();
    await subject(page, 'deleteModelsResultJson').waitFor();
    await subject(page, 'deleteModelsCancel').click();
    await models.row(one.id).waitFor({ state: 'detached' });
    expect([await modelState(one.id), await modelState(other.id)]).toEqual([undefined, undefined]);

    await subject(page, `dependentRequests-ingest_pipeline-${pipeline}`).click();
    await subject(page, 'copyRemoveRequest').click();
    const request = await page.evaluate(() => navigator.clipboard.readText());
    expect(await sendConsole(request)).toMatchObject([{ status: 200 }]);
    await subject(page, 'refreshModels').click();
    await reference.waitFor({ state: 'detached' });
    expect(browser.takeComplaints()).toEqual([]);
  });
});
