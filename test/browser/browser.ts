import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { environment, sharedProfile } from '../cluster/environment';
import { BOUND_MS } from '../cluster/wait_for';
import { ensureChromium } from './chromium';

/** A root user can't have Chromium's sandbox; the rest keeps it from calling home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Browser {
  newPage(): Promise<Page>;
  /** What any page has logged as an error or a warning, or thrown, since this was last asked. */
  takeComplaints(): string[];
  /** Ends it as it is, as a crash does; resolves when it is gone. Its profile stays. */
  crash(): Promise<void>;
  /** Ends it, and removes a profile that it has made. */
  close(): Promise<void>;
}

interface BrowserOptions {
  width: number;
  height: number;
  /** A folder with the profile of an earlier one; else it has a new one of its own. */
  profile?: string;
}

/**
 * No fault of the page: the tests make requests fail, and React 18 warns of the way in which the
 * platform has applications mounted.
 */
const EXPECTED = /Failed to load resource|ReactDOM\.render is no longer supported/;

/** A folder for the profile of a browser, which whoever makes it removes. */
export function makeProfile(): string {
  return mkdtempSync(path.join(tmpdir(), 'ml-models-chromium-'));
}

/** What a page may have left in a profile; the code that it has compiled is no part of that. */
const STORAGE = 'cookies,indexeddb,local_storage,cache_storage,service_workers';

async function forgetStorage(context: BrowserContext): Promise<void> {
  const [page] = context.pages();
  if (page === undefined) return;
  const session = await context.newCDPSession(page);
  for (const origin of Object.values(environment().hosts)) {
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: STORAGE });
  }
  await session.detach();
}

/**
 * A headless Chromium. Browsers of one run that follow each other share a profile without what pages
 * have stored in it: each would compile the libraries of the platform anew.
 */
export async function startBrowser(
  { profile: given, ...size }: BrowserOptions = { width: 1440, height: 900 }
): Promise<Browser> {
  const shared = sharedProfile();
  const profile = given ?? shared ?? makeProfile();
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: await ensureChromium(console.log),
    args: FLAGS,
    viewport: size,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(BOUND_MS);
  if (profile === shared) await forgetStorage(context);
  let complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    const text = message.text();
    if (['error', 'warning'].includes(message.type()) && !EXPECTED.test(text))
      complaints.push(text);
  });
  return {
    newPage: () => context.newPage(),
    takeComplaints() {
      const taken = complaints;
      complaints = [];
      return taken;
    },
    async crash() {
      const session = await context.browser()?.newBrowserCDPSession();
      if (!session) throw new Error('The browser can’t be reached.');
      const ended = new Promise<void>((resolve) => context.once('close', () => resolve()));
      session.send('Browser.crash').catch(() => {});
      await ended;
    },
    async close() {
      await context.close();
      const isOwn = profile !== given && profile !== shared;
      if (isOwn) rmSync(profile, { recursive: true, force: true });
    },
  };
}
