import type { Locator, Page } from 'playwright-core';
import type { DependentKind } from '../../common/dependents/kinds';
import { environment } from '../cluster/environment';
import { makeFaultsBeside, mendWire } from '../cluster/faults';
import { removeFixtures, uniqueName } from '../cluster/fixtures';
import { setSafeDelete } from '../cluster/opensearch';
import { makeModelPool, type ModelPool } from '../conformance/model_pool';
import { type Loss, LOSSES } from '../sources/losses';
import { type UsedEverywhere, useEverywhere } from '../sources/use_everywhere';
import { type Browser, startBrowser } from './browser';
import { ModelsPage, subject } from './models_page';

interface Case {
  source: DependentKind;
  /** How the page calls it. */
  words: string;
  path: string;
  loss: Loss;
}

const INDEXES_FAIL: Case = {
  source: 'index',
  words: 'couldn’t read indexes',
  path: '/_all/_mapping',
  loss: LOSSES.failing,
};

const CASES: readonly Case[] = [
  {
    source: 'ingest_pipeline',
    words: 'you don’t have permission to read ingest pipelines',
    path: '/_ingest/pipeline',
    loss: LOSSES.forbidden,
  },
  INDEXES_FAIL,
  {
    source: 'agent',
    words: 'couldn’t read agents',
    path: 'agents/_search',
    loss: LOSSES.truncated,
  },
  {
    source: 'search_pipeline',
    words: 'couldn’t read search pipelines',
    path: '/_search/pipeline',
    loss: LOSSES.silent,
  },
  {
    source: 'workflow',
    words: 'you don’t have permission to read workflows',
    path: 'workflow/state/_search',
    loss: LOSSES.forbidden,
  },
];

let browser: Browser;
let page: Page;
let pool: ModelPool;
let model = { id: '', name: '' };
let everywhere: UsedEverywhere;

beforeAll(async () => {
  browser = await startBrowser();
  pool = await makeModelPool();
  const name = uniqueName('model');
  model = { id: await pool.register({ name }), name };
  everywhere = await useEverywhere(model.id, pool);
});
afterAll(async () => {
  await browser.close();
  await everywhere.remove();
  await pool.empty();
  await removeFixtures();
  await setSafeDelete(null);
});
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(async () => {
  await page.close();
  await mendWire();
});

const confirm = () => subject(page, 'deleteModelConfirm');
const nameField = () => subject(page, 'deleteModelName');
const dependent = (dialog: Locator, { kind, id }: { kind: string; id: string }) =>
  subject(dialog, `dependent-${kind}-${id}`);

const othersThan = (source: string) => everywhere.uses.filter(({ kind }) => kind !== source);

async function openPage({ path, loss: { answer } }: Case): Promise<ModelsPage> {
  await makeFaultsBeside(everywhere.pretended, { path, answer });
  const models = new ModelsPage(page, '18', environment().impatientHost);
  await models.open();
  return models;
}

/** What stands for a source that was not read, once it stands there. */
async function toldOf(where: Page | Locator, { source }: Case): Promise<string> {
  const callout = subject(where, `notChecked-${source}`);
  await callout.waitFor();
  return callout.innerText();
}

function expectWords(told: string, { words, loss }: Case): void {
  expect(told).toContain(`Not checked: ${words}.`);
  const [, said] = /Cluster response: “(.*)”/.exec(told) ?? [];
  expect(said).toMatch(loss.words);
}

describe.each(CASES)('while $path is lost, by $loss.name', (one) => {
  it('says so, names all else that uses a model, and lets none go before it is accepted', async () => {
    await setSafeDelete(false);
    const models = await openPage(one);
    const listed = await toldOf(page, one);
    expectWords(listed, one);
    expect(listed).toContain('Counts may be too low.');
    expect(listed).toContain('Retry');

    const dialog = await models.openDeleteDialog(model);
    expect(await models.row(model.id).innerText()).toMatch(/\d+ would break/);
    expectWords(await toldOf(dialog, one), one);
    for (const use of othersThan(one.source)) await dependent(dialog, use).waitFor();

    expect(await confirm().isDisabled()).toBe(true);
    await nameField().fill(model.name.slice(0, -1));
    expect(await confirm().isDisabled()).toBe(true);
    await nameField().fill(model.name);
    expect(await confirm().isEnabled()).toBe(true);

    await makeFaultsBeside(everywhere.pretended);
    await dialog.getByRole('button', { name: 'Retry' }).click();
    await subject(dialog, `notChecked-${one.source}`).waitFor({ state: 'detached' });
    for (const use of everywhere.uses) await dependent(dialog, use).waitFor();
    // it was another review that was agreed to
    expect(await confirm().isDisabled()).toBe(true);
    expect(browser.takeComplaints()).toEqual([]);
  });
});

describe('while ML Commons refuses as well', () => {
  it('says what was not checked, and offers no delete', async () => {
    await setSafeDelete(true);
    const models = await openPage(INDEXES_FAIL);
    const dialog = await models.openDeleteDialog(model);
    expectWords(await toldOf(dialog, INDEXES_FAIL), INDEXES_FAIL);
    for (const use of othersThan('index')) await dependent(dialog, use).waitFor();
    await dialog.getByRole('button', { name: 'Retry' }).waitFor();
    expect(await confirm().count()).toBe(0);
    expect(await nameField().count()).toBe(0);
    expect(await models.accessibilityFaults()).toEqual([]);
  });
});
