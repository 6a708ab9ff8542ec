import type { Cluster } from '../cluster';
import { ClusterError, readModelGroup } from '../cluster';

/** A group's name, or its id where the group can't be read: the id is what the model has. */
export async function readGroupName(cluster: Cluster, modelGroupId: string): Promise<string> {
  try {
    const { source } = await readModelGroup(cluster, modelGroupId);
    return typeof source.name === 'string' ? source.name : modelGroupId;
  } catch (error) {
    if (error instanceof ClusterError) return modelGroupId;
    throw error;
  }
}
