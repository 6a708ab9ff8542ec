import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a build is made from, within the project. */
const SOURCES = [
  'common',
  'public',
  'server',
  'translations',
  'workbench/packaging',
  'opensearch_dashboards.json',
  'package-lock.json',
  'LICENSE',
  'NOTICE',
  '.i18nrc.json',
];

/** Changes when the content of any file does that a build is made from. */
export function sourcesDigest(root: string, dashboardsVersion: string): string {
  return `${dashboardsVersion} ${digestOf(root, SOURCES)}`;
}

/** Of the content of these files, and of all files below these folders. */
export function digestOf(root: string, places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesIn(path.join(root, place)))) {
    hash.update(`\n${path.relative(root, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Every file below a folder, or the file itself, in a fixed order; nothing where there is none. */
export function filesIn(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(place, name))
    .filter((file) => statSync(file).isFile() && !/\.test\.tsx?$/.test(file))
    .sort();
}
