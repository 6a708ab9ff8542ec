import { rspack } from '@rspack/core';
import type { RspackOptions } from '@rspack/core';
import path from 'node:path';
import { SHARED_GLOBAL, sharedDependencies } from '../../packaging';
import { ROOT } from '../../root';
import { flavourAliases } from './flavour';
import type { ReactVersion } from '../injected_metadata';

/** What the plugin never uses, and what makes a bundle heavy. */
const LEFT_OUT = new Set(['OsdMonaco', 'MonacoBarePluginApi', 'ElasticCharts']);

/** The platform's own import for a key; both `numeral` and `@elastic/numeral` lead to one key. */
const sources = new Map(
  Object.entries(sharedDependencies).map(([request, key]) => [key, request] as const)
);

/** `osd-ui-shared-deps.js`: the libraries that the platform shares with every plugin. */
export function sharedBundle(
  react: ReactVersion,
  outputFolder: string,
  { isDevelopment }: { isDevelopment: boolean }
): RspackOptions {
  const entry = path.join(ROOT, 'osd-ui-shared-deps.entry.js');
  return {
    mode: 'production',
    // the libraries' development builds warn
    optimization: { nodeEnv: isDevelopment ? 'development' : 'production' },
    context: ROOT,
    target: ['web', 'es2020'],
    devtool: false,
    entry,
    output: {
      path: outputFolder,
      filename: 'osd-ui-shared-deps.js',
      uniqueName: 'osd-ui-shared-deps',
      publicPath: '',
      library: { name: SHARED_GLOBAL, type: 'window' },
    },
    resolve: {
      alias: flavourAliases(react),
      extensions: ['.tsx', '.ts', '.mjs', '.js', '.json'],
    },
    module: {
      rules: [{ test: /\.tsx?$/, loader: 'builtin:swc-loader', options: swc }],
      // OUI loads each icon by itself: several hundred small files.
      parser: { javascript: { dynamicImportMode: 'eager' } },
    },
    performance: false,
    plugins: [new rspack.experiments.VirtualModulesPlugin({ [entry]: entryCode() })],
  };
}

const swc = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'classic' } },
    target: 'es2020',
  },
};

function entryCode(): string {
  return [...sources]
    .filter(([key]) => !LEFT_OUT.has(key) && !key.includes('.'))
    .map(([key, request]) => `exports.${key} = require(${JSON.stringify(request)});`)
    .join('\n');
}
