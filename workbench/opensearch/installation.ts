import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../setup/lock.mjs';
import { fileName } from './artifacts';
import { provideArtifacts } from './downloads';
import { makeFolder, type Folders } from './folders';
import type { Fetch } from './maven';
import { descriptorOf } from './modules_2_19';
import { adoptPlugin, type Recipe } from './recipe';
import { unzip } from './unzip';

const marker = '.complete.json';
const unfinished = '.assembling-';
const longestDownloadSeconds = 3600;

/**
 * The home folder of OpenSearch with its plugins, whole: found in the cache, or else downloaded
 * and put together. Safe against interruption and against others that do the same.
 */
export async function provideInstallation(options: {
  recipe: Recipe;
  folders: Folders;
  fetch: Fetch;
  say(line: string): void;
}): Promise<string> {
  const { recipe, folders, fetch, say } = options;
  const home = join(folders.installations, `${recipe.name}-${contentId(recipe)}`);
  if (isWhole(home)) return home;
  const onWait = (pid: number): void =>
    say(`Waiting for process ${pid}, which is setting up OpenSearch`);
  const waiting = { waitSeconds: longestDownloadSeconds, onWait };
  // the downloads, and what is made of them, may lie in two folders, each shared by itself
  await withLock(join(folders.artifacts, 'setup.lock'), waiting, () =>
    withLock(join(folders.installations, 'setup.lock'), waiting, async () => {
      if (isWhole(home)) return;
      await provideArtifacts(recipe.artifacts, folders.artifacts, fetch, say);
      say(`Putting OpenSearch ${recipe.name} together`);
      await assemble(recipe, folders, home);
    })
  );
  return home;
}

/** Changes with whatever goes into an installation, so that a new recipe makes a new one. */
function contentId({ artifacts, modules, adopted }: Recipe): string {
  const content = JSON.stringify([artifacts, modules, ...adopted]);
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}

async function assemble(recipe: Recipe, folders: Folders, home: string): Promise<void> {
  removeUnfinished(folders.installations);
  const draft = mkdtempSync(join(folders.installations, unfinished));
  chmodSync(draft, 0o755);
  for (const artifact of recipe.artifacts) {
    const source = join(folders.artifacts, fileName(artifact));
    const target = join(draft, artifact.into);
    makeFolder(target);
    if (artifact.type === 'zip') await unzip(source, target, artifact.into === '.' ? 1 : 0);
    else copyReadable(source, join(target, fileName(artifact)));
  }
  for (const module of recipe.modules) {
    const folder = join(draft, 'modules', module.name);
    writeReadable(join(folder, 'plugin-descriptor.properties'), descriptorOf(module));
    if (module.policy) writeReadable(join(folder, 'plugin-security.policy'), module.policy);
  }
  for (const plugin of recipe.adopted) adoptPlugin(join(draft, plugin), recipe.version);
  writeReadable(join(draft, marker), JSON.stringify(measure(draft)));
  rmSync(home, { recursive: true, force: true });
  renameSync(draft, home);
}

function removeUnfinished(installations: string): void {
  for (const name of readdirSync(installations)) {
    if (!name.startsWith(unfinished)) continue;
    rmSync(join(installations, name), { recursive: true, force: true });
  }
}

function copyReadable(source: string, target: string): void {
  copyFileSync(source, target);
  chmodSync(target, 0o644);
}

function writeReadable(file: string, text: string): void {
  writeFileSync(file, text);
  chmodSync(file, 0o644);
}

/** Whether nothing was lost since it was put together, as to something that clears old files. */
function isWhole(home: string): boolean {
  const file = join(home, marker);
  return existsSync(file) && readFileSync(file, 'utf8') === JSON.stringify(measure(home));
}

function measure(folder: string): { files: number; bytes: number } {
  const size = { files: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || entry.name === marker) continue;
    size.files += 1;
    size.bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return size;
}
