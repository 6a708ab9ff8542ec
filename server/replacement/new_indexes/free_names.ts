import type { Cluster } from '../../cluster/cluster';
import { resourcePath } from '../../cluster/definitions';
import { ClusterError } from '../../cluster/errors';
import { mapConcurrent } from '../../dependents/map_concurrent';
import type { Vectors } from './moved_index';

/** A name like another one that nothing the user may see has. @throws ClusterError */
async function findFreeName(
  cluster: Cluster,
  kind: 'index' | 'ingest_pipeline',
  wanted: string
): Promise<string> {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}-${count}`;
    try {
      // not a definition by its id: an alias takes a name, too
      await cluster.request({ method: 'GET', path: resourcePath(kind, name) });
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error;
      // who may not see what has the name learns that from the request that makes it
      if (error.kind === 'not_found' || error.kind === 'forbidden') return name;
      throw error;
    }
  }
}

/** Names for copies, by the names that they are copies of. @throws ClusterError */
export async function findFreeNames(
  cluster: Cluster,
  kind: 'index' | 'ingest_pipeline',
  names: readonly string[],
  { dimension, spaceType }: Vectors
): Promise<Map<string, string>> {
  const suffix = [dimension, spaceType].filter((one) => one !== null).join('-');
  return new Map(
    await mapConcurrent(
      names,
      async (name) => [name, await findFreeName(cluster, kind, `${name}-${suffix}`)] as const
    )
  );
}
