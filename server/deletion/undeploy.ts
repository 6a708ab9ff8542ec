import { setTimeout as sleep } from 'timers/promises';
import type { Undeployed } from '../../common/deletion';
import { UNDEPLOY_FIRST_STATES } from '../../common/models';
import type { Cluster, JsonRecord } from '../cluster';
import { ClusterError, readModel, undeployModel } from '../cluster';
import { findHoldingNodes } from '../models';
import { autoDeployOf } from './auto_deploy';

const POLL_EVERY_MS = 500;
const ASK_AGAIN_AFTER_MS = 3_000;
/** How long it is tried where nobody says otherwise. */
export const UNDEPLOY_WITHIN_MS = 20_000;

function stateOf({ model_state: state }: JsonRecord): string {
  return typeof state === 'string' ? state : '';
}

/** ML Commons goes on undeploying after it was waited for: a node that hangs holds up its answer. */
async function ask(cluster: Cluster, modelId: string, withinMs: number): Promise<void> {
  try {
    await undeployModel(cluster, modelId, withinMs);
  } catch (error) {
    if (!(error instanceof ClusterError) || error.kind !== 'timeout') throw error;
  }
}

/**
 * Undeploys a model and gives its document as read again: ML Commons' own answer leaves out nodes
 * that failed. Waits so many ms for a state in which the model can be deleted, and gives the last
 * one that it saw otherwise. Asks again every 3 s: a deploy that was just ending, or another
 * undeploy, can write its state after the undeploy, and ML Commons mends that only when asked once
 * more. @throws ClusterError
 */
export async function undeployWithin(
  cluster: Cluster,
  modelId: string,
  waitMs: number
): Promise<JsonRecord> {
  const giveUpAt = Date.now() + waitMs;
  const read = async () => (await readModel(cluster, modelId)).source;
  for (;;) {
    const askAgainAt = Math.min(Date.now() + ASK_AGAIN_AFTER_MS, giveUpAt);
    await ask(cluster, modelId, Math.max(askAgainAt - Date.now(), POLL_EVERY_MS));
    let model = await read();
    while (UNDEPLOY_FIRST_STATES.has(stateOf(model)) && Date.now() < askAgainAt) {
      await sleep(POLL_EVERY_MS);
      model = await read();
    }
    if (!UNDEPLOY_FIRST_STATES.has(stateOf(model)) || Date.now() >= giveUpAt) return model;
  }
}

/** The same, and says what became of it: the state, and the nodes that hold the model still. */
export async function undeploy(
  cluster: Cluster,
  modelId: string,
  waitMs: number
): Promise<Undeployed> {
  const model = await undeployWithin(cluster, modelId, waitMs);
  return {
    model_id: modelId,
    state: stateOf(model),
    auto_deploy: autoDeployOf(model),
    nodes: await findHoldingNodes(cluster, modelId, model),
  };
}
