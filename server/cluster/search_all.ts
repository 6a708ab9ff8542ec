import type { Cluster, ClusterRequest } from './cluster';
import { ClusterError } from './errors';
import { isRecord, valueAt } from './json';
import type { Reader, StoredDocument } from './json';
import { type Chunks, parsed, readParts } from './json_stream';

export interface SearchAll {
  path: string;
  query: Record<string, unknown>;
  /** Fields to read; all of them where left out. */
  fields?: readonly string[];
  /** Hits a request, at most 10,000: the search window of OpenSearch. */
  pageSize: number;
}

interface Page {
  count: number;
  /** The sequence number of its last hit. */
  last: number | undefined;
}

interface Hit {
  document: StoredDocument;
  sequence: number;
}

function hitOf(value: unknown): Hit {
  if (isRecord(value) && typeof value._id === 'string' && isRecord(value._source)) {
    const sequence = Array.isArray(value.sort) ? value.sort[0] : undefined;
    if (typeof sequence === 'number') {
      return { document: { id: value._id, source: value._source }, sequence };
    }
  }
  throw new ClusterError('malformed', 'The answer to a search has a hit without id or source.');
}

/**
 * A shard that has no copy counts neither as successful nor as failed; one that was skipped, as
 * nothing in it can match, is successful (seen on 3.6.0). Without `_shards` nothing is known.
 * @throws ClusterError where a search answered only in part
 */
export function checkWhole(answer: unknown): void {
  const [total, successful, failed] = ['total', 'successful', 'failed'].map((count) =>
    valueAt(answer, '_shards', count)
  );
  const hits = valueAt(answer, 'hits', 'hits');
  // filter_path leaves out what is empty, so no hits means no `hits` either
  if (
    typeof total !== 'number' ||
    typeof successful !== 'number' ||
    (hits !== undefined && !Array.isArray(hits))
  ) {
    throw new ClusterError('malformed', 'The answer is not one to a search.');
  }
  if (successful !== total || failed !== 0) {
    const message = `The search was answered by ${successful} of ${total} shards.`;
    throw new ClusterError('rejected', message);
  }
  if (valueAt(answer, 'timed_out') === true) {
    throw new ClusterError('timeout', 'The search timed out on the cluster.');
  }
}

/** The depth of a hit in `{"hits":{"hits":[{…}]}}`. */
const HIT_DEPTH = 3;

/** Hands out the hits of a page; answers with their number and the last sequence number. */
async function readPage(chunks: Chunks, take: Reader['take']): Promise<Page> {
  const page: Page = { count: 0, last: undefined };
  const rest = await readParts(chunks, HIT_DEPTH, (text) => {
    const { document, sequence } = hitOf(parsed(text));
    take(document);
    page.last = sequence;
    page.count += 1;
  });
  checkWhole(rest);
  return page;
}

/**
 * Hands out every document that a search of ML Commons' finds, however many there are. Pages by
 * sequence number: a document that changes meanwhile moves to the end and is handed out again,
 * never missed. Each page starts at the last number again, as another shard may have a document
 * with it too.
 * A search that some shards did not answer is an error, not a shorter list.
 * @throws ClusterError
 */
export async function searchAll(
  cluster: Pick<Cluster, 'readStream'>,
  search: SearchAll,
  take: Reader['take']
): Promise<void> {
  let after: number | undefined;
  for (;;) {
    const request: ClusterRequest = {
      method: 'POST',
      path: search.path,
      query: {
        filter_path: 'timed_out,_shards,hits.hits._id,hits.hits._source,hits.hits.sort',
      },
      body: {
        query: search.query,
        sort: [{ _seq_no: 'asc' }],
        size: search.pageSize,
        ...(search.fields && { _source: { includes: search.fields } }),
        ...(after !== undefined && { search_after: [after] }),
      },
      reads: true,
    };
    const { count, last } = await cluster.readStream(request, (chunks) => readPage(chunks, take));
    if (last === undefined || count < search.pageSize) return;
    // a page full of one number can't be while a page is larger than the shards are many
    after = after === undefined || last - 1 > after ? last - 1 : last;
  }
}

/** The documents that `read` hands out, each as it was last. @throws what `read` throws */
export async function collected(
  read: (take: Reader['take']) => Promise<void>
): Promise<StoredDocument[]> {
  const found = new Map<string, StoredDocument>();
  await read((document) => found.set(document.id, document));
  return [...found.values()];
}
