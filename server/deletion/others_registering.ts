import { setTimeout as sleep } from 'timers/promises';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import { isRegistering } from '../cluster/model_groups';

/** How long it is waited for others who are registering models, and how often it is looked. */
export const WAIT_FOR_OTHERS_MS = 3_000;
export const LOOK_EVERY_MS = 50;
/** The pause in place of that where the user may not list tasks: some registers take so long. */
export const WITHOUT_TASKS_MS = 500;
const TASKS_TIMEOUT_MS = 2_000;

/** Null where the user may not know, or it could not be found out in time. */
export async function isRegisteringIfKnown(cluster: Cluster): Promise<boolean | null> {
  try {
    return await isRegistering(cluster, TASKS_TIMEOUT_MS);
  } catch (error) {
    if (error instanceof ClusterError) return null;
    throw error;
  }
}

/** Waits for others who are registering models, but not for ever. */
export async function waitForOthers(cluster: Cluster): Promise<void> {
  const giveUpAt = Date.now() + WAIT_FOR_OTHERS_MS;
  for (;;) {
    const registering = await isRegisteringIfKnown(cluster);
    if (registering === null) await sleep(WITHOUT_TASKS_MS);
    if (registering !== true || Date.now() >= giveUpAt) return;
    await sleep(LOOK_EVERY_MS);
  }
}
