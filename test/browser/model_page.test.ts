import { readFileSync } from 'fs';
import type { Page } from 'playwright-core';
import {
  makeConversationalAgent,
  makeIndex,
  makeIngestPipeline,
  makeModel,
  modelState,
  removeFixtures,
} from '../cluster/fixtures';
import { setSafeDelete } from '../cluster/opensearch';
import { startBrowser, type Browser } from './browser';
import { ModelsPage, subject, type React } from './models_page';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  await setSafeDelete(true);
  browser = await startBrowser({ width: 1280, height: 900 });
});
afterAll(async () => {
  await browser.close();
  await setSafeDelete(null);
});
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(async () => {
  await page.close();
  await removeFixtures();
});

const focused = (name: string) =>
  page.waitForFunction(
    (wanted) => document.activeElement?.getAttribute('data-test-subj') === wanted,
    name
  );

describe.each<React>(['18', '16'])('a model’s page, on React %s', (react) => {
  it('is opened from the list, and shows what uses the model as a map, a table and JSON', async () => {
    const model = await makeModel();
    const pipeline = await makeIngestPipeline(model.id);
    const index = await makeIndex(pipeline);
    const chat = await makeConversationalAgent(model.id);
    const models = new ModelsPage(page, react);
    await models.open();
    await models.find(model);
    const codeOfMap: string[] = [];
    page.on('response', (response) => {
      if (/\.chunk\.|worker/.test(response.url())) codeOfMap.push(response.url());
    });
    await subject(page, `modelName-${model.id}`).click();
    await subject(page, 'modelVerdict').waitFor();
    expect(await subject(page, 'modelVerdict').innerText()).toContain(
      'Deleting this would break 1 index through 1 ingest pipeline and 1 agent.'
    );
    expect(await page.title()).toContain(model.name);
    await subject(page, 'groupVersions').getByText('(this one)').waitFor();
    await subject(page, 'jsonView').waitFor();
    expect(await subject(page, 'jsonView').innerText()).not.toContain('secret');
    expect(await models.accessibilityFaults()).toEqual([]);
    expect(codeOfMap).toEqual([]);

    await subject(page, 'modelPageTab-map').click();
    const self = subject(page, `dependencyNode-model-${model.id}`);
    await self.waitFor();
    // in a worker of its own, which the content security policy lets run
    expect(codeOfMap.some((url) => url.includes('layout-worker'))).toBe(true);
    expect(await page.locator('[data-line="blocks"]').count()).toBeGreaterThan(0);
    const table = await subject(page, 'dependencyTable').innerText();
    for (const name of [pipeline, index.id, index.alias, chat.name]) expect(table).toContain(name);

    await self.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    await focused(`dependencyNode-ingest_pipeline-${pipeline}`);
    await page.keyboard.press('Enter');
    const panel = subject(page, 'dependencyPanel');
    await panel.getByText('"text_embedding"').waitFor();
    expect(await panel.innerText()).toContain('processors[0].text_embedding.model_id');
    expect(await models.accessibilityFaults()).toEqual([]);
    await page.keyboard.press('Escape');
    await focused(`dependencyNode-ingest_pipeline-${pipeline}`);

    await subject(page, 'modelPageTab-json').click();
    await page.reload();
    await subject(page, 'jsonView').waitFor();
    expect(await subject(page, 'jsonView').innerText()).toContain(model.name);
    await page.goBack();
    await self.waitFor();
    expect(browser.takeComplaints()).toEqual([]);
  });
});

