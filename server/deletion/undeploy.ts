import { setTimeout as sleep } from 'timers/promises';
import type { AutoDeploy, Deployed, Undeployed } from '../../common/contracts/deletion';
import { UNDEPLOY_FIRST_STATES } from '../../common/models/model_state';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import { isRecord, valueAt } from '../cluster/json';
import type { JsonRecord } from '../cluster/json';
import { readTask } from '../cluster/ml_resources';
import { deployModel, readModel, undeployModel, updateModel } from '../cluster/models';
import { findModelNodes } from '../models/model_nodes';

const POLL_EVERY_MS = 500;
const ASK_AGAIN_AFTER_MS = 3_000;

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
 * Undeploys a model and gives its state as read again, with the nodes that still hold it: ML
 * Commons' own answer leaves out nodes that failed. Waits so many ms for a state in which the model
 * can be deleted, and gives the last one that it saw otherwise. Asks again every 3 s: a deploy that
 * was just ending, or another undeploy, can write its state after the undeploy, and ML Commons mends
 * that only when asked once more. @throws ClusterError
 */
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
    nodes: await findModelNodes(cluster, modelId, model),
  };
}

async function undeployWithin(
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

/** Pauses before the next try, in ms, while the model is deploying: that may be a moment only. */
const TRY_AGAIN_AFTER_MS = [250, 500, 1_000, 2_000];

/**
 * Whether a call to a model that isn't deployed deploys it: ML Commons' default, which one setting
 * of the cluster turns off for all models (MLPredictTaskRunner).
 */
function autoDeployOf(model: JsonRecord): boolean {
  return valueAt(model, 'deploy_setting', 'is_auto_deploy_enabled') !== false;
}

/** ML Commons refuses a change with 409 while the model is deploying (UpdateModelTransportAction). */
async function updateOnceDeployed(
  cluster: Cluster,
  modelId: string,
  fields: JsonRecord
): Promise<void> {
  for (const pause of TRY_AGAIN_AFTER_MS) {
    try {
      return await updateModel(cluster, modelId, fields);
    } catch (error) {
      if (!(error instanceof ClusterError) || error.status !== 409) throw error;
      await sleep(pause);
    }
  }
  await updateModel(cluster, modelId, fields);
}

/**
 * Sets whether a call deploys the model, and gives that as read again. What else its deploy setting
 * says stays: ML Commons takes a new one as a whole.
 * @throws ClusterError 409 `rejected` where the model stays deploying; others in the cluster's words
 */
export async function setAutoDeploy(
  cluster: Cluster,
  modelId: string,
  enabled: boolean
): Promise<AutoDeploy> {
  const { deploy_setting: before } = (await readModel(cluster, modelId)).source;
  await updateOnceDeployed(cluster, modelId, {
    deploy_setting: { ...(isRecord(before) && before), is_auto_deploy_enabled: enabled },
  });
  const { source: now } = await readModel(cluster, modelId);
  return { model_id: modelId, enabled: autoDeployOf(now) };
}

const DEPLOY_POLL_EVERY_MS = 250;
/** ML Commons is still at it (MLTaskState). */
const RUNNING: ReadonlySet<unknown> = new Set(['CREATED', 'RUNNING']);

/** Why a deploy that has ended failed, in ML Commons' words. */
interface End {
  error?: string;
}

/** How the deploy has ended; null while it runs, or where its task can't be read. */
async function readEnd(cluster: Cluster, taskId: string | null): Promise<End | null> {
  if (taskId === null) return null;
  try {
    const task = await readTask(cluster, taskId);
    if (RUNNING.has(task.state)) return null;
    const error = valueAt(task, 'error');
    return typeof error === 'string' && error !== '' ? { error } : {};
  } catch (error) {
    if (error instanceof ClusterError) return null;
    throw error;
  }
}

/**
 * Deploys a model and gives its state as read again afterwards: ML Commons' own answer is that it
 * has begun, and until it has written the new state the old one is there. Waits so many ms for the
 * end, and gives the state that it has then. @throws ClusterError
 */
export async function deploy(cluster: Cluster, modelId: string, waitMs: number): Promise<Deployed> {
  const giveUpAt = Date.now() + waitMs;
  const taskId = await deployModel(cluster, modelId);
  for (;;) {
    const end = await readEnd(cluster, taskId);
    const state = stateOf((await readModel(cluster, modelId)).source);
    // ML Commons can end the task some ms before it writes the model's state
    const isDeploying = /ING$/.test(state);
    const isUp = UNDEPLOY_FIRST_STATES.has(state) && !isDeploying;
    if (isUp || (end && !isDeploying) || Date.now() >= giveUpAt) {
      return { model_id: modelId, state, ...(!isUp && end) };
    }
    await sleep(DEPLOY_POLL_EVERY_MS);
  }
}
