import type { CDPSession, Page } from 'playwright-core';
import { startBrowser, type Browser } from '../browser/browser';
import { ModelsPage, subject, type React } from '../browser/models_page';
import { makeModel } from '../cluster/fixtures';
import { IS_LONG } from '../cluster/long_form';
import { within } from './clusters';

/** Each that leaks leaves about 3 MB: ten are enough to see it. */
const OPENINGS = IS_LONG ? 30 : 10;
/** Of the heap after the garbage collection; one page is 3 MB and 2,500 nodes. */
const MAX_MORE = { bytes: 2_000_000, nodes: 1_000 };
const WAIT_MS = 30_000;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser({ width: 1280, height: 900 });
  await within('local', () => makeModel());
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(async () => {
  await page.close();
  expect(browser.takeComplaints()).toEqual([]);
});

interface Held {
  bytes: number;
  nodes: number;
}

async function heldBy(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  return { bytes: usedSize, nodes };
}

/** What is held once that is little more than before; else what it is after half a minute. */
async function heldAtLast(session: CDPSession, before: Held): Promise<Held> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const now = await heldBy(session);
    const more = { bytes: now.bytes - before.bytes, nodes: now.nodes - before.nodes };
    const isLittle = more.bytes <= MAX_MORE.bytes && more.nodes <= MAX_MORE.nodes;
    if (isLittle || Date.now() > end) return more;
    await page.waitForTimeout(500);
  }
}

describe.each<React>(['18', '16'])('leaving the application, on React %s', (react) => {
  it.each(['new', 'old'])(
    'leaves nothing of its pages behind, in the %s header',
    async (header) => {
      const models = new ModelsPage(page, react);
      await models.openHome(`?header=${header}`);
      await subject(page, 'toggleNavButton').click();
      await subject(page, 'navLink-ml-models').click();
      const table = subject(page, 'modelsTable');
      const openAgain = async (times: number) => {
        for (let time = 0; time < times; time += 1) {
          await table.waitFor();
          await page.goBack();
          await table.waitFor({ state: 'detached' });
          await page.goForward();
        }
        await table.waitFor();
        await page.waitForLoadState('networkidle');
      };
      const session = await page.context().newCDPSession(page);
      // what the first openings load stays
      await openAgain(5);
      const before = await heldBy(session);
      await openAgain(OPENINGS);
      const more = await heldAtLast(session, before);
      expect(more.bytes).toBeLessThanOrEqual(MAX_MORE.bytes);
      expect(more.nodes).toBeLessThanOrEqual(MAX_MORE.nodes);
    }
  );
});
