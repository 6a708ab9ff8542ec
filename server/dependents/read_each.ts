import { ClusterError } from '../cluster';
import { fewAtOnce } from './few_at_once';

/** What says that the cluster isn't there for anything else either. */
const OF_THE_CLUSTER: ReadonlySet<string> = new Set(['unreachable', 'timeout', 'data_source']);

/**
 * Reads some things of the cluster by their ids. What it says of one of them hides none of the
 * others; where it doesn't answer at all, nobody waits for that once for each.
 * @throws ClusterError `unreachable`, `timeout`, `data_source`
 */
export async function readEach<T>(
  ids: readonly string[],
  read: (id: string) => Promise<T>
): Promise<Map<string, T | ClusterError>> {
  const found = await fewAtOnce(ids, async (id): Promise<[string, T | ClusterError]> => {
    try {
      return [id, await read(id)];
    } catch (error) {
      if (!(error instanceof ClusterError) || OF_THE_CLUSTER.has(error.kind)) throw error;
      return [id, error];
    }
  });
  return new Map(found);
}
