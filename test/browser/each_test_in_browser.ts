import type { Page } from 'playwright-core';
import { mendWire } from '../cluster/faults';
import { removeFixtures } from '../cluster/fixtures';
import { setSafeDelete } from '../cluster/opensearch';
import { startBrowser, type Browser } from './browser';

interface Options {
  /** Of the window, in CSS pixels. */
  size?: { width: number; height: number };
  /** What safe delete is set to before each test; it is not touched where this is absent. */
  safeDelete?: boolean | null;
}

/**
 * Registers the hooks of a file of browser tests: one browser, a new page for each test, on the
 * console of which nothing complained, and a cluster without faults, fixtures and settings of the
 * test that ended.
 */
export function eachTestInBrowser(
  { size = { width: 1280, height: 900 }, safeDelete }: Options,
  give: (shown: { page: Page }) => void
): void {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser(size);
  });
  afterAll(async () => {
    await browser.close();
    if (safeDelete !== undefined) await setSafeDelete(null);
  });
  beforeEach(async () => {
    if (safeDelete !== undefined) await setSafeDelete(safeDelete);
    page = await browser.newPage();
    give({ page });
  });
  afterEach(async () => {
    // A route that is still answering would fail the next test once its page is closed.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.close();
    expect(browser.takeComplaints()).toEqual([]);
  });
  afterEach(async () => {
    await mendWire();
    await removeFixtures();
  });
}
