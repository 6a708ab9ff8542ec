import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ROOT } from '../root';
import { canReach, type Account } from './unprivileged_account';

export interface Folders {
  /** downloaded files */
  artifacts: string;
  /** put-together OpenSearch homes, read by the account that OpenSearch runs as */
  installations: string;
  /** configuration, data and logs of each instance, written by that account */
  instances: string;
}

/**
 * The cache: `.cache/opensearch` of the checkout, or `opensearch` below ML_MODELS_CACHE. What
 * OpenSearch itself needs lies elsewhere when its account can't get there, as in a home folder.
 */
export function provideFolders(
  account: Account | undefined,
  env: Record<string, string | undefined> = process.env
): Folders {
  const cache = resolve(env.ML_MODELS_CACHE || join(ROOT, '.cache'), 'opensearch');
  const home = account === undefined || canEnter(account, cache) ? cache : systemCache();
  const folders = {
    artifacts: join(cache, 'artifacts'),
    installations: join(home, 'installations'),
    instances: join(home, 'instances'),
  };
  Object.values(folders).forEach(makeFolder);
  writeFileSync(join(cache, '.gitignore'), '*\n');
  return folders;
}

function canEnter(account: Account, folder: string): boolean {
  makeFolder(folder);
  return canReach(account, folder);
}

/** One for each checkout, as it is in the checkouts themselves. */
function systemCache(): string {
  const parent = existsSync('/var/cache') ? '/var/cache' : tmpdir();
  const name = createHash('sha256').update(ROOT).digest('hex').slice(0, 12);
  return join(parent, 'ml-models-dashboards', name);
}

/** Makes the folder, with what lacks above it, open for others whatever the umask. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) chmodSync(made, 0o755);
}
