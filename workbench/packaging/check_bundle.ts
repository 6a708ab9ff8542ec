import path from 'node:path';
import vm from 'node:vm';
import { packageOfFile } from './packages';
import { hostPackages } from './server_bundle';
import { sharedPackages } from './shared_dependencies';
import { isBuiltin } from 'node:module';

/** Copies that must not reach a browser: the platform's own libraries, and what only a server needs. */
const notInBrowser = new Set([
  ...sharedPackages,
  'zod',
  'react-16',
  'react-dom-16',
  'oui-1-21',
  'scheduler',
  'react-intl',
  'history',
]);
const notOnServer = new Set(['react', 'react-dom', '@elastic/eui', '@hapi/hapi']);

/**
 * @throws when the browser half holds what the page already has (a second React breaks hooks), or
 * what belongs to the server
 */
export function checkBrowserModules(root: string, modules: readonly string[]): void {
  check('browser', root, modules, ['public', 'common'], notInBrowser);
}

/** @throws when the server half holds something of the browser's */
export function checkServerModules(root: string, modules: readonly string[]): void {
  check('server', root, modules, ['server', 'common'], notOnServer);
}

function check(
  side: string,
  root: string,
  modules: readonly string[],
  ownFolders: readonly string[],
  forbidden: ReadonlySet<string>
): void {
  const wrong = modules.filter((file) => {
    const found = packageOfFile(file);
    if (found) return forbidden.has(found.name) || hostPackages.test(found.name);
    const [folder = '', ...rest] = path.relative(root, file).split(path.sep);
    const isBundleStart = rest.length === 0 && folder.endsWith('.bundle.js');
    return !isBundleStart && !ownFolders.includes(folder);
  });
  if (wrong.length > 0) {
    const names = wrong.map((file) => path.relative(root, file)).sort();
    throw new Error(`The ${side} bundle must not contain:\n  ${names.join('\n  ')}`);
  }
}

/** @throws when a script is not plain JavaScript: the platform's server dies of an ES module */
export function checkScript(name: string, code: string): void {
  try {
    new vm.Script(`(function (exports, require, module) {${code}\n})`, { filename: name });
  } catch (error) {
    throw new Error(`${name} is not a plain script: ${String(error)}`);
  }
}

/** @throws when the server half asks for a module that the platform doesn't have */
export function checkServerRequires(code: string): void {
  const asked = [...code.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map((match) => match[1] ?? '');
  const unknown = asked.filter((name) => !isBuiltin(name) && !hostPackages.test(name));
  if (unknown.length > 0) {
    throw new Error(`server/index.js requires what the platform lacks: ${unknown.join(', ')}`);
  }
}
