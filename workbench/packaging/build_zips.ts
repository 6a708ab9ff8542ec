import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildPlugin } from './build_plugin';
import type { BuildOptions } from './build_plugin';

/** The file with the SHA-256 of each zip, as `sha256sum -c` reads it. */
export const CHECKSUMS_FILE = 'SHA256SUMS';

/**
 * Builds the zips for some versions of Dashboards, and a file with their checksums.
 * @throws as `buildPlugin`
 */
export async function buildZips(
  versions: readonly string[],
  options: Omit<BuildOptions, 'dashboardsVersion'>
): Promise<void> {
  const zips: string[] = [];
  for (const dashboardsVersion of versions) {
    const { zip } = await buildPlugin({ ...options, dashboardsVersion });
    zips.push(zip);
  }
  const [first] = zips;
  if (first === undefined) return;
  const lines = await Promise.all(
    zips.map(async (zip) => {
      const sum = createHash('sha256').update(await readFile(zip));
      return `${sum.digest('hex')}  ${path.basename(zip)}\n`;
    })
  );
  await writeFile(path.join(path.dirname(first), CHECKSUMS_FILE), lines.join(''));
}
