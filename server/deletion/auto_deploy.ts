import { setTimeout as sleep } from 'timers/promises';
import type { AutoDeploy } from '../../common/deletion';
import type { Cluster, JsonRecord } from '../cluster';
import { ClusterError, isRecord, readModel, updateModel, valueAt } from '../cluster';

/** Pauses before the next try, in ms, while the model is deploying: that may be a moment only. */
const TRY_AGAIN_AFTER_MS = [250, 500, 1_000, 2_000];

/**
 * Whether a call to a model that isn't deployed deploys it: ML Commons' default, which one setting
 * of the cluster turns off for all models (MLPredictTaskRunner).
 */
export function autoDeployOf(model: JsonRecord): boolean {
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