describe('what is done on a model’s page', () => {
  it('deletes the model, leads to the list, and says of its address that it is gone', async () => {
    // the list shows a table only where a model is left
    await makeModel();
    const model = await makeModel();
    const models = new ModelsPage(page);
    await models.open(`/models/${model.id}?tab=dependents`);
    await subject(page, `deleteModel-${model.id}`).click();
    await subject(page, 'deleteModelConfirm').click();
    await subject(page, 'modelsTable').waitFor();
    expect(await modelState(model.id)).toBeUndefined();
    expect(await models.toasts.innerText()).toContain(model.name);
    await page.goBack();
    await subject(page, 'modelGone').waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
    expect(browser.takeComplaints()).toEqual([]);
  });

  it('saves the map as SVG and PNG, as it is drawn', async () => {
    const model = await makeModel();
    const pipeline = await makeIngestPipeline(model.id);
    const models = new ModelsPage(page);
    await models.open(`/models/${model.id}?tab=map`);
    await subject(page, `dependencyNode-ingest_pipeline-${pipeline}`).waitFor();
    const save = async (what: string) => {
      await subject(page, 'downloadMap').click();
      const saved = page.waitForEvent('download');
      await subject(page, what).click();
      const download = await saved;
      return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
    };
    const svg = await save('downloadMapSvg');
    expect(svg.name).toBe(`map-${model.name}.svg`);
    expect(svg.content.toString()).toContain(
      `<title>${pipeline}, Ingest pipeline · blocks</title>`
    );
    const png = await save('downloadMapPng');
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
    expect(png.content.length).toBeGreaterThan(4_000);
    expect(browser.takeComplaints()).toEqual([]);
  });
});

describe('a model that very much uses', () => {
  const COUNT = 1_000;

  /** The graph of a model with as many pipelines, and as many indexes behind: the wire has it. */
  function aLargeGraph(modelId: string) {
    const ids = Array.from({ length: COUNT }, (_, at) => `tenant-${String(at).padStart(4, '0')}`);
    return {
      nodes: [
        { kind: 'model', id: modelId, name: 'large' },
        ...ids.flatMap((id) => [
          { kind: 'ingest_pipeline', id, name: id },
          { kind: 'index', id, name: id },
        ]),
      ],
      edges: ids.flatMap((id) => [
        {
          from: `ingest_pipeline/${id}`,
          to: `model/${modelId}`,
          path: 'processors[0].text_embedding.model_id',
          enforcement: 'blocks',
        },
        {
          from: `index/${id}`,
          to: `ingest_pipeline/${id}`,
          path: 'settings.index.default_pipeline',
          enforcement: null,
        },
      ]),
      coverage: [],
    };
  }

  it('stays usable with 2,000 nodes on its map: no task holds the page up for 200 ms', async () => {
    const model = await makeModel();
    await page.route(/\/api\/ml_models\/graph/, (route) =>
      route.fulfill({ json: aLargeGraph(model.id) })
    );
    const models = new ModelsPage(page);
    await models.open(`/models/${model.id}?tab=map`);
    const kind = (name: string) => subject(page, `dependencyKind-${name}`);
    await kind('ingest_pipeline-1').click();
    await kind('ingest_pipeline-1').and(page.locator('[aria-expanded="true"]')).waitFor();
    await page
      .getByRole('button', { name: /^1,000 indexes/ })
      .first()
      .click();
    await page.waitForTimeout(500);
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { longTasks: tasks });
      new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map(({ duration }) => duration))
      ).observe({ type: 'longtask' });
    });

    await subject(page, 'fitMap').click();
    await page.waitForTimeout(400);
    const map = await subject(page, 'dependencyMap').boundingBox();
    if (!map) throw new Error('The map is not there.');
    await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
    await page.keyboard.down('Control');
    for (let turn = 0; turn < 12; turn += 1) await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await page.waitForTimeout(400);
    const cards = page.locator('[data-test-subj^="dependencyNode-"]');
    await cards.nth(20).waitFor();
    for (const to of [200, map.width - 200, 200, map.width - 200]) {
      await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
      await page.mouse.down();
      await page.mouse.move(map.x + to, map.y + map.height / 2 - 40, { steps: 8 });
      await page.mouse.up();
    }
    await cards.nth(20).focus();
    for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(500);
    const longTasks = await page.evaluate(
      () => (window as unknown as { longTasks: number[] }).longTasks
    );
    console.log(
      `Long tasks on a map of 2,000 nodes, in ms: ${longTasks.map(Math.round).join(' ')}`
    );
    expect(Math.max(0, ...longTasks)).toBeLessThanOrEqual(200);
    expect(browser.takeComplaints()).toEqual([]);
  });
});
