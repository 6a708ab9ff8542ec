import type { NodeKind, ResourceDefinition } from '../../common/dependents';
import type { Cluster, JsonRecord } from '../cluster';
import { readAlias, readConnector, readDefinition, readModelGroup } from '../cluster';
import { publicMetadata } from '../models/public_metadata';
import { withoutSecrets } from '../models/without_secrets';

async function readStored(cluster: Cluster, kind: NodeKind, id: string): Promise<JsonRecord> {
  switch (kind) {
    case 'alias':
      return readAlias(cluster, id);
    case 'connector':
      return (await readConnector(cluster, id)).source;
    case 'model_group':
      return (await readModelGroup(cluster, id)).source;
    default:
      return readDefinition(cluster, kind, id);
  }
}

/**
 * What one resource of a graph is made of, read now: nothing in it authenticates, and a model's
 * content is left out. @throws ClusterError `not_found`, `forbidden`, …
 */
export async function readResourceDefinition(
  cluster: Cluster,
  kind: NodeKind,
  id: string
): Promise<ResourceDefinition> {
  const stored = await readStored(cluster, kind, id);
  const definition = kind === 'model' ? publicMetadata(stored) : withoutSecrets(stored);
  return { kind, id, definition };
}
