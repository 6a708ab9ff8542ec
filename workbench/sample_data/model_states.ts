import { setTimeout as sleep } from 'node:timers/promises';
import { z, type ZodType } from 'zod';
import { SampleDataError, type Cluster } from './cluster';
import type { SampleModel } from './content/models';
import { contentOf } from './local_content';

/** How long a model may take to be deployed, in milliseconds. */
const patience = 20_000;

/** Does what leads from one state to the model's own; says whether anything had to be done. */
export async function changeState(
  cluster: Cluster,
  id: string,
  model: SampleModel,
  state: string
): Promise<boolean> {
  if (model.state === state) return false;
  if (model.state === 'UNDEPLOYED') {
    // On a model that no node holds this sets the state alone.
    await cluster.call(z.unknown(), 'POST', `${pathOf(id)}/_undeploy`);
    return true;
  }
  if (model.state === 'DEPLOYED' || model.state === 'DEPLOY_FAILED') {
    await deploy(cluster, pathOf(id), model);
    return true;
  }
  return false;
}

/** Gives a local model its content, unless it is one whose upload was broken off. */
export async function uploadContent(
  cluster: Cluster,
  id: string,
  model: SampleModel,
  state: string
): Promise<boolean> {
  if (model.kind !== 'local' || model.state === 'REGISTERING' || state !== 'REGISTERING') {
    return false;
  }
  await cluster.upload(`${pathOf(id)}/upload_chunk/0`, contentOf(model));
  return true;
}

/** Where a model is read and changed. */
export function pathOf(id: string): string {
  return `/_plugins/_ml/models/${id}`;
}

/** Deploys a model until it is in the state that it should be in. */
async function deploy(cluster: Cluster, path: string, model: SampleModel): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    const { task_id: task } = await cluster.call(
      z.object({ task_id: z.string() }),
      'POST',
      `${path}/_deploy`
    );
    const taskPath = `/_plugins/_ml/tasks/${task}`;
    const { error } = await settled(cluster, deployTask, taskPath, end);
    const { model_state: state } = await settled(cluster, modelState, path, end);
    if (state === model.state) return;
    if (model.state === 'DEPLOYED' && Date.now() < end) {
      // After a restart the cluster deploys its models itself; a node may be stuck in that.
      await cluster.call(z.unknown(), 'POST', `${path}/_undeploy`);
      await sleep(500);
      continue;
    }
    const words = `"${model.name}" is ${state}, not ${model.state}: ${error ?? 'no reason given'}`;
    throw new SampleDataError(`POST ${path}/_deploy`, 200, words);
  }
}

const deployTask = z.object({ state: z.string(), error: z.string().optional() });

const modelState = z.object({ model_state: z.string() });

const underWay = ['CREATED', 'RUNNING', 'DEPLOYING'];

/** Reads a task or a model until its state is none that passes by itself. */
async function settled<T extends { state: string } | { model_state: string }>(
  cluster: Cluster,
  schema: ZodType<T>,
  path: string,
  end: number
): Promise<T> {
  for (;;) {
    const read = await cluster.call(schema, 'GET', path);
    const state = 'state' in read ? read.state : read.model_state;
    if (!underWay.includes(state) || Date.now() > end) return read;
    await sleep(100);
  }
}
