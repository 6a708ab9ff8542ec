import type { Cluster } from './cluster';
import { causeOf, ClusterError, isUnreadableModel } from './errors';
import { isRecord, valueAt } from './json';
import type { JsonRecord, Reader, StoredDocument } from './json';
import { checkWhole, collected, searchAll } from './search_all';

export const MODELS = '/_plugins/_ml/models';

/** What a list shows of a model. Asked for by name, since excludes would let chunks through. */
export const SUMMARY_FIELDS = [
  'name',
  'description',
  'model_version',
  'model_group_id',
  'algorithm',
  'model_state',
  'connector_id',
  'provisioned_by',
  'is_hidden',
  'current_worker_node_count',
  'created_time',
  'last_updated_time',
  'last_deployed_time',
];

/** A local model's content lies in the same index as chunks, which are not models. */
export const IS_CHUNK = { exists: { field: 'chunk_number' } };

function inGroup(modelGroupId: string) {
  return {
    bool: { filter: [{ term: { model_group_id: modelGroupId } }], must_not: [IS_CHUNK] },
  };
}

/** The path of a model, or of a chunk of its content. */
export function modelPath(modelId: string): string {
  return `${MODELS}/${encodeURIComponent(modelId)}`;
}

const CONTROLLERS = '/.plugins-ml-controller';

/** Read from its index: ML Commons looks for the model first, and says 404 without one. */
function controllerPath(modelId: string): string {
  return `${CONTROLLERS}/_doc/${encodeURIComponent(modelId)}`;
}

/** Hands out some fields of all models that the user may see. @throws ClusterError */
export function readModelFields(
  cluster: Cluster,
  fields: readonly string[],
  take: Reader['take']
): Promise<void> {
  const search = {
    path: `${MODELS}/_search`,
    query: { bool: { must_not: [IS_CHUNK] } },
    fields,
    pageSize: 10_000,
  };
  return searchAll(cluster, search, take);
}

/**
 * The ids of the models of which the user may see a chunk of content or a controller, each with the
 * path of one of these: what a delete that broke off leaves. Controllers can't be searched but in
 * their index, which only some may read (ML Commons has no API for it); none of them where the user
 * may not. @throws ClusterError
 */
export async function readContents(cluster: Cluster): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const takeAs =
    (pathOf: (id: string) => string): Reader['take'] =>
    ({ id, source }) => {
      if (typeof source.model_id === 'string') found.set(source.model_id, pathOf(id));
    };
  const chunks = { path: `${MODELS}/_search`, query: IS_CHUNK };
  const controllers = { path: `${CONTROLLERS}/_search`, query: { match_all: {} } };
  const search = { fields: ['model_id'], pageSize: 10_000 };
  try {
    await searchAll(cluster, { ...controllers, ...search }, takeAs(controllerPath));
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
  }
  await searchAll(cluster, { ...chunks, ...search }, takeAs(modelPath));
  return found;
}

/**
 * Whether a part of a model, such as a chunk, is there now: searches find what was just deleted for
 * about 1 s. ML Commons answers for a chunk with an error, since it is no model.
 * @throws ClusterError where that isn't said
 */
export async function isThere(cluster: Cluster, path: string): Promise<boolean> {
  try {
    await cluster.request({ method: 'GET', path });
    return true;
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    if (error.kind === 'not_found') return false;
    const isOfOthers = error.kind === 'forbidden';
    if (isOfOthers || causeOf(error) === 'unreadable_model' || isUnreadableModel(error))
      return true;
    throw error;
  }
}

/** Hands out the ids of all models that the user may see. @throws ClusterError */
export function readModelIds(cluster: Cluster, take: (id: string) => void): Promise<void> {
  // ML Commons leaves out no source: the smallest part of it
  return readModelFields(cluster, ['model_version'], ({ id }) => take(id));
}

