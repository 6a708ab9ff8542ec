import type { Page } from 'playwright-core';
import { subject } from '../../test/browser/models_page';
import type { Times } from '../measure';

/** As many pipelines, and as many indexes that use them. */
const COUNT = 1_000;

/** The graph of a model that very much uses; the page gets it in place of the server's. */
function largeGraph(modelId: string) {
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

/**
 * Opens a map of 2,000 nodes, fits it, zooms, drags and walks through it by key, and gives how long
 * each task that the browser calls long (50 ms) held up the page meanwhile, in ms.
 */
export async function measureLargeMap(
  page: Page,
  hostUrl: string,
  modelId: string
): Promise<Times> {
  await page.route(/\/api\/ml_models\/graph/, (route) =>
    route.fulfill({ json: largeGraph(modelId) })
  );
  await page.goto(`${hostUrl}/app/ml-models/models/${modelId}?tab=map`);
  const pipelines = subject(page, 'dependencyKind-ingest_pipeline-1');
  await pipelines.click();
  await pipelines.and(page.locator('[aria-expanded="true"]')).waitFor();
  await page
    .getByRole('button', { name: /^1,000 indexes/ })
    .first()
    .click();
  const cards = page.locator('[data-test-subj^="dependencyNode-"]');
  await cards.nth(1).waitFor();
  await settle(page);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration))
    ).observe({ type: 'longtask' });
  });

  await subject(page, 'fitMap').click();
  await settle(page);
  const map = await subject(page, 'dependencyMap').boundingBox();
  if (!map) throw new Error('The map is not there.');
  const centre = [map.x + map.width / 2, map.y + map.height / 2] as const;
  await page.mouse.move(...centre);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 12; turn += 1) await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await cards.nth(20).waitFor();
  for (const to of [200, map.width - 200, 200, map.width - 200]) {
    await page.mouse.move(...centre);
    await page.mouse.down();
    await page.mouse.move(map.x + to, centre[1] - 40, { steps: 8 });
    await page.mouse.up();
  }
  await cards.nth(20).focus();
  for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowDown');
  await settle(page);
  const longTasks = await page.evaluate(
    () => (window as unknown as { longTasks: number[] }).longTasks
  );
  // the browser tells of none that is shorter
  return { times: longTasks.length > 0 ? longTasks : [0] };
}

/** Until the page has had nothing to do for half a second. */
function settle(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let last = performance.now();
        let quietSince = last;
        const look = () => {
          const now = performance.now();
          // a frame that comes late was held up
          if (now - last > 40) quietSince = now;
          last = now;
          if (now - quietSince > 500) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      })
  );
}
