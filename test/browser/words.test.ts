import type { Page } from 'playwright-core';
import {
  makeConversationalAgent,
  makeIngestPipeline,
  makeModel,
  removeFixtures,
  uniqueName,
} from '../cluster/fixtures';
import { makeFaults, mendWire } from '../cluster/faults';
import { setSafeDelete, tell } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';
import { startBrowser, type Browser } from './browser';
import { ModelsPage, subject } from './models_page';
import { cutOff, untranslatedLines } from './pseudo_words';

let browser: Browser;
let page: Page;
let models: ModelsPage;
let known: string[];
let pipeline: string;
let blocked: { id: string; name: string };
let answering: { id: string; name: string };
let deployed: { id: string; name: string };

beforeAll(async () => {
  await setSafeDelete(true);
  browser = await startBrowser({ width: 1280, height: 900 });
  page = await browser.newPage();
  models = new ModelsPage(page);
  const stem = uniqueName('words');
  const one = await makeModel({ name: `${stem}-1`, deploy: true });
  const other = await makeModel({ name: `${stem}-2`, groupId: one.groupId });
  const third = await makeModel({ name: `${stem}-3`, groupId: one.groupId, deploy: true });
  [blocked, answering, deployed] = [one, other, third];
  // so many that the map gathers them
  const pipelines = await Promise.all(Array.from({ length: 13 }, () => makeIngestPipeline(one.id)));
  pipeline = pipelines.sort()[0] ?? '';
  const chat = await makeConversationalAgent(other.id);
  const [registered, group] = [
    await tell('GET', `/_plugins/_ml/models/${one.id}`),
    await tell('GET', `/_plugins/_ml/model_groups/${one.groupId}`),
  ];
  const { connector_id: connectorId, planning_worker_nodes: nodes } = registered;
  const connector = await tell('GET', `/_plugins/_ml/connectors/${String(connectorId)}`);
  known = [
    ...['processors[0].text_embedding.model_id', 'llm.model_id', 'model_id', 'JSON', 'CSV'],
    ...[
      one.id,
      one.name,
      one.groupId,
      other.id,
      other.name,
      third.id,
      third.name,
      ...pipelines,
      chat.id,
      chat.name,
    ],
    ...[group.name, connectorId, connector.name, nodes].map(String),
    ...['plugins.ml_commons.safe_delete_model', 'of a test'],
  ];
  await models.open(`?locale=en-XA&search=${stem}`);
  await models.row(one.id).waitFor();
});

afterAll(async () => {
  await browser.close();
  await mendWire();
  await removeFixtures();
  await setSafeDelete(null);
});

