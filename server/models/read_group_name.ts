import type { Cluster } from '../cluster';
import { ClusterError, readModelGroup } from '../cluster';

/** What a group's own document says; the id is what the model has where it can't be read. */
export interface GroupFacts {
  name: string;
  /** The number that ML Commons gave last to a version of it; null where that is not known. */
  latest_version: number | null;
}

/** A group's name and its latest version, as far as the group can be read. */
export async function readGroupFacts(cluster: Cluster, modelGroupId: string): Promise<GroupFacts> {
  try {
    const { name, latest_version: latest } = (await readModelGroup(cluster, modelGroupId)).source;
    return {
      name: typeof name === 'string' ? name : modelGroupId,
      latest_version: typeof latest === 'number' ? latest : null,
    };
  } catch (error) {
    if (error instanceof ClusterError) return { name: modelGroupId, latest_version: null };
    throw error;
  }
}

/** A group's name, or its id where the group can't be read: the id is what the model has. */
export async function readGroupName(cluster: Cluster, modelGroupId: string): Promise<string> {
  return (await readGroupFacts(cluster, modelGroupId)).name;
}
