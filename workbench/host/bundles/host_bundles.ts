import type { RspackOptions } from '@rspack/core';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { browserBundle, runRspack } from '../../packaging';
import { ROOT } from '../../root';
import type { ReactVersion } from '../injected_metadata';
import { buildOnce } from './build_once';
import { sharedBundle } from './shared_bundle';

const HOST = path.join(ROOT, 'workbench', 'host');
const BROWSER = 'workbench/host/browser';
const BUNDLES = ['workbench/host/bundles', 'workbench/packaging', 'package-lock.json'];

/**
 * The host's own browser bundles for one version of React, built where they are missing or not of
 * the sources as they are now; gives the folder that they are in.
 */
export async function ensureHostBundles(
  react: ReactVersion,
  { isDevelopment, say }: { isDevelopment: boolean; say: (line: string) => void }
): Promise<string> {
  const name = `react${react}${isDevelopment ? '-development' : ''}`;
  const folder = path.join(ROOT, '.cache', 'workbench', name);
  const started = Date.now();
  await mkdir(folder, { recursive: true });
  const built = await Promise.all([
    buildOnce(folder, 'shared', [...BUNDLES, 'workbench/osd_i18n', `${BROWSER}/theme.ts`], () =>
      runRspack(sharedBundle(react, folder, { isDevelopment }))
    ),
    buildOnce(folder, 'core', [...BUNDLES, BROWSER], () =>
      Promise.all([
        runRspack(coreBundle(folder)),
        runRspack(scripts(folder)),
        copyFile(path.join(HOST, 'browser', 'host.css'), path.join(folder, 'host.css')),
      ])
    ),
  ]);
  if (built.includes(true)) {
    say(`Built the host's bundles in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
  return folder;
}

function coreBundle(outputFolder: string): RspackOptions {
  return browserBundle({
    id: 'core',
    key: 'entry/core/public',
    entry: path.join(HOST, 'browser', 'index.ts'),
    root: HOST,
    outputFolder,
    filename: 'core.entry.js',
  });
}

/** The two scripts that the page itself names: they run before there is any bundle. */
function scripts(outputFolder: string): RspackOptions {
  const { context, target, mode, resolve, module } = coreBundle(outputFolder);
  return {
    mode,
    context,
    target,
    resolve,
    module,
    devtool: false,
    entry: { startup: './browser/startup.ts', bootstrap: './browser/bootstrap.ts' },
    output: { path: outputFolder, filename: '[name].js', publicPath: '' },
  };
}