/** Hands out the summaries of all models that the user may see. @throws ClusterError */
export function readModels(cluster: Cluster, take: Reader['take']): Promise<void> {
  return readModelFields(cluster, SUMMARY_FIELDS, take);
}

/** As many as one search looks for: each is a clause of its query, of which there may be 1,024. */
const CONNECTORS_AT_ONCE = 500;

/**
 * The models that the user may see and that have one of some connectors, with their `connector_id`.
 * Ids are compared here: the field is one of words, in which a part of an id matches.
 * @throws ClusterError
 */
export async function readModelsOfConnectors(
  cluster: Cluster,
  connectorIds: readonly string[]
): Promise<StoredDocument[]> {
  const wanted = new Set(connectorIds);
  const found: StoredDocument[] = [];
  for (let from = 0; from < connectorIds.length; from += CONNECTORS_AT_ONCE) {
    const should = connectorIds
      .slice(from, from + CONNECTORS_AT_ONCE)
      .map((query) => ({ match: { connector_id: { query, operator: 'and' } } }));
    const search = {
      path: `${MODELS}/_search`,
      query: { bool: { should, minimum_should_match: 1, must_not: [IS_CHUNK] } },
      fields: ['name', 'connector_id'],
      pageSize: 10_000,
    };
    found.push(...(await collected((take) => searchAll(cluster, search, take))));
  }
  return found.filter(({ source }) => wanted.has(String(source.connector_id)));
}

/** The models (versions) of a group that the user may see. @throws ClusterError */
export function readVersions(cluster: Cluster, modelGroupId: string): Promise<StoredDocument[]> {
  const search = {
    path: `${MODELS}/_search`,
    query: inGroup(modelGroupId),
    fields: ['name'],
    pageSize: 10_000,
  };
  return collected((take) => searchAll(cluster, search, take));
}

/**
 * The models that have guardrails, with them: these can call for another model.
 * @throws ClusterError
 */
export function readGuardedModels(cluster: Cluster): Promise<StoredDocument[]> {
  const search = {
    path: `${MODELS}/_search`,
    query: { bool: { filter: [{ exists: { field: 'guardrails' } }], must_not: [IS_CHUNK] } },
    fields: ['name', 'guardrails'],
    pageSize: 10_000,
  };
  return collected((take) => searchAll(cluster, search, take));
}

/** As many ids as one search is given: a body of a few hundred kB. */
const IDS_AT_ONCE = 5_000;

/**
 * Those of some ids that the user may see a model of, with its name or other fields. A hidden
 * model, or one of a group of others, is not found by any search. @throws ClusterError
 */
export async function readModelsByIds(
  cluster: Cluster,
  ids: readonly string[],
  take: Reader['take'],
  fields: readonly string[] = ['name']
): Promise<void> {
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const values = ids.slice(from, from + IDS_AT_ONCE);
    const search = {
      path: `${MODELS}/_search`,
      query: { bool: { filter: [{ ids: { values } }], must_not: [IS_CHUNK] } },
      fields,
      pageSize: 10_000,
    };
    await searchAll(cluster, search, take);
  }
}

/** One model's document, without its content. @throws ClusterError `not_found`, `forbidden`, … */
export async function readModel(cluster: Cluster, modelId: string): Promise<StoredDocument> {
  const source = await cluster.request({ method: 'GET', path: modelPath(modelId) });
  // one that was trained in the cluster has little else
  if (!isRecord(source) || typeof (source.model_state ?? source.algorithm) !== 'string') {
    throw new ClusterError('malformed', 'The answer is not a model.');
  }
  return { id: modelId, source };
}

/**
 * What a search shows of a model that ML Commons itself can't read; none of them is its content.
 */
const FIELDS_OF_UNREADABLE = [
  ...SUMMARY_FIELDS,
  ...['model_format', 'model_config', 'deploy_setting', 'connector', 'guardrails', 'interface'],
];

