import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** An npm package of which a bundle holds something. */
export interface BundledPackage {
  name: string;
  folder: string;
}

const FOLDER = `${path.sep}node_modules${path.sep}`;

/** The package that a source file belongs to; undefined for the project's own files. */
export function packageOfFile(file: string): BundledPackage | undefined {
  const start = file.lastIndexOf(FOLDER);
  if (start < 0) return undefined;
  const rest = file.slice(start + FOLDER.length).split(path.sep);
  const name = rest.slice(0, rest[0]?.startsWith('@') ? 2 : 1);
  return { name: name.join('/'), folder: path.join(file.slice(0, start), FOLDER, ...name) };
}

/** Each package once, by name. */
export function packagesOf(files: readonly string[]): BundledPackage[] {
  const byFolder = new Map<string, BundledPackage>();
  for (const file of files) {
    const found = packageOfFile(file);
    if (found) byFolder.set(found.folder, found);
  }
  return [...byFolder.values()].sort((a, b) => a.name.localeCompare(b.name));
}

export interface Licence {
  version: string;
  id: string;
  /** The texts of its licence and notice files. */
  texts: string[];
}

/** What a package says of its licence. */
export function licenceOf({ folder }: BundledPackage): Licence {
  const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license?: string;
  };
  const texts = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|notice|copying)(\.|-|$)/i.test(name))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8').trim());
  return { version: about.version, id: about.license ?? 'unknown', texts };
}
