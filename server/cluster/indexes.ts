import type { Cluster, ClusterRequest } from './cluster';
import { ClusterError } from './errors';
import { isRecord, type JsonRecord, valueAt } from './json';
import type { Reader, StoredDocument } from './json';
import { forEachMember } from './json_stream';

async function readRecord(cluster: Cluster, path: string, query: Record<string, string>) {
  const answer = await cluster.request({ method: 'GET', path, query });
  if (!isRecord(answer)) throw new ClusterError('malformed', 'The answer is not a JSON object.');
  return answer;
}

/** Things by their names. @throws ClusterError `malformed` where one is no object */
async function readRecords(cluster: Cluster, path: string, query: Record<string, string>) {
  const answer = await readRecord(cluster, path, query);
  return Object.fromEntries(
    Object.entries(answer).map(([id, one]) => {
      if (isRecord(one)) return [id, one];
      throw new ClusterError('malformed', `What the answer has of ${id} is not a JSON object.`);
    })
  );
}

const ALL = { expand_wildcards: 'all' };

/** The settings by which an index names pipelines, and one that every index has, to count by. */
const READ_SETTINGS = [
  'index.default_pipeline',
  'index.final_pipeline',
  'index.search.default_pipeline',
  'index.number_of_shards',
].map((key) => `*.settings.${key}`);

/** The whole mappings, by index, that may matter, and the number of all. */
async function readMappings(
  cluster: Cluster,
  mayMatter: Reader['mayMatter']
): Promise<{ mappings: Map<string, JsonRecord>; count: number }> {
  const mappings = new Map<string, JsonRecord>();
  const take = ({ id, source }: StoredDocument) => mappings.set(id, recordAt(source, 'mappings'));
  const request: ClusterRequest = { method: 'GET', path: '/_all/_mapping', query: ALL };
  const rest = await cluster.readStream(request, (chunks) =>
    forEachMember(chunks, { take, ...(mayMatter && { mayMatter }) })
  );
  return { mappings, count: Object.keys(rest).length };
}

/**
 * Every index that may matter, hidden and closed ones too, as `{ mappings, settings, aliases }`:
 * whole mappings, the settings that name pipelines, and the names of its aliases. Where one of the
 * three can't be read the others are handed out. Answers with the number of indexes that all three
 * listed, those that don't matter too. @throws ClusterError
 */
export async function readIndexes(cluster: Cluster, { take, mayMatter }: Reader): Promise<number> {
  const [mappings, settings, aliases] = await Promise.allSettled([
    readMappings(cluster, mayMatter),
    readRecords(cluster, '/_all/_settings', { ...ALL, filter_path: READ_SETTINGS.join(',') }),
    readRecords(cluster, '/_all/_alias', { ...ALL, filter_path: '*.aliases' }),
  ]);
  const mappingsById = valueOf(mappings)?.mappings ?? new Map<string, JsonRecord>();
  const settingsById = valueOf(settings) ?? {};
  const aliasesById = valueOf(aliases) ?? {};
  const ids = new Set([
    ...mappingsById.keys(),
    ...Object.keys(settingsById),
    ...Object.keys(aliasesById),
  ]);
  for (const id of ids) {
    take({
      id,
      source: {
        mappings: mappingsById.get(id) ?? {},
        settings: recordAt(settingsById, id, 'settings'),
        aliases: Object.keys(recordAt(aliasesById, id, 'aliases')),
      },
    });
  }
  for (const read of [mappings, settings, aliases]) {
    if (read.status === 'rejected') throw read.reason;
  }
  return Math.min(
    valueOf(mappings)?.count ?? 0,
    Object.keys(settingsById).length,
    Object.keys(aliasesById).length
  );
}

/**
 * The number of all indexes, hidden and closed ones too, whatever permissions on indexes the user
 * has: cluster health takes a permission of the cluster only. @throws ClusterError
 */
export async function countIndexes(cluster: Cluster): Promise<number> {
  const answer = await readRecord(cluster, '/_cluster/health', {
    ...ALL,
    level: 'indices',
    // the status is there in any case: an answer without it counts nothing
    filter_path: 'status,indices.*.status',
  });
  if (typeof answer.status !== 'string') {
    throw new ClusterError('malformed', 'The answer has no status.');
  }
  return Object.keys(recordAt(answer, 'indices')).length;
}

