import { readFileSync } from 'fs';
import type { Locator, Page } from 'playwright-core';
import type { ResultRow } from '../../public/deletion/bulk/run_results';
import { makeFaults, openGate, untilHeld } from '../cluster/faults';
import {
  makeConversationalAgent,
  makeGroup,
  makeIngestPipeline,
  makeModel,
  modelState,
  uniqueName,
} from '../cluster/fixtures';
import { guard } from '../cluster/guardrails';
import { ask, tell } from '../cluster/opensearch';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, type React, subject } from './models_page';

let page: Page;

eachTestInBrowser(
  { size: { width: 1440, height: 900 }, safeDelete: true },
  (shown) => ({ page } = shown)
);

const exists = async (id: string) => (await modelState(id)) !== undefined;
const groupExists = async (id: string) =>
  (await ask('GET', `/_plugins/_ml/model_groups/${id}`)).name !== undefined;

/** Selects all models of a search, and opens the dialog on the review of them. */
async function openDialog(models: ModelsPage, stem: string, count: number): Promise<Locator> {
  await models.open(`?search=${stem}`);
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-test-subj^="modelRow-"]').length === wanted,
    count
  );
  await subject(page, 'checkboxSelectAll').click();
  await subject(page, 'deleteModels').click();
  const dialog = subject(page, 'deleteModelsModal');
  await subject(dialog, 'deleteModelsConfirm').waitFor();
  return dialog;
}

async function resultOf(dialog: Locator): Promise<Record<string, string>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    subject(dialog, 'deleteModelsResultJson').click(),
  ]);
  const rows = JSON.parse(readFileSync(await download.path(), 'utf8')) as ResultRow[];
  return Object.fromEntries(rows.map((row) => [row.model_id, row.result]));
}

describe.each<React>(['18'])('deleting many models, on React %s', (react) => {
  it('deletes those that can go, in the right order, and says why the others stay', async () => {
    const stem = uniqueName('many');
    const make = (name: string, more = {}) => makeModel({ name: `${stem}-${name}`, ...more });
    const groupId = await makeGroup();
    const guarding = await make('a-guarding');
    const guarded = await make('b-guarded');
    await guard(guarded.id, guarding.id);
    const first = await make('c-first', { groupId });
    const second = await make('d-second', { groupId });
    const deployed = await make('e-deployed', { deploy: true });
    const blocked = await make('f-blocked');
    await makeIngestPipeline(blocked.id);
    const answering = await make('g-answering');
    const chat = await makeConversationalAgent(answering.id);
    const models = new ModelsPage(page, react);
    const dialog = await openDialog(models, stem, 7);

    const row = (id: string) => subject(dialog, `deleteModelsRow-${id}`);
    expect(await row(blocked.id).innerText()).toContain('ML Commons refuses');
    expect(await dialog.innerText()).toContain('4 of 7 models will be deleted');
    await dialog.locator('label', { hasText: 'Undeploy the model' }).click();
    await row(answering.id).locator('button', { hasText: '1 dependent' }).click();
    await subject(row(answering.id), `dependent-agent-${chat.id}`).waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
    await subject(dialog, 'deleteModelsConfirm').click();
    await subject(dialog, 'deleteModelsResultJson').waitFor();

    expect(await resultOf(dialog)).toEqual({
      [guarding.id]: 'deleted',
      [guarded.id]: 'deleted',
      [first.id]: 'deleted',
      [second.id]: 'deleted',
      [deployed.id]: 'deleted',
      [blocked.id]: 'left_out',
      [answering.id]: 'left_out',
    });
    expect(await models.accessibilityFaults()).toEqual([]);
    expect(await Promise.all([guarding, deployed, second].map(({ id }) => exists(id)))).toEqual([
      false,
      false,
      false,
    ]);
    expect([await exists(blocked.id), await exists(answering.id)]).toEqual([true, true]);
    expect(await groupExists(groupId)).toBe(false);

    await tell('DELETE', `/_plugins/_ml/agents/${chat.id}`);
    await subject(dialog, 'deleteModelsRest').click();
    await dialog.getByText('1 of 2 models will be deleted').waitFor();
    await subject(dialog, 'deleteModelsCancel').click();
    await dialog.waitFor({ state: 'detached' });
    await models.row(first.id).waitFor({ state: 'detached' });
    expect(await subject(page, 'selectedModels').innerText()).toContain('2 selected');
  });

  it('stops when it is told to, and keeps a model that came into use meanwhile', async () => {
    const stem = uniqueName('many');
    const make = (name: string) => makeModel({ name: `${stem}-${name}` });
    const [first, second, third] = [await make('a'), await make('b'), await make('c')];
    const models = new ModelsPage(page, react);
    const dialog = await openDialog(models, stem, 3);
    await makeIngestPipeline(first.id);
    const gate = uniqueName('gate');
    await makeFaults({
      method: 'DELETE',
      path: `^/_plugins/_ml/models/${second.id}`,
      answer: { hold: 'request', gate },
    });
    await subject(dialog, 'deleteModelsConfirm').click();
    await untilHeld(gate);
    await page.keyboard.press('Escape');
    await subject(dialog, 'deleteModelsStop').click();
    await dialog.getByText(/^Stopping/).waitFor();
    expect(await models.accessibilityFaults({ whileLoading: true })).toEqual([]);
    await openGate(gate);
    await subject(dialog, 'deleteModelsResultJson').waitFor();
    expect(await resultOf(dialog)).toEqual({
      [first.id]: 'stopped',
      [second.id]: 'deleted',
      [third.id]: 'not_started',
    });
    expect([await exists(first.id), await exists(second.id), await exists(third.id)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
