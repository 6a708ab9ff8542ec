import type { Page } from 'playwright-core';
import { startBrowser, type Browser } from '../browser/browser';
import { ModelsPage, subject } from '../browser/models_page';
import { makeModel, removeFixtures } from '../cluster/fixtures';

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
