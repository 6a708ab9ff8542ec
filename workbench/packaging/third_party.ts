import { createRequire } from 'node:module';
import path from 'node:path';
import { licenceOf, packagesOf } from './packages';

/** Licences whose code may go into a plugin that is itself under Apache-2.0. */
const COMPATIBLE = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']);

/** A file of Rspack: it adds the code by which a bundle loads its parts. */
export function loaderCode(): string {
  const require = createRequire(path.join(__dirname, 'x.js'));
  return require.resolve('@rspack/core/package.json');
}

/**
 * The list of what a bundle holds of others, with the texts that their licences ask to be kept.
 * @throws for a licence that is not known to be compatible
 */
export function thirdPartyList(bundle: string, modules: readonly string[]): string {
  const packages = packagesOf([...modules, loaderCode()]);
  const entries = packages.map((one) => {
    const { version, id, texts } = licenceOf(one);
    if (!COMPATIBLE.has(id)) {
      throw new Error(`${bundle}: the licence of ${one.name} ${version} is ${id}: may it go in?`);
    }
    return [`${one.name} ${version}`, `Licence: ${id}`, ...texts].join('\n\n');
  });
  const line = `\n\n${'-'.repeat(79)}\n\n`;
  return `Third-party software in ${bundle}${line}${entries.join(line)}\n`;
}
