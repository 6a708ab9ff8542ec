import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rspack } from '@rspack/core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = path.join(ROOT, '.cache', 'unit');

/** What the plugin imports of OUI, types left out. */
function importedNames() {
  const files = readdirSync(path.join(ROOT, 'public'), { recursive: true });
  const names = new Set();
  for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
    const text = readFileSync(path.join(ROOT, 'public', file), 'utf8');
    for (const [, list] of text.matchAll(/import \{([^}]*)\}\s*from '@elastic\/eui'/g)) {
      for (const one of list.split(',')) {
        const [, name] = /^\s*(\w+)(?: as \w+)?\s*$/.exec(one) ?? [];
        if (name !== undefined) names.add(name);
      }
    }
  }
  return [...names].sort();
}

function bundle(oui, entry, folder) {
  const compiler = rspack({
    mode: 'production',
    devtool: false,
    target: 'node',
    context: ROOT,
    entry,
    output: { path: folder, filename: 'oui.js', library: { type: 'commonjs2' } },
    // the tests have one React, and one moment
    externals: [/^react$/, /^react\/.*/, /^react-dom(\/.*)?$/, /^moment$/],
    externalsType: 'commonjs',
    module: { parser: { javascript: { dynamicImportMode: 'eager' } } },
    resolve: {
      modules: [path.join(ROOT, 'node_modules')],
      mainFields: ['module', 'main'],
      alias: {
        '@opensearch/datemath': path.join(
          ROOT,
          'node_modules',
          oui,
          'packages/opensearch-datemath'
        ),
        // no language of the 280 is shown, and each takes its time to register
        refractor$: 'refractor/core.js',
      },
    },
    optimization: { minimize: false },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) reject(error);
        else if (stats.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
        else resolve();
      });
    });
  });
}

/**
 * The path of one file with what the plugin imports of OUI, made where it is not there yet. jest
 * evaluates every module again for each suite: the 1,200 files of OUI take longer than most suites.
 */
export async function bundleOui(oui) {
  const { version } = JSON.parse(
    readFileSync(path.join(ROOT, 'node_modules', oui, 'package.json'), 'utf8')
  );
  const entry = `export { ${importedNames().join(', ')} } from '${oui}';\n`;
  const key = createHash('sha256')
    .update(entry + version + readFileSync(fileURLToPath(import.meta.url), 'utf8'))
    .digest('hex')
    .slice(0, 16);
  const folder = path.join(FOLDER, `oui-${version}-${key}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    const entryFile = path.join(unfinished, 'entry.js');
    writeFileSync(entryFile, entry);
    await bundle(oui, entryFile, unfinished);
    renameSync(unfinished, folder);
  }
  return path.join(folder, 'oui.js');
}