function valueOf<T>(settled: PromiseSettledResult<T>): T | undefined {
  return settled.status === 'fulfilled' ? settled.value : undefined;
}

function recordAt(value: unknown, ...path: string[]): JsonRecord {
  const found = valueAt(value, ...path);
  return isRecord(found) ? found : {};
}

function listed(answer: unknown, list: string, part: string): StoredDocument[] {
  const entries = valueAt(answer, list);
  if (!Array.isArray(entries)) throw new ClusterError('malformed', `The answer has no ${list}.`);
  return entries.map((entry: unknown) => {
    const source = valueAt(entry, part);
    const name = valueAt(entry, 'name');
    if (typeof name === 'string' && isRecord(source)) return { id: name, source };
    throw new ClusterError('malformed', `An entry of ${list} has no name or definition.`);
  });
}

/** All composable index templates. @throws ClusterError */
export async function readIndexTemplates(cluster: Cluster): Promise<StoredDocument[]> {
  const answer = await cluster.request({ method: 'GET', path: '/_index_template' });
  return listed(answer, 'index_templates', 'index_template');
}

/** All component templates. @throws ClusterError */
export async function readComponentTemplates(cluster: Cluster): Promise<StoredDocument[]> {
  const answer = await cluster.request({ method: 'GET', path: '/_component_template' });
  return listed(answer, 'component_templates', 'component_template');
}

/** All templates of the kind before composable ones. @throws ClusterError */
export async function readLegacyTemplates(cluster: Cluster): Promise<StoredDocument[]> {
  const answer = await readRecords(cluster, '/_template', {});
  return Object.entries(answer).map(([id, source]) => ({ id, source }));
}

/**
 * What an alias says of each of its indexes. A pattern is no alias: it is not found.
 * @throws ClusterError `not_found`, `forbidden`, …
 */
export async function readAlias(cluster: Cluster, alias: string): Promise<JsonRecord> {
  const path = `/_alias/${encodeURIComponent(alias)}`;
  const answer = await cluster.request({ method: 'GET', path });
  if (!isRecord(answer)) throw new ClusterError('malformed', 'The answer is not a JSON object.');
  const indexes = Object.values(answer);
  if (indexes.length > 0 && indexes.every((index) => valueAt(index, 'aliases', alias))) {
    return answer;
  }
  throw new ClusterError('not_found', `There is no alias ${alias}.`, 404);
}

/** As many names as are in one path, which may be 4 kB long. */
const NAMES_AT_ONCE = 40;

/**
 * How many documents some indexes have; one of which that can't be counted, such as a closed one, is
 * left out. @throws what is no ClusterError
 */
export async function countDocuments(
  cluster: Cluster,
  indexes: readonly string[]
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let from = 0; from < indexes.length; from += NAMES_AT_ONCE) {
    const names = indexes.slice(from, from + NAMES_AT_ONCE);
    try {
      await countInto(counts, cluster, names);
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error;
    }
  }
  return counts;
}

async function countInto(counts: Map<string, number>, cluster: Cluster, names: readonly string[]) {
  const answer = await cluster.request({
    method: 'POST',
    path: `/${names.map(encodeURIComponent).join(',')}/_search`,
    query: { expand_wildcards: 'all', ignore_unavailable: 'true', allow_no_indices: 'true' },
    body: {
      size: 0,
      aggs: { indexes: { terms: { field: '_index', size: names.length, min_doc_count: 0 } } },
    },
    reads: true,
  });
  for (const name of names) counts.set(name, 0);
  const buckets = valueAt(answer, 'aggregations', 'indexes', 'buckets');
  for (const bucket of Array.isArray(buckets) ? (buckets as unknown[]) : []) {
    const count = valueAt(bucket, 'doc_count');
    if (typeof count === 'number') counts.set(String(valueAt(bucket, 'key')), count);
  }
}

/** The mapping of one index, under the names that it has in a definition. @throws ClusterError */
export async function readMapping(cluster: Cluster, index: string): Promise<unknown> {
  const path = `/${encodeURIComponent(index)}/_mapping`;
  const answer = await cluster.request({ method: 'GET', path });
  const [ofIndex] = Object.values(isRecord(answer) ? answer : {});
  return valueAt(ofIndex, 'mappings');
}
