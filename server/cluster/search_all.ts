import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord, valueAt } from './json';
import type { StoredDocument } from './stored_document';

export interface SearchAll {
  path: string;
  query: Record<string, unknown>;
  /** Fields to read; all of them where left out. */
  fields?: readonly string[];
  /** Hits a request, at most 10,000: the search window of OpenSearch. */
  pageSize: number;
}

interface Hit extends StoredDocument {
  sequence: number;
}

function hitOf(value: unknown): Hit {
  if (isRecord(value) && typeof value._id === 'string' && isRecord(value._source)) {
    const sequence = Array.isArray(value.sort) ? value.sort[0] : undefined;
    if (typeof sequence === 'number') {
      return { id: value._id, source: value._source, sequence };
    }
  }
  throw new ClusterError('malformed', 'The answer to a search has a hit without id or source.');
}

function hitsOf(answer: unknown): Hit[] {
  const failedShards = valueAt(answer, '_shards', 'failed');
  if (typeof failedShards === 'number' && failedShards > 0) {
    throw new ClusterError('rejected', `The search failed on ${failedShards} shard(s).`);
  }
  if (valueAt(answer, 'timed_out') === true) {
    throw new ClusterError('timeout', 'The search timed out on the cluster.');
  }
  const hits = valueAt(answer, 'hits', 'hits');
  // filter_path leaves out what is empty, so no hits means no `hits` either
  if (hits === undefined && isRecord(answer)) return [];
  if (!Array.isArray(hits)) throw new ClusterError('malformed', 'The answer has no hits.');
  return hits.map(hitOf);
}

/**
 * Every document that a search of ML Commons' finds, however many there are. Pages by sequence
 * number: a document that changes meanwhile moves to the end and is read again, never missed.
 * Each page starts at the last number again, as another shard may have a document with it too.
 * A search that some shards did not answer is an error, not a shorter list.
 * @throws ClusterError
 */
export async function searchAll(cluster: Cluster, search: SearchAll): Promise<StoredDocument[]> {
  const found = new Map<string, StoredDocument>();
  let after: number | undefined;
  for (;;) {
    const hits = hitsOf(
      await cluster.request({
        method: 'POST',
        path: search.path,
        query: {
          filter_path: 'timed_out,_shards.failed,hits.hits._id,hits.hits._source,hits.hits.sort',
        },
        body: {
          query: search.query,
          sort: [{ _seq_no: 'asc' }],
          size: search.pageSize,
          ...(search.fields && { _source: { includes: search.fields } }),
          ...(after !== undefined && { search_after: [after] }),
        },
        reads: true,
      })
    );
    const before = found.size;
    for (const { id, source } of hits) found.set(id, { id, source });
    const last = hits[hits.length - 1];
    if (last === undefined || hits.length < search.pageSize) return [...found.values()];
    // a full page that brings nothing new can't happen while a page is larger than the shards
    after = found.size > before ? last.sequence - 1 : last.sequence;
  }
}
