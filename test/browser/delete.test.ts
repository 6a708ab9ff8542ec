import type { Page } from 'playwright-core';
import { makeFaults, mendWire } from '../cluster/faults';
import {
  makeAgent,
  makeConnector,
  makeConversationalAgent,
  makeGroup,
  makeIngestPipeline,
  makeModel,
  makeSearchPipeline,
  modelState,
} from '../cluster/fixtures';
import { ask, setSafeDelete, tell } from '../cluster/opensearch';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, subject, type React } from './models_page';

let page: Page;

eachTestInBrowser(
  { size: { width: 1440, height: 900 }, safeDelete: true },
  (shown) => ({ page } = shown)
);

const confirm = () => subject(page, 'deleteModelConfirm');
const dialogNow = () => subject(page, 'deleteModelModal');

describe.each<React>(['18', '16'])('deleting a model, on React %s', (react) => {
  it('names all that blocks, follows what is removed, and deletes in the end', async () => {
    const model = await makeModel();
    const first = await makeIngestPipeline(model.id);
    const second = await makeIngestPipeline(model.id);
    const search = await makeSearchPipeline(model.id);
    const agent = await makeAgent(model.id);
    const models = new ModelsPage(page, react);
    await models.open();
    const dialog = await models.openDeleteDialog(model);

    const blockers = [
      [`ingest_pipeline-${first}`, `/_ingest/pipeline/${first}`],
      [`ingest_pipeline-${second}`, `/_ingest/pipeline/${second}`],
      [`search_pipeline-${search}`, `/_search/pipeline/${search}`],
      [`agent-${agent.id}`, `/_plugins/_ml/agents/${agent.id}`],
    ] as const;
    const dependent = (name: string) => subject(dialog, `dependent-${name}`);
    for (const [name] of blockers) await dependent(name).first().waitFor();
    expect(await dialog.innerText()).toContain('processors[0].text_embedding.model_id');
    expect(await dialog.innerText()).toContain('tools[0].parameters.model_id');
    expect(await confirm().count()).toBe(0);
    expect(await models.accessibilityFaults()).toEqual([]);

    for (const [name, path] of blockers) {
      await tell('DELETE', path);
      const reviewed = page.waitForResponse(/\/review$/);
      await subject(page, 'deleteModelCheckAgain').click();
      await reviewed;
      await dependent(name).waitFor({ state: 'detached' });
    }
    await confirm().waitFor();
    expect(await dialog.innerText()).toContain('Last version');
    await confirm().click();
    await dialogNow().waitFor({ state: 'detached' });
    await models.row(model.id).waitFor({ state: 'detached' });
    expect(await models.toasts.innerText()).toContain(model.name);
    expect(await modelState(model.id)).toBeUndefined();
  });

  it('deletes the connector after the model where that is chosen, and says so', async () => {
    const connectorId = await makeConnector();
    const model = await makeModel({ connectorId });
    const models = new ModelsPage(page, react);
    await models.open();
    const dialog = await models.openDeleteDialog(model);
    await dialog.getByText(/Delete connector/).click();
    expect(await models.accessibilityFaults()).toEqual([]);
    await confirm().click();
    await dialogNow().waitFor({ state: 'detached' });
    await models.toasts.getByText(/Connector “connector-.*” was deleted/).waitFor();
    expect(await ask('GET', `/_plugins/_ml/connectors/${connectorId}`)).toMatchObject({
      status: 404,
    });
  });

  it('opens with the focus on Cancel, and gives it back', async () => {
    const model = await makeModel();
    const models = new ModelsPage(page, react);
    await models.open();
    await models.openDeleteDialog(model);
    await confirm().waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('data-test-subj'));
    expect(await focused()).toBe('deleteModelCancel');
    await page.keyboard.press('Enter');
    await dialogNow().waitFor({ state: 'detached' });
    await page.waitForFunction(
      (name) => document.activeElement?.getAttribute('data-test-subj') === name,
      `deleteModel-${model.id}`
    );
    expect(await modelState(model.id)).toBe('REGISTERED');
  });

  it('lets nothing that would break go before the name is typed', async () => {
    await setSafeDelete(false);
    const model = await makeModel();
    const chat = await makeConversationalAgent(model.id);
    await makeIngestPipeline(model.id);
    const models = new ModelsPage(page, react);
    await models.open();
    const dialog = await models.openDeleteDialog(model);
    await subject(dialog, `dependent-agent-${chat.id}`).waitFor();
    expect(await dialog.innerText()).toContain('llm.model_id');
    expect(await confirm().isDisabled()).toBe(true);
    await subject(page, 'deleteModelName').fill(model.name.slice(0, -1));
    expect(await confirm().isDisabled()).toBe(true);
    expect(await models.accessibilityFaults()).toEqual([]);
    await subject(page, 'deleteModelName').fill(model.name);
    await confirm().click();
    await models.row(model.id).waitFor({ state: 'detached' });
    expect(await modelState(model.id)).toBeUndefined();
  });

  it('undeploys a deployed model first, when told to', async () => {
    const groupId = await makeGroup();
    await makeModel({ groupId });
    const model = await makeModel({ groupId, deploy: true });
    const models = new ModelsPage(page, react);
    await models.open();
    await models.openDeleteDialog(model);
    await confirm().waitFor();
    expect(await confirm().isDisabled()).toBe(true);
    // OUI draws the box itself: a person clicks its label
    await dialogNow().locator('label', { hasText: 'Undeploy' }).click();
    await confirm().click();
    await models.row(model.id).waitFor({ state: 'detached' });
    expect(await modelState(model.id)).toBeUndefined();
  });
});

