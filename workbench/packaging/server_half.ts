import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkScript, checkServerModules, checkServerRequires } from './check_bundle';
import type { Manifest } from './manifest';
import { THIRD_PARTY_FILE } from './names';
import { runRspack } from './run_rspack';
import { serverBundle } from './server_bundle';
import { thirdPartyList } from './third_party';

/** Builds `server/index.js` of the plugin's folder; gives the files that it is made of. */
export async function buildServerHalf(
  root: string,
  manifest: Manifest,
  folder: string
): Promise<string[]> {
  const { id, version } = manifest;
  const outputFolder = path.join(folder, 'server');
  const { modules } = await runRspack(
    serverBundle({
      entry: path.join(root, 'server', 'index.ts'),
      root,
      outputFolder,
      banner: `${id} ${version}, Apache-2.0; third-party software: ${THIRD_PARTY_FILE}`,
    })
  );
  checkServerModules(root, modules);
  const code = await readFile(path.join(outputFolder, 'index.js'), 'utf8');
  checkScript('server/index.js', code);
  checkServerRequires(code);
  const list = thirdPartyList(`server of ${id}`, modules);
  await writeFile(path.join(outputFolder, THIRD_PARTY_FILE), list);
  return modules;
}
