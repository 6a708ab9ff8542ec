import { rspack } from '@rspack/core';
import type { RspackOptions } from '@rspack/core';
import { typescript } from './browser_bundle';

export interface ServerBundle {
  entry: string;
  root: string;
  outputFolder: string;
  banner: string;
}

/** The packages that the server half must take from the platform. */
export const hostPackages = /^(@osd\/.+|@opensearch-project\/opensearch(\/.+)?)$/;

/**
 * The server half as one CommonJS file. It is not minified: its stack traces are read by people.
 */
export function serverBundle({ entry, root, outputFolder, banner }: ServerBundle): RspackOptions {
  return {
    mode: 'production',
    context: root,
    target: 'node18',
    devtool: false,
    entry,
    output: {
      path: outputFolder,
      filename: 'index.js',
      library: { type: 'commonjs2' },
      clean: false,
    },
    resolve: { extensions: ['.ts', '.mjs', '.js', '.json'] },
    externalsType: 'commonjs',
    externals: [hostPackages],
    module: {
      rules: [typescript('es2022')],
      // One file: what is imported lazily comes along.
      parser: { javascript: { dynamicImportMode: 'eager' } },
    },
    optimization: { minimize: false, moduleIds: 'named' },
    performance: false,
    plugins: [new rspack.BannerPlugin({ banner })],
  };
}