describe('a delete that does not go as expected', () => {
  it('shows what changed since the review, and asks anew', async () => {
    const model = await makeModel();
    const models = new ModelsPage(page);
    await models.open();
    await models.openDeleteDialog(model);
    await confirm().waitFor();
    const added = await makeSearchPipeline(model.id);
    await confirm().click();
    await subject(page, 'deleteModelNotice').waitFor();
    expect(await subject(page, 'deleteModelNotice').innerText()).toContain(added);
    expect(await models.accessibilityFaults()).toEqual([]);
    expect(await confirm().count()).toBe(0);
    expect(await modelState(model.id)).toBe('REGISTERED');
  });

  it("stays open with the cluster's own words when the delete fails", async () => {
    const model = await makeModel();
    const models = new ModelsPage(page);
    await models.open();
    await models.openDeleteDialog(model);
    await confirm().waitFor();
    const reason = "User doesn't have privilege to perform this operation on this model";
    await makeFaults({
      method: 'DELETE',
      path: '_ml/models/',
      answer: {
        status: 403,
        body: JSON.stringify({ error: { type: 'status_exception', reason }, status: 403 }),
      },
    });
    await confirm().click();
    await subject(page, 'deleteModelError').waitFor();
    expect(await dialogNow().innerText()).toContain(reason);
    expect(await models.accessibilityFaults()).toEqual([]);
    await mendWire();
    await subject(page, 'deleteModelCheckAgain').click();
    await confirm().click();
    await models.row(model.id).waitFor({ state: 'detached' });
  });

  it('names what could not be checked, and deletes only when that is accepted', async () => {
    const model = await makeModel();
    const models = new ModelsPage(page);
    const reason = 'no permissions for [cluster:admin/opensearch/ml/agents/search] and User [x]';
    await makeFaults({
      path: 'agents/_search',
      answer: {
        status: 403,
        body: JSON.stringify({ error: { type: 'security_exception', reason }, status: 403 }),
      },
    });
    await models.open();
    const dialog = await models.openDeleteDialog(model);
    await subject(dialog, 'notChecked-agent').waitFor();
    expect(await dialog.innerText()).toContain(reason);
    expect(await confirm().isDisabled()).toBe(true);
    expect(await models.accessibilityFaults()).toEqual([]);
    await subject(page, 'deleteModelName').fill(model.name);
    await confirm().click();
    await models.row(model.id).waitFor({ state: 'detached' });
  });

  it('takes a model that is gone already for deleted', async () => {
    const model = await makeModel();
    const models = new ModelsPage(page);
    await models.open();
    await models.openDeleteDialog(model);
    await confirm().waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
    await tell('DELETE', `/_plugins/_ml/models/${model.id}`);
    await confirm().click();
    await dialogNow().waitFor({ state: 'detached' });
    await models.row(model.id).waitFor({ state: 'detached' });
  });
});
