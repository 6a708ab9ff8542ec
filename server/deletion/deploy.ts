import { setTimeout as sleep } from 'timers/promises';
import type { Deployed } from '../../common/deletion';
import { UNDEPLOY_FIRST_STATES } from '../../common/models';
import type { Cluster } from '../cluster';
import { ClusterError, deployModel, readModel, readTask, valueAt } from '../cluster';

const POLL_EVERY_MS = 250;
/** ML Commons is still at it (MLTaskState). */
const RUNNING: ReadonlySet<unknown> = new Set(['CREATED', 'RUNNING']);

async function readState(cluster: Cluster, modelId: string): Promise<string> {
  const { model_state: state } = (await readModel(cluster, modelId)).source;
  return typeof state === 'string' ? state : '';
}

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
    const state = await readState(cluster, modelId);
    const isUp = UNDEPLOY_FIRST_STATES.has(state) && !/ING$/.test(state);
    if (isUp || end || Date.now() >= giveUpAt) {
      return { model_id: modelId, state, ...(!isUp && end) };
    }
    await sleep(POLL_EVERY_MS);
  }
}
