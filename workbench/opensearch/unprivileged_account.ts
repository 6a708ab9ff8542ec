import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Account {
  uid: number;
  gid: number;
}

/**
 * The account that OpenSearch runs as, since it refuses root: `nobody`, which every system has,
 * so that nothing is added to the machine. Undefined for whoever isn't root.
 */
export function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return { uid: idOfNobody('-u'), gid: idOfNobody('-g') };
}

function idOfNobody(option: '-u' | '-g'): number {
  const { stdout } = spawnSync('id', [option, 'nobody'], { encoding: 'utf8' });
  const id = Number.parseInt(stdout ?? '', 10);
  if (Number.isNaN(id)) {
    throw new Error(
      'OpenSearch refuses to run as root, and this machine has no account "nobody" to run it as. ' +
        'Start this as another user.'
    );
  }
  return id;
}

/** Whether the account can enter the folder, or execute the file, once it exists. */
export function canReach(account: Account, path: string): boolean {
  if (!existsSync(path)) return canReach(account, dirname(path));
  return spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0;
}
