import type { SafeDeleteChange } from '../../common/contracts/safe_delete';
import { SAFE_DELETE_SETTING } from '../../common/safe_delete/safe_delete';
import type { SafeDelete } from '../../common/safe_delete/safe_delete';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import { readSetting, writeSetting } from '../cluster/settings';
import type { SettingValues } from '../cluster/settings';

/** The cluster gives a boolean setting as text. */
function toBoolean(value: unknown): boolean | null {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  return null;
}

/**
 * The setting from what each scope holds: transient before persistent before the nodes' file. The
 * default is off (MLCommonsSettings), so an `on` that no scope explains is in the file. A
 * cluster that doesn't list it at all doesn't know it.
 */
export function safeDeleteFrom(values: SettingValues): SafeDelete {
  const transient = toBoolean(values.transient);
  const persistent = toBoolean(values.persistent);
  const below = toBoolean(values.defaults);
  const scopes = { transient, persistent };
  const supported = transient !== null || persistent !== null || below !== null;
  if (transient !== null) return { supported, enabled: transient, source: 'transient', ...scopes };
  if (persistent !== null) {
    return { supported, enabled: persistent, source: 'persistent', ...scopes };
  }
  if (below === true) return { supported, enabled: true, source: 'node', ...scopes };
  return { supported, enabled: false, source: 'default', ...scopes };
}

/** Safe delete as the cluster has it now. @throws ClusterError */
export async function readSafeDelete(cluster: Cluster): Promise<SafeDelete> {
  return safeDeleteFrom(await readSetting(cluster, SAFE_DELETE_SETTING));
}

/** The same for a review: where it can't be read, `enabled` is null and `detail` says why. */
export async function readSafeDeleteIfPossible(cluster: Cluster): Promise<SafeDelete> {
  try {
    return await readSafeDelete(cluster);
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    return {
      supported: true,
      enabled: null,
      source: 'default',
      transient: null,
      persistent: null,
      detail: error.message,
    };
  }
}

/** The cluster, or its version of ML Commons, doesn't know the setting. */
export class SafeDeleteUnsupported extends Error {
  override readonly name = 'SafeDeleteUnsupported';
}

/**
 * Sets safe delete in one scope, or takes the scope's value away, and answers with what the
 * cluster has then. @throws ClusterError, SafeDeleteUnsupported
 */
export async function changeSafeDelete(
  cluster: Cluster,
  { scope, enabled }: SafeDeleteChange
): Promise<SafeDelete> {
  try {
    await writeSetting(cluster, scope, SAFE_DELETE_SETTING, enabled);
  } catch (error) {
    if (error instanceof ClusterError && /not recognized/.test(error.message)) {
      throw new SafeDeleteUnsupported(error.message);
    }
    throw error;
  }
  return readSafeDelete(cluster);
}
