import type { Fit } from '../../common/replacement/fit';
import { hasSameWeights } from '../../common/replacement/fit';
import type { Cluster } from '../cluster/cluster';
import { readRelease } from '../cluster/cluster_info';
import type { Release } from '../cluster/cluster_info';
import { ClusterError } from '../cluster/errors';
import type { StoredDocument } from '../cluster/json';
import { readConnector } from '../cluster/model_groups';
import { readModelAsStored } from '../cluster/models';
import { compareModels, isEmbedding } from './compare_models';
import { traitsOf } from './model_traits';
import type { ConnectorOf } from './model_traits';

/** One model in the place of another, and what that means for those that use it. */
export interface Exchange {
  /** The id that is replaced. */
  from: string;
  /** The id of the model that takes its place. */
  to: string;
  /** Null where there is no such model any more. */
  old: StoredDocument | null;
  replacement: StoredDocument;
  fit: Fit;
  /** Whether vectors of the two can't be compared; false where they give none. */
  mixesVectors: boolean;
  /** Whether the replacement gives vectors; null where its task isn't known. */
  embeds: boolean | null;
  release: Release | null;
}

/** A model's document; null where there is none. @throws ClusterError */
export async function readModelIfThere(
  cluster: Cluster,
  modelId: string
): Promise<StoredDocument | null> {
  try {
    return await readModelAsStored(cluster, modelId);
  } catch (error) {
    if (error instanceof ClusterError && error.kind === 'not_found') return null;
    throw error;
  }
}

/** A connector that may be gone, or that of others: null where it can't be read. */
export async function readConnectorIfPossible(
  cluster: Cluster,
  connectorId: string
): Promise<StoredDocument | null> {
  try {
    return await readConnector(cluster, connectorId);
  } catch (error) {
    if (error instanceof ClusterError) return null;
    throw error;
  }
}

/** The connectors of some models; one that can't be read leaves checks unknown. */
async function readConnectorsOf(
  cluster: Cluster,
  documents: readonly (StoredDocument | null)[]
): Promise<ConnectorOf> {
  const ids = documents.flatMap((one) =>
    typeof one?.source.connector_id === 'string' ? [one.source.connector_id] : []
  );
  const read = await Promise.all(
    [...new Set(ids)].map((id) => readConnectorIfPossible(cluster, id))
  );
  const connectors = new Map(read.flatMap((one) => (one ? [[one.id, one.source]] : [])));
  return (id) => connectors.get(id);
}

/**
 * Both models as they are now, compared. @throws ClusterError `not_found` where there is no
 * replacement, `forbidden`, …
 */
export async function readExchange(cluster: Cluster, from: string, to: string): Promise<Exchange> {
  const [old, replacement, release] = await Promise.all([
    readModelIfThere(cluster, from),
    readModelAsStored(cluster, to),
    readRelease(cluster),
  ]);
  const connectorOf = await readConnectorsOf(cluster, [old, replacement]);
  const traits = traitsOf(replacement, connectorOf);
  const fit = compareModels(old && traitsOf(old, connectorOf), traits);
  const embeds = isEmbedding(traits);
  return {
    from,
    to,
    old,
    replacement,
    fit,
    mixesVectors: embeds !== false && !hasSameWeights(fit),
    embeds,
    release,
  };
}

/** What tells a model from another one that has its id later. */
export function identityOf(document: StoredDocument | null): unknown {
  return document && [document.id, document.source.created_time ?? null];
}
