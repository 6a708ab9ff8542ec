import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { isExecutable } from '../setup/debian_package';

export interface Java {
  home: string;
  version: string;
  major: number;
}

export interface JavaSearch {
  /** OPENSEARCH_JAVA_HOME, JAVA_HOME and PATH are read from it */
  env?: Record<string, string | undefined>;
  /** folders whose children are Java installations */
  folders?: readonly string[];
  /** leaves out a Java that the account OpenSearch runs as can't execute */
  isUsable?(executable: string): boolean;
}

const usualFolders: readonly string[] = [
  '/usr/lib/jvm',
  '/usr/java',
  '/opt/java',
  '/Library/Java/JavaVirtualMachines',
  '/opt/homebrew/opt',
  '/usr/local/opt',
  join(homedir(), 'Library/Java/JavaVirtualMachines'),
  join(homedir(), '.sdkman/candidates/java'),
  join(homedir(), '.jdks'),
];

/** Where a Java installation's home lies in its folder: Linux, macOS, Homebrew. */
const homesInFolder = ['', 'Contents/Home', 'libexec/openjdk.jdk/Contents/Home'];

/** The major of a version as Java writes it: `1.8.0_392` is 8, `25-ea` is 25. */
export function majorOf(version: string): number | undefined {
  const [, first, second] = /^(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  const major = Number(first === '1' ? second : first);
  return Number.isNaN(major) ? undefined : major;
}

/** Every Java of this machine, in the order in which they are to be preferred. */
export function findJava(search: JavaSearch = {}): Java[] {
  const { env = process.env, folders = usualFolders, isUsable = isExecutable } = search;
  const homes = [
    env.OPENSEARCH_JAVA_HOME ?? '',
    env.JAVA_HOME ?? '',
    ...(env.PATH ?? '').split(delimiter).map(homeOfJavaIn),
    ...folders.flatMap(homesBelow),
  ];
  const usable = homes
    .filter((home) => home !== '' && isExecutable(join(home, 'bin/java')))
    .map((home) => realpathSync(home))
    .filter((home) => isUsable(join(home, 'bin/java')));
  const found = [...new Set(usable)].flatMap((home) => describe(home) ?? []);
  return found.filter(
    (java, index) => found.findIndex((earlier) => earlier.home === java.home) === index
  );
}

function homeOfJavaIn(folder: string): string {
  const java = join(folder, 'java');
  return folder !== '' && isExecutable(java) ? dirname(dirname(realpathSync(java))) : '';
}

function homesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((child) => homesInFolder.map((home) => join(folder, child, home)));
}

function describe(home: string): Java | undefined {
  return describeByReleaseFile(home) ?? describeByRunning(home);
}

function describeByReleaseFile(home: string): Java | undefined {
  const file = join(home, 'release');
  if (!existsSync(file)) return undefined;
  const [, version] = /^JAVA_VERSION="(.+)"$/m.exec(readFileSync(file, 'utf8')) ?? [];
  return java(home, version);
}

/** What stands on the path may be a shim, so Java itself says where its home is. */
function describeByRunning(home: string): Java | undefined {
  const run = spawnSync(join(home, 'bin/java'), ['-XshowSettings:properties', '-version'], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  const property = (name: string): string | undefined =>
    new RegExp(`^\\s*${name} = (.+)$`, 'm').exec(run.stderr ?? '')?.[1];
  return java(property('java\\.home') ?? home, property('java\\.version'));
}

function java(home: string, version: string | undefined): Java | undefined {
  const major = version === undefined ? undefined : majorOf(version);
  return version === undefined || major === undefined ? undefined : { home, version, major };
}
