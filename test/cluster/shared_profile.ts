import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';

/** A folder for the profile of browsers that follow each other, removed with the run. */
export function makeSharedProfile() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ml-models-chromium-'));
  return { folder, stop: async () => rmSync(folder, { recursive: true, force: true }) };
}
