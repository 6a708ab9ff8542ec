import type { Page } from 'playwright-core';
import { makeFaults, mendWire } from '../cluster/faults';
import { makeIngestPipeline, makeModel, uniqueName } from '../cluster/fixtures';
import { tell } from '../cluster/opensearch';
import { Announcements } from './announcements';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, subject } from './models_page';

let page: Page;
let models: ModelsPage;
let heard: Announcements;

eachTestInBrowser({ safeDelete: true }, (shown) => {
  ({ page } = shown);
  models = new ModelsPage(page);
  heard = new Announcements(page);
});

const click = (name: string) => subject(page, name).click();

describe('who can’t see the page hears', () => {
  it('what a search found, what is selected, what a check found, and what was deleted', async () => {
    const stem = uniqueName('heard');
    const [used, ...free] = [
      await makeModel({ name: `${stem}-1` }),
      await makeModel({ name: `${stem}-2` }),
      await makeModel({ name: `${stem}-3` }),
    ];
    const pipeline = await makeIngestPipeline(used.id);
    await models.open();
    await subject(page, 'modelsTable').waitFor();
    await heard.listen();
    await subject(page, 'searchModels').fill(stem);
    await heard.hear('3 matching models, 1 to 3 shown');

    await click(`deleteModel-${used.id}`);
    await heard.hear('Can’t delete yet: 1 blocking resource');
    await click('deleteModelCheckAgain');
    await heard.hear('Checking what uses this model');
    await heard.hear('Can’t delete yet: 1 blocking resource');
    await tell('DELETE', `/_ingest/pipeline/${pipeline}`);
    await click('deleteModelCheckAgain');
    await heard.hear('Nothing uses this model.');
    await click('deleteModelConfirm');
    await heard.hear(`Deleted “${used.name}”`);
    await heard.hear('2 matching models, 1 to 2 shown');

    await page
      .locator(`label[for="selectAllModels"], #selectAllModels`)
      .first()
      .click({ force: true });
    await heard.hear('2 selected');
    await click('deleteModels');
    await heard.hear('2 of 2 models will be deleted');
    await click('deleteModelsConfirm');
    await heard.hear(`Deleting “${free[0]?.name}”: 1 of 2`);
    await heard.hear(`Deleting “${free[1]?.name}”: 2 of 2`);
    await heard.hear('2 models deleted');
  });

  it('how far an undeploy is, what a delete would do, and whether safe delete is on', async () => {
    const model = await makeModel({ deploy: true });
    await models.open(`?search=${model.name}`);
    await models.row(model.id).waitFor();
    await heard.listen();
    await click('safeDeleteSwitch');
    await click('confirmModalConfirmButton');
    await heard.hear('Off · persistent setting');

    await makeFaults({ path: '_undeploy', answer: { status: 200, body: '{}' } });
    await click(`deleteModel-${model.id}`);
    await subject(page, 'deleteModelModal').locator('label', { hasText: 'Undeploy' }).click();
    await click('deleteModelConfirm');
    await heard.hear('Undeploying the model');
    await heard.hear('State: Deployed.Still on: test (Deployed).');
    await click('deleteModelCancel');
    await heard.hear('Stopped. The model wasn’t deleted.');
    await click('deleteModelCancel');
    await mendWire();

    await click(`modelName-${model.id}`);
    await heard.hear('Nothing uses this model. It is deployed: deleting it undeploys it first.');
    await click('undeployModel');
    await click('confirmModalConfirmButton');
    await heard.hear(`Undeployed “${model.name}”`);
    await heard.hear('Nothing uses this model.');
  });
});