/** A model's document, and why ML Commons can't read it where that is so, in its own words. */
export interface ModelAsStored extends StoredDocument {
  unreadable?: string;
}

/**
 * One model's document; one that ML Commons can't read as a search shows it.
 * @throws ClusterError `not_found`, `forbidden`, …
 */
export async function readModelAsStored(cluster: Cluster, modelId: string): Promise<ModelAsStored> {
  try {
    return await readModel(cluster, modelId);
  } catch (error) {
    if (!(error instanceof ClusterError) || !isUnreadableModel(error)) throw error;
    const [found] = await collected((take) =>
      readModelsByIds(cluster, [modelId], take, FIELDS_OF_UNREADABLE)
    );
    if (!found) throw error;
    return { ...found, unreadable: error.message };
  }
}

/** Number of models (versions) in a group that the user may see. @throws ClusterError */
export function countVersions(cluster: Cluster, modelGroupId: string): Promise<number> {
  return count(cluster, inGroup(modelGroupId));
}

/** Number of models that the user may see. @throws ClusterError */
export function countModels(cluster: Pick<Cluster, 'request'>): Promise<number> {
  return count(cluster, { bool: { must_not: [IS_CHUNK] } });
}

/**
 * Number of models of all groups, hidden ones too, and on 2.19 of their chunks (RestMLStatsAction).
 * @throws ClusterError `forbidden` to who may not ask for the statistics of indexes, …
 */
export async function countAllModels(cluster: Pick<Cluster, 'request'>): Promise<number> {
  const path = '/_plugins/_ml/stats/ml_model_count';
  const total = valueAt(await cluster.request({ method: 'GET', path }), 'ml_model_count');
  if (typeof total !== 'number') throw new ClusterError('malformed', 'The answer has no count.');
  return total;
}

async function count(cluster: Pick<Cluster, 'request'>, query: JsonRecord): Promise<number> {
  const answer = await cluster.request({
    method: 'POST',
    path: `${MODELS}/_search`,
    body: {
      query,
      size: 0,
      track_total_hits: true,
    },
    reads: true,
  });
  checkWhole(answer);
  const total = valueAt(answer, 'hits', 'total', 'value');
  if (typeof total !== 'number') throw new ClusterError('malformed', 'The answer has no total.');
  return total;
}

/**
 * Asks every node to unload a model; its answer hides nodes that failed, and waits for one that
 * hangs until the cluster drops that (30 s). @throws ClusterError `timeout` after `timeoutMs`, …
 */
export async function undeployModel(
  cluster: Cluster,
  modelId: string,
  timeoutMs: number
): Promise<void> {
  await cluster.request({ method: 'POST', path: `${modelPath(modelId)}/_undeploy`, timeoutMs });
}

/**
 * Has a model deployed on the nodes that ML Commons chooses. Its answer is that this has begun.
 * @returns the id of the task that it is, null where the answer has none
 * @throws ClusterError
 */
export async function deployModel(cluster: Cluster, modelId: string): Promise<string | null> {
  const answer = await cluster.request({ method: 'POST', path: `${modelPath(modelId)}/_deploy` });
  const taskId = valueAt(answer, 'task_id');
  return typeof taskId === 'string' ? taskId : null;
}

/** Changes fields of a model's document, each as a whole. @throws ClusterError */
export async function updateModel(
  cluster: Cluster,
  modelId: string,
  fields: JsonRecord
): Promise<void> {
  await cluster.request({ method: 'PUT', path: modelPath(modelId), body: fields });
}

/** ML Commons' own answer to a delete that it carried out. @throws ClusterError */
export async function deleteModel(cluster: Cluster, modelId: string): Promise<JsonRecord> {
  const answer = await cluster.request({ method: 'DELETE', path: modelPath(modelId) });
  if (!isRecord(answer)) throw new ClusterError('malformed', 'The answer is not a JSON object.');
  return answer;
}
