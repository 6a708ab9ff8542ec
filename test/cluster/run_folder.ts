import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';

/** A temporary folder for as long as a run lasts, however that ends. */
export function makeRunFolder(name: string) {
  const folder = mkdtempSync(path.join(tmpdir(), `ml-models-${name}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  return { folder, stop: async () => remove() };
}
