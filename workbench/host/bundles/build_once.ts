import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { digestOf } from '../../packaging';
import { ROOT } from '../../root';

/** Builds what is missing or of other sources than there are now; tells whether it did. */
export async function buildOnce(
  folder: string,
  name: string,
  sources: readonly string[],
  build: () => Promise<unknown>
): Promise<boolean> {
  const stamp = path.join(folder, `.${name}.sources`);
  const digest = digestOf(ROOT, sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false;
  await rm(stamp, { force: true });
  await build();
  await writeFile(stamp, digest);
  return true;
}
