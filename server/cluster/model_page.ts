import type { Cluster } from './cluster';
import { ClusterError } from './errors';
import { isRecord, valueAt } from './json';
import type { JsonRecord, StoredDocument } from './json';
import { readRelease } from './cluster_info';
import { MODELS, IS_CHUNK, readModelFields, SUMMARY_FIELDS } from './models';
import { sortOf } from './model_order';
import type { ModelOrder } from './model_order';
import { checkWhole } from './search_all';

/** Which models a page has, and in which order. */
export interface ModelPageRequest extends ModelOrder {
  /** Each is in a model's name or description, or is its id. */
  terms: readonly string[];
  states?: readonly string[];
  functionNames?: readonly string[];
  groupIds?: readonly string[];
  /** Only these, or all but these. */
  ids?: { only: readonly string[] } | { except: readonly string[] };
  from: number;
  size: number;
}

export interface FacetCount {
  value: string;
  count: number;
}

export interface ModelPage {
  documents: StoredDocument[];
  /** Models that match, on all pages. */
  total: number;
  /** Models that the user may see, whatever is filtered. */
  totalUnfiltered: number;
  facets: { states: FacetCount[]; functionNames: FacetCount[]; groupIds: FacetCount[] };
}

/** Ranks may still be on their way when the page is asked for. */
type WithUnreadRanks = Omit<ModelPageRequest, 'ranks'> & {
  ranks?: ModelPageRequest['ranks'] | Promise<ModelPageRequest['ranks']>;
};

/** OpenSearch gives no hits beyond this (`index.max_result_window`). */
const WINDOW = 10_000;

/**
 * One page of the models that the user may see, from one search of ML Commons': filters, order and
 * facets are OpenSearch's. Beyond its window the page is counted from the nearer end, and reached in
 * steps of the window.
 * @throws ClusterError
 */
export async function readModelPage(
  cluster: Cluster,
  { ranks: unread, ...unranked }: WithUnreadRanks,
  maxGroups: number
): Promise<ModelPage> {
  const [isByReading, release, ranks] = await Promise.all([
    canSortByReading(cluster, matchOf(unranked)),
    readRelease(cluster),
    unread,
  ]);
  const request: ModelPageRequest = { ...unranked, ranks };
  const match = matchOf(request);
  const counted = { ...match, ...aggregationsOf(request, maxGroups) };
  const readCounted = () => readPage(cluster, request, counted, isByReading);
  if (release !== null && release.major >= COUNTED_SINCE) return readCounted();
  if (release === null) {
    try {
      return await readCounted();
    } catch (error) {
      if (!(error instanceof ClusterError) || error.kind !== 'rejected') throw error;
    }
  }
  const page = await readPage(cluster, request, match, isByReading);
  return { ...page, ...(await countByReading(cluster)) };
}

/**
 * The major version since which ML Commons passes on counts of a search. Before it can't read them
 * in OpenSearch's answer, and fails with 500 (seen on 2.19; opensearch-remote-metadata-sdk hands on
 * answers as they are since 3.0).
 */
const COUNTED_SINCE = 3;

async function readPage(
  cluster: Cluster,
  request: ModelPageRequest,
  search: JsonRecord,
  isByReading: boolean
): Promise<ModelPage> {
  const { from, size } = request;
  if (from + size <= WINDOW) {
    const sort = sortOf(request, isByReading);
    return pageOf(await send(cluster, { ...search, sort, from, size }));
  }
  const counted = pageOf(await send(cluster, { ...search, size: 0 }));
  const documents = await readBeyond(cluster, request, isByReading, counted.total);
  return { ...counted, documents };
}

