import path from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowser, type Browser } from '../../test/browser/browser';
import { PLUGIN_ID } from '../../common/plugin';
import { startHost } from '../../workbench/host';
import { buildPlugin, ensureBuilt } from '../../workbench/packaging';
import { ROOT } from '../../workbench/root';
import { modelName } from '../fill';
import { RESULTS } from '../folders';
import type { Times } from '../measure';
import { measureLargeMap } from './large_map';
import { loadsOf, timeInPage, watchRequests } from './page_clock';
import type { Condition, Timing } from './page_clock';
import { measureStaticFile } from './static_file';

/** What an application has in the page, so that both are measured in the same way. */
interface App {
  /** Its link in the platform's navigation. */
  link: string;
  row: string;
  search: string;
}

const OURS: App = {
  link: '[data-test-subj="navLink-ml-models"]',
  row: '[data-test-subj^="modelRow-"]',
  search: '[data-test-subj="searchModels"]',
};
const BARE: App = {
  link: '[data-test-subj="navLink-bare-models"]',
  row: '[data-test-subj^="bareRow-"]',
  search: '[data-test-subj="bareSearch"]',
};
const NEXT_PAGE = '[data-test-subj="pagination-button-next"]';
/** Finds one model. */
const SEARCH = modelName(4_321);

type Step = 'open' | 'nextPage' | 'search';

export interface BrowserMeasures {
  ours: Record<Step, Times>;
  bare: Record<Step, Times>;
  /** From the end of the usage request to the badges in the list. */
  badges: Times;
  /** From the click on Delete to the verdict, without the review's own request. */
  dialog: Times;
  /** The compressed JavaScript that the list needed, in bytes. */
  listBytes: number;
  /** Of each request for a static file while 20 lists, and 20 reviews, are read. */
  staticFile: Record<'lists' | 'reviews', Times>;
  /** Each task of the page, while a map of 2,000 nodes is moved. */
  mapTasks: Times;
}

const ROUNDS = 15;

/**
 * Measures the product in a browser, beside a bare application on the same server, in turns. Each
 * round begins on a page of its own, in another application.
 */
export async function measureInBrowser(
  opensearchUrl: string,
  modelId: string
): Promise<BrowserMeasures> {
  const quiet = { say: () => undefined };
  await ensureBuilt(quiet);
  const bareApp = await buildPlugin({
    root: path.join(ROOT, 'bench', 'bare_app'),
    out: path.join(RESULTS, 'bare_app'),
    ...quiet,
  });
  const host = await startHost({
    opensearchUrl,
    react: 18,
    port: 0,
    otherPlugins: [bareApp.folder],
    ...quiet,
  });
  const browser = await startBrowser({ width: 1440, height: 900 });
  try {
    const none = (): Record<Step, Times> => ({
      open: { times: [] },
      nextPage: { times: [] },
      search: { times: [] },
    });
    const measures = { ours: none(), bare: none() };
    const badges: Times = { times: [] };
    const dialog: Times = { times: [] };
    let listBytes = 0;
    for (let round = -2; round < ROUNDS; round += 1) {
      const isMeasured = round >= 0;
      for (const [name, app] of [
        ['ours', OURS],
        ['bare', BARE],
      ] as const) {
        const tab = await openTab(browser);
        const { page } = tab;
        await page.goto(`${host.url}/app/home`);
        const opened = await openApp(page, app, { there: app.row });
        if (name === 'ours') listBytes = await scriptBytes(page, opened.ended);
        const times = { open: elapsed(opened), ...(await useList(tab, app)) };
        for (const step of Object.keys(times) as Step[]) {
          if (isMeasured) measures[name][step].times.push(times[step]);
        }
        await page.close();
      }
      const tab = await openTab(browser);
      const { page } = tab;
      await page.goto(`${host.url}/app/home`);
      const badge = await timeToBadges(page);
      const verdict = await timeToVerdict(tab);
      if (isMeasured) {
        badges.times.push(badge);
        dialog.times.push(verdict);
      }
      await page.close();
    }
    const { page } = await openTab(browser);
    const mapTasks = await measureLargeMap(page, host.url, modelId);
    await page.close();
    const complaints = browser.takeComplaints();
    if (complaints.length > 0) throw new Error(`The pages complained: ${complaints.join(' ')}`);
    const staticFile = await measureStaticFile(host.url, modelId);
    return { ...measures, badges, dialog, listBytes, staticFile, mapTasks };
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** A page in which functions of this process can run: its compiler names them by a function of its own. */
async function openTab(browser: Browser): Promise<Tab> {
  const page = await browser.newPage();
  await page.addInitScript('globalThis.__name = (named) => named;');
  return { page, untilQuiet: watchRequests(page) };
}

interface Tab {
  page: Page;
  /** Resolves once it waits for nothing any more. */
  untilQuiet(): Promise<void>;
}

/** From the click in another application until something is there. */
async function openApp(page: Page, { link }: App, until: Condition): Promise<Timing> {
  await page.locator('[data-test-subj="toggleNavButton"]').click();
  await page.locator(link).waitFor();
  return timeInPage(page, { click: link }, until);
}

/** A page on, and a search, each once the page has nothing more to do. */
async function useList(
  { page, untilQuiet }: Tab,
  { row, search }: App
): Promise<Record<'nextPage' | 'search', number>> {
  await untilQuiet();
  const first = (await page.locator(row).first().textContent()) ?? '';
  const turned = await timeInPage(page, { click: NEXT_PAGE }, { there: row, otherThan: first });
  await untilQuiet();
  const searched = await timeInPage(
    page,
    { type: SEARCH, into: search },
    { there: row, withText: SEARCH }
  );
  return { nextPage: elapsed(turned), search: elapsed(searched) };
}

const elapsed = ({ began, ended }: Timing) => ended - began;

/** From the end of the usage request to the badges, in ms. */
async function timeToBadges(page: Page): Promise<number> {
  const shown = await openApp(page, OURS, {
    there: OURS.row,
    absent: '[data-test-subj="usageLoading"]',
  });
  const [usage] = await loadsOf(page, '/api/ml_models/usage');
  if (!usage) throw new Error('The usage was not asked for.');
  return shown.ended - usage.ended;
}

/** The compressed JavaScript of the product that a page had loaded by some time, in bytes. */
async function scriptBytes(page: Page, until: number): Promise<number> {
  const loads = await loadsOf(page, `/bundles/plugin/${PLUGIN_ID}/`);
  return loads.filter(({ ended }) => ended <= until).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** From the click on Delete to what the dialog says of the model, without the review, in ms. */
async function timeToVerdict({ page, untilQuiet }: Tab): Promise<number> {
  await untilQuiet();
  const timing = await timeInPage(
    page,
    { click: '[data-test-subj^="deleteModel-"]' },
    {
      there: '[data-test-subj="deleteModelModal"]',
      absent: '[data-test-subj="deleteModelModal"]',
      absentText: 'Checking what uses',
    }
  );
  const [review] = await loadsOf(page, '/review');
  if (!review) throw new Error('No review was asked for.');
  return elapsed(timing) - (review.ended - review.began);
}
