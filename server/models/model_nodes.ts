import type { ModelNode } from '../../common/models/model';
import type { Cluster } from '../cluster/cluster';
import type { JsonRecord } from '../cluster/json';
import { ClusterError } from '../cluster/errors';
import { readNodeNames, readProfileNodes } from '../cluster/cluster_info';
import { readModel } from '../cluster/models';

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
    return (await readProfileNodes(cluster, modelId, options)).get(nodeId);
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
    return await readProfileNodes(cluster, modelId, { timeoutMs: ANSWER_WITHIN_MS });
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

function plannedNodes({ planning_worker_nodes: nodes }: JsonRecord): string[] {
  return Array.isArray(nodes) ? nodes.map(String) : [];
}

/**
 * The nodes that hold a model now, as they say themselves; one that doesn't answer may hold it,
 * and is named with the state null. Null where it can't be found out.
 * @param source the model's document, which says where it was to be deployed
 */
export async function findModelNodes(
  cluster: Cluster,
  modelId: string,
  source: JsonRecord
): Promise<ModelNode[] | null> {
  try {
    const names = await readNodeNames(cluster);
    const planned = plannedNodes(source).filter((id) => names.has(id));
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

/** The same of a model that is read first. @throws ClusterError where the model can't be read */
export async function readModelNodes(
  cluster: Cluster,
  modelId: string
): Promise<ModelNode[] | null> {
  const { source } = await readModel(cluster, modelId);
  return findModelNodes(cluster, modelId, source);
}