/** Counts the models by reading a few fields of all of them. */
async function countByReading(
  cluster: Cluster
): Promise<Pick<ModelPage, 'totalUnfiltered' | 'facets'>> {
  const counts = { states: new Map(), functionNames: new Map(), groupIds: new Map() } as Record<
    keyof ModelPage['facets'],
    Map<string, number>
  >;
  const ids = new Set<string>();
  const count = (of: Map<string, number>, value: unknown) => {
    if (typeof value === 'string' && value !== '') of.set(value, (of.get(value) ?? 0) + 1);
  };
  await readModelFields(cluster, FACET_FIELDS, ({ id, source }) => {
    // one that changes meanwhile comes twice
    if (ids.has(id)) return;
    ids.add(id);
    count(counts.states, source.model_state);
    count(counts.functionNames, source.algorithm);
    count(counts.groupIds, source.model_group_id);
  });
  const facet = (of: Map<string, number>) => [...of].map(([value, one]) => ({ value, count: one }));
  return {
    totalUnfiltered: ids.size,
    facets: {
      states: facet(counts.states),
      functionNames: facet(counts.functionNames),
      groupIds: facet(counts.groupIds),
    },
  };
}

const FACET_FIELDS = ['model_state', 'algorithm', 'model_group_id'];

/**
 * Of so many models at most the order is the reader's: its time grows with them. More are sorted as
 * OpenSearch keeps their names: capitals first, and digits one by one.
 */
const MAX_BY_READING = 5_000;

async function canSortByReading(
  cluster: Pick<Cluster, 'request'>,
  match: JsonRecord
): Promise<boolean> {
  const counted = await send(cluster, { ...match, size: 0, track_total_hits: MAX_BY_READING + 1 });
  return pageOf(counted).total <= MAX_BY_READING;
}

/** Groups, states and functions are few; the largest come first. */
const MANY = 1_000;

function aggregationsOf({ groupIds }: ModelPageRequest, maxGroups: number): JsonRecord {
  const terms = (field: string, size = MANY) => ({ terms: { field, size } });
  return {
    aggs: {
      all: { filter: { match_all: {} } },
      states: terms('model_state'),
      function_names: terms('algorithm'),
      groups: terms('model_group_id', maxGroups),
      ...(groupIds && {
        chosen_groups: {
          terms: { field: 'model_group_id', include: [...groupIds], size: groupIds.length },
        },
      }),
    },
  };
}

/** What is counted is all models; what is found are those that match. */
function matchOf(request: ModelPageRequest): JsonRecord {
  return {
    query: {
      bool: {
        must_not: [IS_CHUNK],
        filter: [{ match_all: {} }],
        ...(request.field === 'usage' && {
          should: scoresOf(request.ranks ?? new Map()),
          minimum_should_match: 0,
        }),
      },
    },
    post_filter: { bool: filtersOf(request) },
    track_total_hits: true,
  };
}

/** OpenSearch takes so many clauses at once (`indices.query.bool.max_clause_count`). */
const MAX_CLAUSES = 1_000;

/** Has each id score its rank, so that the score is what is sorted by. */
function scoresOf(ranks: ReadonlyMap<string, number>): JsonRecord[] {
  const byRank = new Map<number, string[]>();
  for (const [id, rank] of ranks) byRank.set(rank, [...(byRank.get(rank) ?? []), id]);
  return [...byRank]
    .sort(([a], [b]) => b - a)
    .slice(0, MAX_CLAUSES)
    .map(([boost, values]) => ({ constant_score: { filter: { ids: { values } }, boost } }));
}

function filtersOf({ terms, states, functionNames, groupIds, ids }: ModelPageRequest): JsonRecord {
  const filter: JsonRecord[] = terms.map(termQuery);
  if (states) filter.push({ terms: { model_state: states } });
  if (functionNames) filter.push({ terms: { algorithm: functionNames } });
  if (groupIds) filter.push({ terms: { model_group_id: groupIds } });
  if (ids && 'only' in ids) filter.push({ ids: { values: ids.only } });
  return {
    filter,
    ...(ids && 'except' in ids && { must_not: [{ ids: { values: ids.except } }] }),
  };
}

/**
 * Finds a term anywhere in a name, in any case. A name of over 256 characters and a description
 * have no keyword: there it is found within a word, or as words that begin like it.
 */
