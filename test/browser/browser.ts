import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
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
  close(): Promise<void>;
}

/**
 * No fault of the page: the tests make requests fail, and React 18 warns of the way in which the
 * platform has applications mounted.
 */
const EXPECTED = /Failed to load resource|ReactDOM\.render is no longer supported/;

/** A headless Chromium with a profile of its own. */
export async function startBrowser(
  size: { width: number; height: number } = { width: 1440, height: 900 }
): Promise<Browser> {
  const profile = mkdtempSync(path.join(tmpdir(), 'ml-models-chromium-'));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: await ensureChromium(console.log),
    args: FLAGS,
    viewport: size,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
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
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
