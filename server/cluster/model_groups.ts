import type { Cluster } from './cluster';
import { ClusterError } from './errors';
import { isRecord, valueAt } from './json';
import type { JsonRecord, Reader, StoredDocument } from './json';
import { searchAll } from './search_all';

const GROUPS = '/_plugins/_ml/model_groups';

function groupPath(modelGroupId: string): string {
  return `${GROUPS}/${encodeURIComponent(modelGroupId)}`;
}

/** Hands out the names of all model groups that the user may see. @throws ClusterError */
export function readModelGroups(cluster: Cluster, take: Reader['take']): Promise<void> {
  const search = {
    path: `${GROUPS}/_search`,
    query: { match_all: {} },
    fields: ['name'],
    pageSize: 10_000,
  };
  return searchAll(cluster, search, take);
}

/** Hands out the names of some groups, those that the user may see. @throws ClusterError */
export async function readModelGroupsByIds(
  cluster: Cluster,
  ids: readonly string[],
  take: Reader['take']
): Promise<void> {
  if (ids.length === 0) return;
  const search = {
    path: `${GROUPS}/_search`,
    query: { ids: { values: ids } },
    fields: ['name'],
    pageSize: 10_000,
  };
  await searchAll(cluster, search, take);
}

/** Groups and connectors are refused without a name when they are made. */
function hasName(source: unknown): source is JsonRecord {
  return isRecord(source) && typeof source.name === 'string';
}

/** One model group. @throws ClusterError `not_found`, `forbidden`, … */
export async function readModelGroup(
  cluster: Cluster,
  modelGroupId: string
): Promise<StoredDocument> {
  const source = await cluster.request({ method: 'GET', path: groupPath(modelGroupId) });
  if (!hasName(source)) throw new ClusterError('malformed', 'The answer is not a model group.');
  return { id: modelGroupId, source };
}

/**
 * Deletes a group that has no version left. ML Commons refuses with 409 while the system counts
 * one, hidden versions included (DeleteModelGroupTransportAction). @throws ClusterError
 */
export async function deleteModelGroup(cluster: Cluster, modelGroupId: string): Promise<void> {
  await cluster.request({ method: 'DELETE', path: groupPath(modelGroupId) });
}

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

/**
 * The names of some groups by their ids. Names are for reading only: a group whose name can't be
 * read is left out.
 */
export async function readGroupNames(
  cluster: Cluster,
  ids: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  try {
    await readModelGroupsByIds(cluster, [...new Set(ids)], ({ id, source: { name } }) => {
      if (typeof name === 'string') names.set(id, name);
    });
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
  }
  return names;
}

/** One connector; ML Commons keeps its credential back. @throws ClusterError `not_found`, … */
export async function readConnector(
  cluster: Cluster,
  connectorId: string
): Promise<StoredDocument> {
  const source = await cluster.request({
    method: 'GET',
    path: `/_plugins/_ml/connectors/${encodeURIComponent(connectorId)}`,
  });
  if (!hasName(source)) throw new ClusterError('malformed', 'The answer is not a connector.');
  return { id: connectorId, source };
}

/**
 * Deletes a connector. ML Commons refuses with 409 while the system finds a model that may have it, by
 * the words of its id (DeleteConnectorTransportAction). @throws ClusterError
 */
export async function deleteConnector(cluster: Cluster, connectorId: string): Promise<void> {
  const path = `/_plugins/_ml/connectors/${encodeURIComponent(connectorId)}`;
  await cluster.request({ method: 'DELETE', path });
}

/** Hands out the names of all connectors that the user may see. @throws ClusterError */
export function readConnectorNames(cluster: Cluster, take: Reader['take']): Promise<void> {
  const search = {
    path: '/_plugins/_ml/connectors/_search',
    query: { match_all: {} },
    fields: ['name'],
    pageSize: 10_000,
  };
  return searchAll(cluster, search, take);
}

/**
 * Hands out what requests of all connectors are like that the user may see: their parameters and
 * actions. @throws ClusterError
 */
export function readConnectors(cluster: Cluster, take: Reader['take']): Promise<void> {
  const search = {
    path: '/_plugins/_ml/connectors/_search',
    query: { match_all: {} },
    fields: ['name', 'parameters', 'actions'],
    pageSize: 1_000,
  };
  return searchAll(cluster, search, take);
}

/**
 * What can put a version into a group: a register, with its content or without, and an update that
 * moves a model to another group.
 */
const ACTIONS = [
  'cluster:admin/opensearch/ml/register_model*',
  'cluster:admin/opensearch/ml/models/update*',
];

/**
 * Whether some node is registering a model right now, or moving one to another group, whoever asked
 * for it. ML Commons gives a version its number first and keeps the version itself 30 to 45 ms
 * later (seen on 3.6.0), and the request for both is a task of the cluster meanwhile.
 * @throws ClusterError `forbidden` without `cluster:monitor/tasks/lists`, `timeout`, …
 */
export async function isRegistering(cluster: Cluster, timeoutMs: number): Promise<boolean> {
  const answer = await cluster.request({
    method: 'GET',
    path: '/_tasks',
    query: { actions: ACTIONS.join(',') },
    timeoutMs,
  });
  const nodes = valueAt(answer, 'nodes');
  if (!isRecord(nodes) || valueAt(answer, 'node_failures') !== undefined) {
    throw new ClusterError('malformed', 'The answer does not list the tasks of all nodes.');
  }
  return Object.values(nodes).some((node) => {
    const tasks = valueAt(node, 'tasks');
    return isRecord(tasks) && Object.keys(tasks).length > 0;
  });
}