function termQuery(term: string): JsonRecord {
  const value = `*${term.replace(/[\\*?]/g, '\\$&')}*`;
  const anywhere = (field: string) => ({
    wildcard: { [field]: { value, case_insensitive: true } },
  });
  const asWords = (field: string) => ({ match_phrase_prefix: { [field]: term } });
  return {
    bool: {
      should: [
        anywhere('name.keyword'),
        anywhere('name'),
        anywhere('description'),
        { bool: { must: [asWords('name')], must_not: [{ exists: { field: 'name.keyword' } }] } },
        asWords('description'),
        { ids: { values: [term] } },
      ],
    },
  };
}

/** The part of a page beyond the window, counted from the nearer end. */
async function readBeyond(
  cluster: Pick<Cluster, 'request'>,
  request: ModelPageRequest,
  isByReading: boolean,
  total: number
): Promise<StoredDocument[]> {
  const { from, size } = request;
  const count = Math.min(size, total - from);
  if (count <= 0) return [];
  const isReversed = from + count > total / 2;
  const skipped = isReversed ? total - from - count : from;
  const search = { ...matchOf(request), sort: sortOf(request, isByReading, isReversed) };
  let place: JsonRecord = { from: skipped };
  if (skipped + count > WINDOW) {
    let after: unknown[] | undefined;
    for (let left = skipped; left > 0; left -= WINDOW) {
      const step = { size: Math.min(left, WINDOW), ...(after && { search_after: after }) };
      after = lastSortOf(await send(cluster, { ...search, ...step }, 'hits.hits.sort'));
      if (!after) return [];
    }
    place = { search_after: after };
  }
  const { documents } = pageOf(await send(cluster, { ...search, ...place, size: count }));
  return isReversed ? documents.reverse() : documents;
}

function lastSortOf(answer: unknown): unknown[] | undefined {
  const hits = valueAt(answer, 'hits', 'hits');
  const last = Array.isArray(hits) ? (hits[hits.length - 1] as unknown) : undefined;
  const sort = valueAt(last, 'sort');
  return Array.isArray(sort) ? sort : undefined;
}

/** @throws ClusterError where the search was answered only in part, too */
async function send(
  cluster: Pick<Cluster, 'request'>,
  body: JsonRecord,
  hits = 'hits.hits._id,hits.hits._source'
): Promise<unknown> {
  const answer = await cluster.request({
    method: 'POST',
    path: `${MODELS}/_search`,
    query: { filter_path: `timed_out,_shards,hits.total,${hits},aggregations` },
    body: { ...body, _source: { includes: SUMMARY_FIELDS } },
    reads: true,
  });
  checkWhole(answer);
  return answer;
}

function malformed(what: string): ClusterError {
  return new ClusterError('malformed', `The answer to a search has ${what}.`);
}

function pageOf(answer: unknown): ModelPage {
  const total = valueAt(answer, 'hits', 'total', 'value');
  if (typeof total !== 'number') throw malformed('no total');
  const all = valueAt(answer, 'aggregations', 'all', 'doc_count');
  const hits = valueAt(answer, 'hits', 'hits') ?? [];
  const groups = new Map(
    [...countsOf(answer, 'groups'), ...countsOf(answer, 'chosen_groups')].map((one) => [
      one.value,
      one,
    ])
  );
  return {
    documents: (hits as unknown[]).map(documentOf),
    total,
    totalUnfiltered: typeof all === 'number' ? all : total,
    facets: {
      states: countsOf(answer, 'states'),
      functionNames: countsOf(answer, 'function_names'),
      groupIds: [...groups.values()],
    },
  };
}

function documentOf(hit: unknown): StoredDocument {
  const [id, source] = [valueAt(hit, '_id'), valueAt(hit, '_source')];
  if (typeof id !== 'string' || !isRecord(source)) throw malformed('a hit without id or source');
  return { id, source };
}

function countsOf(answer: unknown, name: string): FacetCount[] {
  const buckets = valueAt(answer, 'aggregations', name, 'buckets') ?? [];
  if (!Array.isArray(buckets)) throw malformed('no counts');
  return buckets.map((bucket) => {
    const [value, count] = [valueAt(bucket, 'key'), valueAt(bucket, 'doc_count')];
    if (typeof value !== 'string' || typeof count !== 'number') throw malformed('no counts');
    return { value, count };
  });
}
