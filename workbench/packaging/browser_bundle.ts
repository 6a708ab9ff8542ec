import { rspack } from '@rspack/core';
import type { RspackOptions } from '@rspack/core';
import path from 'node:path';
import { sharedExternals } from './shared_dependencies';

export interface BrowserBundle {
  /** The bundle's name in `__osdPublicPath__`; for a plugin its id. */
  id: string;
  /** What other bundles get it by: `plugin/<id>/public`. */
  key: string;
  entry: string;
  root: string;
  outputFolder: string;
  filename: string;
  banner?: string;
  /** Files that are bundled in place of modules, by what libraries import. */
  replacements?: Record<string, string>;
}

/**
 * A bundle as the platform loads it: it defines itself under a key, takes the shared libraries
 * from the page, and its chunks from where the page says that the bundle is.
 */
export function browserBundle(bundle: BrowserBundle): RspackOptions {
  const start = path.join(bundle.root, `${bundle.id}.bundle.js`);
  return {
    mode: 'production',
    context: bundle.root,
    target: ['web', 'es2020'],
    devtool: false,
    entry: start,
    output: {
      path: bundle.outputFolder,
      filename: bundle.filename,
      // one hash for all: a table of them would be a part of what every page of Dashboards gets
      chunkFilename: `${bundle.id}.chunk.[name].[fullhash:6].js`,
      // Set by the bundle itself when it starts.
      publicPath: '',
      uniqueName: bundle.id,
      chunkLoadingGlobal: `${bundle.id}_bundle_jsonpfunction`,
      clean: false,
    },
    resolve: {
      extensions: ['.tsx', '.ts', '.mjs', '.js', '.json'],
      alias: bundle.replacements ?? {},
    },
    externalsType: 'var',
    externals: sharedExternals,
    module: { rules: [typescript('es2020'), STYLES] },
    optimization: { moduleIds: 'deterministic', chunkIds: 'deterministic' },
    performance: false,
    plugins: [
      new rspack.experiments.VirtualModulesPlugin({ [start]: definition(bundle) }),
      new rspack.BannerPlugin({ banner: bundle.banner ?? bundle.id, stage: BANNER_STAGE }),
    ],
  };
}

/** As text: no style sheet is loaded for a plugin, it puts its styles into the page itself. */
const STYLES = { test: /\.css$/, type: 'asset/source' };

/** After minification, which takes comments away. */
const BANNER_STAGE = rspack.Compilation.PROCESS_ASSETS_STAGE_REPORT;

/** Nothing of the bundle may run before it is asked for: others may not be there yet. */
function definition({ id, key, entry }: BrowserBundle): string {
  return `
    __webpack_public_path__ = window.__osdPublicPath__[${JSON.stringify(id)}];
    window.__osdBundles__.define(
      ${JSON.stringify(key)},
      function () { return require(${JSON.stringify(entry)}); },
      ${JSON.stringify(key)}
    );
  `;
}

/** TypeScript with the classic JSX runtime: `react/jsx-runtime` is not shared by the platform. */
export function typescript(target: 'es2020' | 'es2022') {
  return {
    test: /\.tsx?$/,
    loader: 'builtin:swc-loader',
    options: {
      jsc: {
        target,
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'classic' } },
      },
    },
    type: 'javascript/auto',
  };
}
