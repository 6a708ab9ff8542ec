import { setTimeout as sleep } from 'timers/promises';
import { UNDEPLOY_FIRST_STATES } from '../../common/models';
import type { Cluster } from '../cluster';
import { readModel, undeployModel } from '../cluster';

const POLL_EVERY_MS = 500;
const ASK_AGAIN_AFTER_MS = 3_000;
const GIVE_UP_AFTER_MS = 20_000;

async function readState(cluster: Cluster, modelId: string): Promise<string> {
  const { source } = await readModel(cluster, modelId);
  return typeof source.model_state === 'string' ? source.model_state : '';
}

/**
 * Undeploys a model and answers with its state as read again: ML Commons' own answer leaves out
 * nodes that failed. Waits up to 20 s for a state in which the model can be deleted, and answers
 * with the last one that it saw otherwise. Asks again every 3 s: a deploy that was just ending can
 * write its state after the undeploy, and ML Commons mends that only when asked once more.
 * @throws ClusterError
 */
export async function undeploy(cluster: Cluster, modelId: string): Promise<string> {
  const giveUpAt = Date.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    await undeployModel(cluster, modelId);
    const askAgainAt = Math.min(Date.now() + ASK_AGAIN_AFTER_MS, giveUpAt);
    let state = await readState(cluster, modelId);
    while (UNDEPLOY_FIRST_STATES.has(state) && Date.now() < askAgainAt) {
      await sleep(POLL_EVERY_MS);
      state = await readState(cluster, modelId);
    }
    if (!UNDEPLOY_FIRST_STATES.has(state) || Date.now() >= giveUpAt) return state;
  }
}
