import { isEmptyFeature } from './absent_feature';
import type { Cluster } from './cluster';
import { ClusterError } from './errors';
import { isRecord, valueAt } from './json';
import type { Reader } from './json';
import { searchOrNone } from './ml_resources';
import { checkWhole, searchAll } from './search_all';

const BASE = '/_plugins/_search_relevance';

/** The most that one answer of OpenSearch's can have. */
export const LISTED_AT_MOST = 10_000;

/** Before 3.5 the Search Relevance Workbench has a list and no search: 405 (RestSearchJudgmentAction). */
function hasNoSearch(error: unknown): boolean {
  return error instanceof ClusterError && error.status === 405;
}

/** Reads by the list, which has no pages; whether that is all. */
async function list(
  cluster: Cluster,
  path: string,
  fields: readonly string[],
  take: Reader['take']
): Promise<boolean> {
  const sources = fields.map((field) => `hits.hits._source.${field}`);
  const answer = await cluster.request({
    method: 'GET',
    path,
    query: { filter_path: ['timed_out', '_shards', 'hits.hits._id', ...sources].join(',') },
    body: { size: LISTED_AT_MOST },
  });
  checkWhole(answer);
  const hits = valueAt(answer, 'hits', 'hits') ?? [];
  if (!Array.isArray(hits)) throw new ClusterError('malformed', 'The answer has no list.');
  for (const hit of hits as unknown[]) {
    const [id, source] = [valueAt(hit, '_id'), valueAt(hit, '_source') ?? {}];
    if (typeof id !== 'string' || !isRecord(source)) {
      throw new ClusterError('malformed', 'The answer to a search has a hit without id or source.');
    }
    take({ id, source });
  }
  return hits.length < LISTED_AT_MOST;
}

async function readAll(
  cluster: Cluster,
  path: string,
  fields: readonly string[],
  { take }: Reader
): Promise<boolean> {
  try {
    const search = { path: `${path}/_search`, query: { match_all: {} }, fields, pageSize: 1_000 };
    await searchAll(cluster, search, take);
    return true;
  } catch (error) {
    if (isEmptyFeature(error)) return true;
    if (!hasNoSearch(error)) throw error;
    return list(cluster, path, fields, take);
  }
}

/**
 * The search configurations of the Search Relevance Workbench (3.1 and later), with their queries;
 * answers whether those are all. @throws ClusterError
 */
export function readSearchConfigurations(cluster: Cluster, reader: Reader): Promise<boolean> {
  const fields = ['name', 'description', 'index', 'query', 'searchPipeline'];
  return readAll(cluster, `${BASE}/search_configurations`, fields, reader);
}

/**
 * The judgment lists of the Search Relevance Workbench (3.1 and later), without their ratings;
 * answers whether those are all. @throws ClusterError
 */
export function readJudgments(cluster: Cluster, reader: Reader): Promise<boolean> {
  return readAll(cluster, `${BASE}/judgments`, ['name', 'metadata.modelId'], reader);
}

/**
 * The monitors of the alerting plugin that the user may see, composite ones too. A monitor that the
 * plugin can't parse comes as it is stored, in a member of its own (RestSearchMonitorAction).
 * @throws ClusterError
 */
export function readMonitors(cluster: Cluster, { take }: Reader): Promise<void> {
  return searchOrNone(cluster, '/_plugins/_alerting/monitors/_search', ({ id, source }) =>
    take({ id, source: isRecord(source.monitor) ? source.monitor : source })
  );
}
