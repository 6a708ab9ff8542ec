import type { Page } from 'playwright-core';
import { makeFaults, mendWire, openGate, untilHeld } from '../cluster/faults';
import { makeIngestPipeline, makeModel, modelState } from '../cluster/fixtures';
import { setSafeDelete } from '../cluster/opensearch';
import { callUntilDeployed } from '../cluster/traffic';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, subject } from './models_page';

let page: Page;

eachTestInBrowser(
  { size: { width: 1280, height: 800 }, safeDelete: null },
  (shown) => ({ page } = shown)
);

/** Opens the dialog of a deployed model, and agrees to undeploy and delete it. */
async function confirmBoth() {
  const model = await makeModel({ deploy: true });
  const models = new ModelsPage(page);
  await models.open();
  const dialog = await models.openDeleteDialog(model);
  // OUI draws the box itself: a person clicks its label
  await dialog.locator('label', { hasText: 'Undeploy' }).click();
  return { model, models, dialog };
}
/**
 * Whether a delete waits at the gate before something else happens: a call whose deploy is just
 * ending can bring the model back before the delete is sent, which is an attempt as well.
 */
async function isHeldBefore(other: Promise<unknown>, gate: string): Promise<boolean> {
  const waiting = new AbortController();
  const held = untilHeld(gate, waiting.signal).then(() => true);
  // aborted where the other came first
  held.catch(() => {});
  try {
    return await Promise.race([held, other.then(() => false)]);
  } finally {
    waiting.abort();
  }
}

const confirm = () => subject(page, 'deleteModelConfirm').click();

describe('undeploy and delete', () => {
  it('shows the nodes that hold it still, and deletes nothing when it is stopped', async () => {
    const { model, models, dialog } = await confirmBoth();
    await makeFaults({ path: '_undeploy', answer: { status: 200, body: '{}' } });
    await confirm();
    await subject(dialog, 'deleteModelNodes').waitFor();
    expect(await dialog.innerText()).toContain('Still on: test (Deployed)');
    expect(await models.accessibilityFaults({ whileLoading: true })).toEqual([]);
    await subject(page, 'deleteModelCancel').click();
    await subject(dialog, 'deleteModelNotice').waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
    expect(await dialog.innerText()).toContain('The model wasn’t deleted');
    expect(await modelState(model.id)).toBe('DEPLOYED');
  });

  it('tells that calls deploy it again, and deletes it with its auto-deploy off', async () => {
    const { model, models, dialog } = await confirmBoth();
    const gates = ['first', 'second', 'third'];
    const held = { method: 'DELETE', path: '_ml/models/', times: 1 };
    await makeFaults(
      ...gates.map((gate) => ({ ...held, answer: { hold: 'request' as const, gate } }))
    );
    await confirm();
    const givenUp = subject(dialog, 'deleteModelStaysDeployed').waitFor({ timeout: 90_000 });
    for (const gate of gates) {
      if (!(await isHeldBefore(givenUp, gate))) break;
      await callUntilDeployed(model.id);
      await openGate(gate);
    }
    await givenUp;
    await mendWire();
    expect(await models.accessibilityFaults()).toEqual([]);
    await subject(dialog, 'deleteModelTurnOffAutoDeploy').click();
    await models.row(model.id).waitFor({ state: 'detached' });
    expect(await modelState(model.id)).toBeUndefined();
    // an undeploy may take the 60 s that the dialog gives it
  });

  it('warns that ML Commons may refuse after it, says so, and deploys it again', async () => {
    await setSafeDelete(true);
    const error = { type: 'security_exception', reason: 'no permissions for […]' };
    const forbidden = { status: 403, body: JSON.stringify({ error, status: 403 }) };
    await makeFaults({ path: '_ingest/pipeline', answer: forbidden });
    const { model, models, dialog } = await confirmBoth();
    await makeIngestPipeline(model.id);
    await subject(dialog, 'deleteModelMayRefuse').waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
    await subject(dialog, 'deleteModelName').fill(model.name);
    await confirm();
    await subject(dialog, `undeployedNotDeleted-${model.id}`).waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
    expect(await modelState(model.id)).toBe('UNDEPLOYED');
    await subject(dialog, `deployAgain-${model.id}`).click();
    await subject(dialog, `deployedAgain-${model.id}`).waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
    expect(await modelState(model.id)).toBe('DEPLOYED');
  });

  it('says in a run of many what it has undeployed only, and deploys that again', async () => {
    await setSafeDelete(true);
    const model = await makeModel({ deploy: true });
    const other = await makeModel();
    await makeIngestPipeline(model.id);
    const error = { type: 'security_exception', reason: 'no permissions for […]' };
    const forbidden = { status: 403, body: JSON.stringify({ error, status: 403 }) };
    await makeFaults({ path: '_ingest/pipeline', answer: forbidden });
    const models = new ModelsPage(page);
    await models.open();
    for (const { id } of [model, other]) {
      await subject(page, `checkboxSelectRow-${id}`).click();
    }
    await subject(page, 'deleteModels').click();
    const dialog = subject(page, 'deleteModelsModal');
    await dialog.locator('label', { hasText: 'Undeploy' }).first().click();
    for (const { id, name } of [model, other]) {
      await subject(dialog, `deleteModelsName-${id}`).fill(name);
    }
    await subject(dialog, 'deleteModelsConfirm').click();
    await subject(dialog, `undeployedNotDeleted-${model.id}`).waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
    await subject(dialog, `deployAgain-${model.id}`).click();
    await subject(dialog, `deployedAgain-${model.id}`).waitFor();
    expect([await modelState(model.id), await modelState(other.id)]).toEqual([
      'DEPLOYED',
      undefined,
    ]);
  });
});
