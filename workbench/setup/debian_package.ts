import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

type Say = (line: string) => void;

/** Something outside npm is missing; the message names the command that brings it. */
export class MissingSoftwareError extends Error {
  override readonly name = 'MissingSoftwareError';
}

/** The absolute path of a command on the path, or undefined. */
export function findCommand(command: string, path = process.env.PATH ?? ''): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, command))
    .find(isExecutable);
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whether Debian packages can be installed here without asking anyone. */
export function canInstallDebianPackages(): boolean {
  return isDebian() && isRoot();
}

function isDebian(): boolean {
  return existsSync('/etc/debian_version') && findCommand('apt-get') !== undefined;
}

/** The command with which a person installs it on this machine. */
export function commandToInstall(debianPackage: string, homebrew = debianPackage): string {
  if (process.platform === 'darwin') return `brew install ${homebrew}`;
  return `${isRoot() ? '' : 'sudo '}apt-get install -y ${debianPackage}`;
}

function aptGet(...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('apt-get', ['-q', '-y', '-o', 'DPkg::Lock::Timeout=600', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Whether apt knows the package, by the lists that it has now. */
export function aptHas(debianPackage: string): boolean {
  const { status, stdout } = spawnSync('apt-cache', ['policy', debianPackage], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return status === 0 && /^ {2}Candidate: (?!\(none\))/m.test(stdout);
}

/**
 * Installs the first of these packages that apt has, and gives its name.
 * Only for canInstallDebianPackages(). Rejects with MissingSoftwareError and apt's own words.
 */
export async function installDebianPackage(
  alternatives: readonly string[],
  say: Say
): Promise<string> {
  say(`Installing ${alternatives[0]} with apt-get`);
  const update = await aptGet('update');
  const chosen = alternatives.find(aptHas);
  if (chosen === undefined) {
    throw new MissingSoftwareError(
      `apt has no ${alternatives.join(', no ')}.\n${update.output.trim()}`
    );
  }
  if (chosen !== alternatives[0]) say(`apt has no ${alternatives[0]}, so this is ${chosen}`);
  const install = await aptGet('install', '--no-install-recommends', chosen);
  if (install.code !== 0) {
    const lastWords = install.output.trim().split('\n').slice(-20).join('\n');
    throw new MissingSoftwareError(`apt-get could not install ${chosen}:\n${lastWords}`);
  }
  return chosen;
}

/**
 * The absolute path of a command. Where it is missing it is installed, on Debian as root;
 * elsewhere this rejects with MissingSoftwareError, which names the command to run.
 */
export async function ensureCommand(options: {
  command: string;
  debianPackage: string;
  homebrew?: string;
  say: Say;
}): Promise<string> {
  const { command, debianPackage, homebrew, say } = options;
  const present = findCommand(command);
  if (present !== undefined) return present;
  const install = commandToInstall(debianPackage, homebrew);
  if (!canInstallDebianPackages()) {
    throw new MissingSoftwareError(`"${command}" is not on the path. Install it: ${install}`);
  }
  await installDebianPackage([debianPackage], say);
  const installed = findCommand(command);
  if (installed === undefined) {
    throw new MissingSoftwareError(`${debianPackage} is installed, and brought no "${command}"`);
  }
  return installed;
}
