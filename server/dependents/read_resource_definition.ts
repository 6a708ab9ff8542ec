import type { ResourceDefinition } from '../../common/dependents/dependent';
import type { NodeKind } from '../../common/dependents/kinds';
import type { Cluster } from '../cluster/cluster';
import { readDefinition } from '../cluster/definitions';
import { readAlias } from '../cluster/indexes';
import type { JsonRecord } from '../cluster/json';
import { readConnector, readModelGroup } from '../cluster/model_groups';
import { publicMetadata } from '../documents/model_document';
import { redactSecrets } from '../documents/redact_secrets';

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
  const definition = kind === 'model' ? publicMetadata(stored) : redactSecrets(stored);
  return { kind, id, definition };
}
