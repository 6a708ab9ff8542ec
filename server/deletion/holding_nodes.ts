import type { HoldingNode } from '../../common/deletion';
import type { Cluster } from '../cluster';
import { ClusterError, readHoldingNodes, readNodeNames } from '../cluster';

/** How long the nodes are waited for, in ms. */
const ANSWER_WITHIN_MS = 2_000;

function isTimeout(error: unknown): boolean {
  return error instanceof ClusterError && error.kind === 'timeout';
}

/** The state on one node: null where the node doesn't answer, undefined where it doesn't hold it. */
async function stateOn(
  cluster: Cluster,
  modelId: string,
  nodeId: string
): Promise<string | null | undefined> {
  const options = { nodeIds: [nodeId], timeoutMs: ANSWER_WITHIN_MS };
  try {
    return (await readHoldingNodes(cluster, modelId, options)).get(nodeId);
  } catch (error) {
    if (isTimeout(error)) return null;
    throw error;
  }
}

/** Of all nodes at once, or one by one where that is held up by one of them. */
async function statesByNode(
  cluster: Cluster,
  modelId: string,
  suspects: readonly string[]
): Promise<Map<string, string | null>> {
  try {
    return await readHoldingNodes(cluster, modelId, { timeoutMs: ANSWER_WITHIN_MS });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  }
  const states = new Map<string, string | null>();
  const ask = async (nodeId: string) => {
    const state = await stateOn(cluster, modelId, nodeId);
    if (state !== undefined) states.set(nodeId, state);
  };
  await Promise.all(suspects.map(ask));
  return states;
}

/**
 * The nodes that hold a model now, as they say themselves; one that doesn't answer may hold it,
 * and is named with the state null. Null where it can't be found out.
 * @param plannedNodes the nodes that the model was to be deployed on; none where not known
 */
export async function findHoldingNodes(
  cluster: Cluster,
  modelId: string,
  plannedNodes: readonly string[]
): Promise<HoldingNode[] | null> {
  try {
    const names = await readNodeNames(cluster);
    const planned = plannedNodes.filter((id) => names.has(id));
    const suspects = planned.length > 0 ? planned : [...names.keys()];
    const states = await statesByNode(cluster, modelId, suspects);
    return [...states]
      .map(([id, state]) => ({ id, name: names.get(id) ?? id, state }))
      .sort((one, other) => one.name.localeCompare(other.name));
  } catch (error) {
    if (error instanceof ClusterError) return null;
    throw error;
  }
}
