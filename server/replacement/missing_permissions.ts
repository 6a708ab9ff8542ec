import { nodeKey } from '../../common/dependents/kinds';
import type { Change } from '../../common/replacement/plan';
import type { Cluster } from '../cluster/cluster';
import { readUser } from '../cluster/cluster_info';
import { templateAddress } from '../cluster/definitions';
import { probeWrite } from '../cluster/permission_probes';
import { mapConcurrent } from '../dependents/map_concurrent';

type Named = Pick<Change, 'kind' | 'id'>;

/** What is allowed or not as one: a kind, an API of templates, an index by itself. */
function permissionKey({ kind, id }: Named): string {
  if (kind === 'index') return nodeKey({ kind, id });
  return kind === 'index_template' ? `${kind}/${templateAddress(id).api}` : kind;
}

/**
 * The permission that the user lacks to write a dependent, by its `nodeKey`, as far as roles decide it
 * and the cluster says so; nothing is written. Of a cluster without the security plugin none.
 * @throws what is no ClusterError
 */
export async function readMissingPermissions(
  cluster: Cluster,
  dependents: readonly Named[]
): Promise<Map<string, string>> {
  if (dependents.length === 0 || (await readUser(cluster)) === null) return new Map();
  const examples = new Map(dependents.map((one) => [permissionKey(one), one]));
  const answers = await mapConcurrent([...examples], async ([key, { kind, id }]) => {
    const answer = await probeWrite(cluster, kind, id);
    return [key, answer.allowed === false ? answer.missing : null] as const;
  });
  const missing = new Map(answers);
  return new Map(
    dependents.flatMap((one) => {
      const permission = missing.get(permissionKey(one)) ?? null;
      return permission === null ? [] : [[nodeKey(one), permission]];
    })
  );
}
