import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { browserBundle } from './browser_bundle';
import { checkBrowserModules, checkScript } from './check_bundle';
import { compressBeside } from './compress';
import type { Manifest } from './manifest';
import { runRspack } from './run_rspack';
import { THIRD_PARTY_FILE } from './names';
import { thirdPartyList } from './third_party';

/** What the plugin has in place of modules that libraries import. */
const REPLACEMENTS = {
  'react/jsx-runtime': 'jsx_runtime.ts',
  'use-sync-external-store/shim/index.js': 'external_store.ts',
};

function replacementsIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(REPLACEMENTS)
      .map(([module, file]) => [module, path.join(folder, file)] as const)
      .filter(([, file]) => existsSync(file))
  );
}

/** Builds `target/public` of the plugin's folder; gives the files that it is made of. */
export async function buildBrowserHalf(
  root: string,
  manifest: Manifest,
  folder: string
): Promise<string[]> {
  const { id, version } = manifest;
  const outputFolder = path.join(folder, 'target', 'public');
  const { files, modules } = await runRspack(
    browserBundle({
      id,
      key: `plugin/${id}/public`,
      entry: path.join(root, 'public', 'index.ts'),
      root,
      outputFolder,
      filename: `${id}.plugin.js`,
      replacements: replacementsIn(path.join(root, 'public', 'platform')),
      banner: `${id} ${version}, Apache-2.0; third-party software: ${THIRD_PARTY_FILE}`,
    })
  );
  checkBrowserModules(root, modules);
  const scripts = files.map((name) => path.join(outputFolder, name));
  for (const file of scripts) {
    checkScript(path.basename(file), await readFile(file, 'utf8'));
    await compressBeside(file);
  }
  const list = thirdPartyList(`target/public of ${id}`, modules);
  await writeFile(path.join(outputFolder, THIRD_PARTY_FILE), list);
  return modules;
}
