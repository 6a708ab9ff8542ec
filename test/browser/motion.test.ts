import type { Page } from 'playwright-core';
import { makeIngestPipeline, makeModel, removeFixtures } from '../cluster/fixtures';
import { startBrowser, type Browser } from './browser';
import { ModelsPage, subject } from './models_page';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser({ width: 1280, height: 900 });
  page = await browser.newPage();
  const model = await makeModel();
  await makeIngestPipeline(model.id);
  await new ModelsPage(page).open(`/models/${model.id}?tab=map`);
  await subject(page, `dependencyNode-model-${model.id}`).waitFor();
});
afterAll(async () => {
  await browser.close();
  await removeFixtures();
});

/** Through how many places the map goes while it zooms in and then shows all of itself again. */
async function placesOnTheWay(): Promise<number> {
  return page.evaluate(async () => {
    const viewport = document.querySelector<HTMLElement>('.react-flow__viewport');
    const places = new Set<string>();
    const frames = async (count: number) => {
      for (let frame = 0; frame < count; frame += 1) {
        await new Promise(requestAnimationFrame);
        places.add(viewport?.style.transform ?? '');
      }
    };
    await frames(1);
    for (const label of ['Zoom in', 'Fit map to view']) {
      document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click();
      await frames(25);
    }
    return places.size;
  });
}

describe('the map', () => {
  it('moves step by step, where nobody minds', async () => {
    expect(await placesOnTheWay()).toBeGreaterThan(3);
  });

  it('is there at once for who asked for less motion', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    // React renders what it hears of it in a later task
    await page.evaluate(
      () => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 1_000 }))
    );
    expect(await placesOnTheWay()).toBeLessThanOrEqual(3);
  });
});
