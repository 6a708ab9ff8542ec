import type { SafeDelete, SafeDeleteChange } from '../../common/safe_delete';
import { SAFE_DELETE_SETTING } from '../../common/safe_delete';
import type { Cluster } from '../cluster';
import { ClusterError, writeSetting } from '../cluster';
import { readSafeDelete } from './read_safe_delete';

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