/** Nothing on the page is left in English, nor cut off; and axe finds nothing in what is shown. */
async function expectAllRight() {
  expect(await untranslatedLines(page, known)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  expect(await models.accessibilityFaults()).toEqual([]);
}

/** What stands there of the cluster's own: an earlier test may have left something behind. */
async function namesToCleanUp(): Promise<string[]> {
  const { models: unused } = await call('listModels', { query: { usage: 'unused', size: 100 } });
  const { missing } = await call('listDangling');
  return [
    ...unused.flatMap(({ id, name, model_group: group }) => [id, name, group?.name ?? '']),
    ...missing.flatMap(({ model_id: id, dependents }) => [
      id,
      ...dependents.map((one) => one.name),
    ]),
  ].filter((name) => name !== '');
}

/** Does something, looks at what is shown, and closes what it has opened. */
async function on(open: () => Promise<unknown>, shown: string, close: () => Promise<unknown>) {
  await open();
  await subject(page, shown).first().waitFor();
  try {
    await expectAllRight();
  } finally {
    await close();
  }
}

const escape = () => page.keyboard.press('Escape');

describe('in a language that nobody speaks', () => {
  it('no text of the list is left out, and none is cut off', async () => {
    await expectAllRight();
    const filters = await page.locator('main .euiPopover .euiFilterButton').all();
    expect(filters).toHaveLength(3);
    for (const filter of filters) {
      await filter.click();
      await page.locator('.euiPopover__panel-isOpen').waitFor();
      await expectAllRight();
      await escape();
    }
    await on(() => subject(page, 'listView').click(), 'listViewDense', escape);
    await on(() => subject(page, 'effectsHelpButton').click(), 'effectsHelp', escape);
    await on(() => subject(page, `usedBy-${blocked.id}`).click(), 'usedByNames', escape);
  });

  it('nor of the dialogs', async () => {
    const dialogOf = (id: string) => () => subject(page, `deleteModel-${id}`).click();
    const cancel = () => subject(page, 'deleteModelCancel').click();
    await on(
      async () => {
        await dialogOf(blocked.id)();
        await subject(page, `dependentRequests-ingest_pipeline-${pipeline}`).click();
      },
      'copyRemoveRequest',
      async () => {
        await escape();
        await expectAllRight();
        await cancel();
      }
    );
    await on(dialogOf(answering.id), 'deleteModelName', cancel);
    await on(
      async () => {
        await subject(page, 'checkboxSelectAll').click();
        await subject(page, 'deleteModels').click();
      },
      'deleteModelsAsked',
      () => subject(page, 'deleteModelsCancel').click()
    );
  });

  it('nor of an undeploy that runs, and of one that was stopped', async () => {
    await makeFaults({ path: '_undeploy', answer: { status: 200, body: '{}' } });
    await subject(page, `deleteModel-${deployed.id}`).click();
    // OUI draws the box itself: a person clicks its label
    await subject(page, 'deleteModelModal').locator('.euiCheckbox label').first().click();
    await subject(page, 'deleteModelConfirm').click();
    const cancel = () => subject(page, 'deleteModelCancel').click();
    await on(() => subject(page, 'deleteModelNodes').waitFor(), 'deleteModelUndeploying', cancel);
    await on(() => subject(page, 'deleteModelNotice').waitFor(), 'deleteModelNotice', cancel);
  });

  it('nor of safe delete', async () => {
    await on(() => subject(page, 'safeDeleteMore').click(), 'safeDeleteMore-reset', escape);
    await on(
      () => subject(page, 'safeDeleteSwitch').click(),
      'turnSafeDeleteOffModal',
      () => escape()
    );
  });

  it('nor of a model’s page, whichever part of it is open', async () => {
    await subject(page, `modelName-${blocked.id}`).click();
    await subject(page, 'groupVersions').locator('table').waitFor();
    await subject(page, 'jsonView').waitFor();
    await expectAllRight();
    await on(() => subject(page, 'undeployModel').click(), 'undeployModal', escape);
    const tab = (name: string) => subject(page, `modelPageTab-${name}`).click();
    await tab('dependents');
    await subject(page, `dependent-ingest_pipeline-${pipeline}`).waitFor();
    await expectAllRight();
    await tab('json');
    await expectAllRight();

    await tab('dependents');
    await subject(page, 'dependentsView-map').click();
    const kind = subject(page, 'dependencyKind-ingest_pipeline-1');
    await kind.waitFor();
    await expectAllRight();
    await on(() => subject(page, 'downloadMap').click(), 'downloadMapSvg', escape);
    await kind.click();
    await subject(page, `dependencyNode-ingest_pipeline-${pipeline}`).click();
    await subject(page, 'dependencyPanel').locator('pre').waitFor();
    await expectAllRight();
  });

  it('nor of a replacement, in each of its steps', async () => {
    known = [...known, '127.0.0.1:9/v1'];
    await models.open(`/models/${blocked.id}/replace?locale=en-XA`);
    await subject(page, 'candidates').locator('table').waitFor();
    await subject(page, 'searchCandidates').fill(answering.name);
    const chosen = subject(page, `candidate-${answering.id}`);
    await chosen.waitFor();
    await page.waitForFunction(
      () => document.querySelectorAll('[data-test-subj^="candidate-"]').length === 1
    );
    await expectAllRight();
    await chosen.locator('label').click();
    const next = () => subject(page, 'nextStep').click();
    await next();
    await subject(page, `showDiff-ingest_pipeline-${pipeline}`).click();
    await expectAllRight();
    for (const step of ['replacementTrials', 'replacementApply', 'replacementFinish']) {
      await next();
      await subject(page, step).waitFor();
      await expectAllRight();
    }
  });

  it('nor of what stands in place of a model that is gone', async () => {
    await models.open('/models/gone-long-ago?locale=en-XA');
    known = [...known, 'gone-long-ago'];
    await subject(page, 'modelGone').waitFor();
    await expectAllRight();
  });

  it('nor of the page to clean up from', async () => {
    const free = await makeModel();
    const gone = 'zzNoModelHasThisId02';
    const reference = await makeIngestPipeline(gone);
    const { name: group } = await tell('GET', `/_plugins/_ml/model_groups/${free.groupId}`);
    known.push(free.id, free.name, String(group), gone, reference, ...(await namesToCleanUp()));
    await models.open('/clean-up?locale=en-XA');
    await models.row(free.id).waitFor();
    await subject(page, `danglingReference-ingest_pipeline-${reference}`).waitFor();
    await subject(page, `usedBy-${blocked.id}`).waitFor();
    await expectAllRight();
  });
});
