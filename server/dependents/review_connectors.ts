import type { ConnectorReview } from '../../common/dependents/connector';
import type { Coverage } from '../../common/dependents/coverage';
import type { Dependent } from '../../common/dependents/dependent';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import type { StoredDocument } from '../cluster/json';
import { readConnector } from '../cluster/model_groups';
import { readModel, readModelsOfConnectors } from '../cluster/models';
import { hashOf } from '../documents/canonical_json';
import { findDependents } from './find_dependents';
import { matchIds } from './id_matcher';
import { coverageOf, readAllSettled, readSources } from './read_sources';
import { SOURCES } from './sources/sources';

/** Some connectors, and the models that have them; null where those could not be looked for. */
export interface StoredConnectors {
  connectors: ReadonlyMap<string, StoredDocument | ClusterError>;
  models: StoredDocument[] | null;
}

/** @throws ClusterError where the cluster doesn't answer at all */
export async function readStoredConnectors(
  cluster: Cluster,
  ids: readonly string[]
): Promise<StoredConnectors> {
  if (ids.length === 0) return { connectors: new Map(), models: [] };
  const [connectors, models] = await Promise.all([
    readAllSettled(ids, (id) => readConnector(cluster, id)),
    readModelsOfConnectors(cluster, ids).catch((error: unknown) => {
      if (error instanceof ClusterError) return null;
      throw error;
    }),
  ]);
  return { connectors, models };
}

/** What a workflow has made is noted in it, and no use. */
export function isUse({ kind, references }: Dependent): boolean {
  return (
    kind !== 'workflow' || references.some(({ path }) => !path.startsWith('resources_created'))
  );
}

function nameOf({ id, source: { name } }: StoredDocument): string {
  return typeof name === 'string' && name !== '' ? name : id;
}

/** A connector, or why it can't be read, with what uses it: `dependents` hold its id. */
function assembleConnector(
  connectorId: string,
  stored: StoredDocument | ClusterError,
  models: readonly StoredDocument[] | null,
  dependents: readonly Dependent[]
): ConnectorReview {
  const isRead = !(stored instanceof ClusterError);
  const ofModels = models
    ?.filter(({ source }) => source.connector_id === connectorId)
    .map((model) => ({ kind: 'model', id: model.id, name: nameOf(model) }));
  const others = dependents.filter(isUse).map(({ kind, id, name }) => ({ kind, id, name }));
  return {
    id: connectorId,
    name: isRead ? nameOf(stored) : connectorId,
    users: ofModels ? [...ofModels, ...others] : others.length > 0 ? others : null,
    fingerprint: isRead ? hashOf(stored.source) : null,
  };
}

/**
 * The connector of a model and what uses it besides, by readings in which its id was looked for; null
 * where the model has none, or it is not there.
 */
export function connectorOfModel(
  { id, source }: StoredDocument,
  { connectors, models }: StoredConnectors,
  dependents: ReadonlyMap<string, Dependent[]>
): ConnectorReview | null {
  const connectorId = source.connector_id;
  const stored = typeof connectorId === 'string' ? connectors.get(connectorId) : undefined;
  if (typeof connectorId !== 'string' || !stored) return null;
  if (stored instanceof ClusterError && stored.kind === 'not_found') return null;
  const others = models?.filter((one) => one.id !== id) ?? null;
  return assembleConnector(connectorId, stored, others, dependents.get(connectorId) ?? []);
}

/** As many as are asked for one by one: a model of those is enough to say that the connector is in use. */
const LOOKED_AT_ONE_BY_ONE = 20;

/**
 * The models that have a connector, without those that were deleted just now, which searches find for
 * a moment. @throws ClusterError
 */
export async function readModelsInRealTime(
  cluster: Cluster,
  connectorId: string
): Promise<StoredDocument[]> {
  const models = await readModelsOfConnectors(cluster, [connectorId]);
  const first = models.slice(0, LOOKED_AT_ONE_BY_ONE).map(({ id }) => id);
  const now = await readAllSettled(first, (id) => readModel(cluster, id));
  return models.filter(({ id }) => {
    const one = now.get(id);
    return !(one instanceof ClusterError && one.kind === 'not_found');
  });
}

/**
 * A connector, what uses it as of this moment, and how far that could be checked, with the user's own
 * permissions. @throws ClusterError `not_found`, `forbidden`, …
 */
export async function reviewConnector(
  cluster: Cluster,
  connectorId: string
): Promise<ConnectorReview & { coverage: Coverage }> {
  const [stored, models, readings] = await Promise.all([
    readConnector(cluster, connectorId),
    readModelsInRealTime(cluster, connectorId),
    readSources(cluster, SOURCES, matchIds(new Set([connectorId])), { inRealTime: true }),
  ]);
  const dependents = findDependents(readings).get(connectorId) ?? [];
  const review = assembleConnector(connectorId, stored, models, dependents);
  return { ...review, coverage: coverageOf(readings) };
}
