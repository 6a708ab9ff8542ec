import type { EmbedRequest, EmbeddingQuery } from '../../common/contracts/replacement';
import type { Embedding, EmbeddingTask } from '../../common/replacement/embedding';
import type { Cluster } from '../cluster/cluster';
import { readMapping } from '../cluster/indexes';
import { isRecord, type JsonRecord, valueAt } from '../cluster/json';
import { redactSecretText } from '../cluster/secrets';
import { cancelTask, findUpdateOf, readUpdateOf, updateAllDocuments } from '../cluster/tasks';
import { ReplacementConflict } from './errors';

/** How many documents are looked at to say which model their vectors are of. */
const READ = 1_000;

/** What is put in beside a semantic field (neural-search; seen on 3.6.0), unless the field names another. */
const INFO_SUFFIX = '_semantic_info';

/** Where the semantic fields that embed with a model note which model made a vector: dotted paths. */
function findInfoFields(mapping: unknown, modelId: string, above = ''): string[] {
  const properties = valueAt(mapping, 'properties');
  return Object.entries(isRecord(properties) ? properties : {}).flatMap(([name, field]) => {
    const path = `${above}${name}`;
    if (!isRecord(field)) return [];
    if (field.type !== 'semantic') return findInfoFields(field, modelId, `${path}.`);
    if (field.model_id !== modelId) return [];
    const { semantic_info_field_name: given } = field;
    return [typeof given === 'string' ? `${above}${given}` : `${path}${INFO_SUFFIX}`];
  });
}

async function readInfoFields(
  cluster: Cluster,
  { index, replacement_id: modelId }: Pick<EmbedRequest, 'index' | 'replacement_id'>
): Promise<string[]> {
  return findInfoFields(await readMapping(cluster, index), modelId);
}

/**
 * Has all documents of an index embed again, of which semantic fields have the replacement: by a
 * task of the cluster, whose id it gives, or that of one that does so already. The index's own
 * pipelines don't process the documents once more; what embeds runs all the same (seen on 3.6.0).
 * @throws ReplacementConflict `changed` where no semantic field of the index has the model
 * @throws ClusterError
 */
export async function startEmbedding(
  cluster: Cluster,
  request: EmbedRequest
): Promise<{ task_id: string }> {
  const { index } = request;
  const fields = await readInfoFields(cluster, request);
  if (fields.length === 0) throw new ReplacementConflict('changed');
  const running = await findUpdateOf(cluster, index);
  if (running !== null) return { task_id: running };
  const query = {
    conflicts: 'proceed',
    pipeline: '_none',
    // the index's default one may refuse a search that isn't one of its own (seen on 3.6.0)
    search_pipeline: '_none',
    refresh: 'true',
  };
  return { task_id: await updateAllDocuments(cluster, index, query) };
}

function countAt(value: unknown, ...path: string[]): number {
  const count = valueAt(value, ...path);
  return typeof count === 'number' ? count : 0;
}

/** The cluster's words for why a document, or all of them, were not written. */
function firstReason(answer: JsonRecord): string | undefined {
  const failures = valueAt(answer, 'response', 'failures');
  const failure: unknown = Array.isArray(failures) ? failures[0] : undefined;
  const cause = valueAt(failure, 'cause') ?? valueAt(failure, 'reason') ?? answer.error;
  const reason = valueAt(cause, 'caused_by', 'reason') ?? valueAt(cause, 'reason');
  return typeof reason === 'string' ? redactSecretText(reason) : undefined;
}

function stateOf(answer: JsonRecord, failures: number): EmbeddingTask['state'] {
  if (answer.completed !== true) return 'running';
  if (typeof valueAt(answer.task, 'status', 'canceled') === 'string') return 'cancelled';
  return failures > 0 || answer.error !== undefined ? 'failed' : 'finished';
}

/** A task as OpenSearch tells of it, while it runs and afterwards. */
export function toEmbeddingTask(id: string, answer: JsonRecord | null): EmbeddingTask {
  if (answer === null) {
    return { id, state: 'lost', total: 0, processed: 0, conflicts: 0, failures: 0 };
  }
  const status = valueAt(answer.task, 'status');
  const list = valueAt(answer, 'response', 'failures');
  const failures = Array.isArray(list) ? list.length : 0;
  const reason = firstReason(answer);
  return {
    id,
    state: stateOf(answer, failures),
    total: countAt(status, 'total'),
    processed: countAt(status, 'updated') + countAt(status, 'noops'),
    conflicts: countAt(status, 'version_conflicts'),
    failures,
    ...(reason !== undefined && { reason }),
  };
}

/** Whether each vector in a document that was made by a semantic field is of a model. */
function hasOnly(modelId: string, fields: readonly string[], source: unknown): boolean {
  return fields.every((field) => {
    const made = valueAt(source, ...field.split('.'), 'model', 'id');
    return made === undefined || made === modelId;
  });
}

/** Which model the vectors of some documents are of: it can't be searched for, only read. */
async function readVectors(
  cluster: Cluster,
  { index, replacement_id: modelId }: EmbeddingQuery,
  fields: readonly string[]
): Promise<Pick<Embedding, 'documents' | 'read' | 'embedded'>> {
  if (fields.length === 0) return { documents: 0, read: 0, embedded: 0 };
  const embedded = { bool: { should: fields.map((field) => ({ exists: { field } })) } };
  const answer = await cluster.request({
    method: 'POST',
    path: `/${encodeURIComponent(index)}/_search`,
    query: { search_pipeline: '_none' },
    body: {
      size: READ,
      track_total_hits: true,
      _source: fields.map((field) => `${field}.model.id`),
      query: { function_score: { query: embedded, random_score: {} } },
    },
    reads: true,
  });
  const hits = valueAt(answer, 'hits', 'hits');
  const sources = (Array.isArray(hits) ? (hits as unknown[]) : []).map((hit) =>
    valueAt(hit, '_source')
  );
  return {
    documents: countAt(answer, 'hits', 'total', 'value'),
    read: sources.length,
    embedded: sources.filter((source) => hasOnly(modelId, fields, source)).length,
  };
}

/**
 * How far an index is with vectors of the replacement in its semantic fields: by the task that was
 * started, or one that runs, and by what its documents say. @throws ClusterError
 */
export async function readEmbedding(cluster: Cluster, query: EmbeddingQuery): Promise<Embedding> {
  const { index } = query;
  const [fields, found] = await Promise.all([
    readInfoFields(cluster, query),
    query.task_id ?? findUpdateOf(cluster, index),
  ]);
  const answer = found === null ? null : await readUpdateOf(cluster, index, found);
  // after the task: what it says to be done is then in the documents
  const vectors = await readVectors(cluster, query, fields);
  return { ...vectors, task: found === null ? null : toEmbeddingTask(found, answer) };
}

/**
 * Cancels a task that embeds the documents of an index again, and no other one. What it has embedded
 * stays. @throws ClusterError
 */
export async function cancelEmbedding(
  cluster: Cluster,
  { index, task_id: id }: { index: string; task_id: string }
): Promise<{ result: 'cancelled' | 'not_running' }> {
  const task = await readUpdateOf(cluster, index, id);
  if (task === null || task.completed === true) return { result: 'not_running' };
  await cancelTask(cluster, id);
  return { result: 'cancelled' };
}
