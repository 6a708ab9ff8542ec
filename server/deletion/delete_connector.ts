import { setTimeout as sleep } from 'timers/promises';
import type { DeleteConnectorAnswer } from '../../common/contracts/deletion';
import { judgeConnector } from '../../common/deletion/connector';
import type { Cluster } from '../cluster/cluster';
import { ClusterError, isOutcomeUnknown } from '../cluster/errors';
import { deleteConnector, readConnector } from '../cluster/model_groups';
import { readModelsInRealTime, reviewConnector } from '../dependents/review_connectors';
import { waitUntilSearchable } from '../dependents/review_model';
import { LeftoverConflict } from './errors';
import { isRegisteringIfKnown, waitForOthers, WITHOUT_TASKS_MS } from './others_registering';

/** Pauses before the next try, in ms: ML Commons finds a model that was just deleted for a moment. */
const TRY_AGAIN_AFTER_MS = [400, 800, 1_600];

/** @throws LeftoverConflict where it is another than was reviewed, or may be in use */
async function checkUnused(
  cluster: Cluster,
  connectorId: string,
  fingerprint: string
): Promise<void> {
  const review = await reviewConnector(cluster, connectorId);
  switch (judgeConnector(review, review.coverage)) {
    case 'in_use':
      throw new LeftoverConflict('connector', 'refused', { user: review.users?.[0] });
    case 'not_checked':
      throw new LeftoverConflict('connector', 'incomplete');
    default:
      if (review.fingerprint !== fingerprint) throw new LeftoverConflict('connector', 'changed');
  }
}

/**
 * Whether nothing came to use a connector since it was reviewed, right before its delete; false
 * while others are registering a model, of which nobody knows with which connector.
 */
async function isStillFree(cluster: Cluster, connectorId: string): Promise<boolean> {
  const hasModels = async () => (await readModelsInRealTime(cluster, connectorId)).length > 0;
  if (await hasModels()) return false;
  // last: only a register that begins after it is not seen
  const registering = await isRegisteringIfKnown(cluster);
  if (registering !== null) return !registering;
  await sleep(WITHOUT_TASKS_MS);
  return !(await hasModels());
}

/** The models that were registered with a connector at its last moment; null where nobody knows. */
async function findModelsLeft(cluster: Cluster, connectorId: string): Promise<string[] | null> {
  try {
    await waitForOthers(cluster);
    return (await readModelsInRealTime(cluster, connectorId)).map(({ id }) => id);
  } catch (error) {
    if (error instanceof ClusterError) return null;
    throw error;
  }
}

/** @throws the error of a delete after which the connector is there, or may be */
async function checkGone(cluster: Cluster, connectorId: string, error: ClusterError) {
  try {
    await readConnector(cluster, connectorId);
  } catch (again) {
    if (again instanceof ClusterError && again.kind === 'not_found') return;
  }
  throw error;
}

/**
 * Deletes a connector that nothing uses, on the definition that the admin was shown: reviews again,
 * and sends the delete with nothing in between.
 * @throws LeftoverConflict where it was not deleted
 * @throws ClusterError `not_found` where it is gone already; others in the cluster's words
 */
export async function deleteReviewedConnector(
  cluster: Cluster,
  connectorId: string,
  fingerprint: string
): Promise<DeleteConnectorAnswer> {
  await waitUntilSearchable(cluster);
  const pauses = [...TRY_AGAIN_AFTER_MS];
  for (;;) {
    await checkUnused(cluster, connectorId, fingerprint);
    const pause = pauses.shift();
    let refusal: ClusterError | undefined;
    if (await isStillFree(cluster, connectorId)) {
      try {
        await deleteConnector(cluster, connectorId);
        break;
      } catch (error) {
        if (!(error instanceof ClusterError)) throw error;
        if (error.status !== 409) {
          if (!isOutcomeUnknown(error)) throw error;
          await checkGone(cluster, connectorId, error);
          break;
        }
        refusal = error;
      }
    }
    if (pause === undefined) {
      throw new LeftoverConflict('connector', 'refused', { clusterMessage: refusal?.message });
    }
    await sleep(pause);
  }
  const left = await findModelsLeft(cluster, connectorId);
  const isNone = left?.length === 0;
  return {
    result: 'deleted',
    connector_id: connectorId,
    ...(!isNone && { models_without_connector: left }),
  };
}
