import { Client } from '@opensearch-project/opensearch';
import { type Cluster, clusterOf } from '../../server/cluster/cluster';
import { readUsage } from '../../server/models/read_usage';
import { readOnly, replay } from './bare_client';
import { measure, type Measured } from './measure';
import { type RecordedRequest, recordRequests } from './recording';
import { list, type ListQuery, review } from './work';

/** The requests of the product, and the bytes that answer them. */
export interface Reads {
  requests: RecordedRequest[];
  bytes: number;
}

type BesideReads = Reads & { measured: Record<'raw' | 'parsed' | 'product', Measured> };

/** What the list is asked for; the first is how it opens. */
export const LIST_QUERIES = {
  'by name': {},
  'by state': { sort_field: 'state', sort_order: 'desc' },
  'by group': { sort_field: 'model_group' },
  'by the last deploy': { sort_field: 'last_deployed_time' },
  'of one function and state': { function_name: ['REMOTE'], state: ['UNDEPLOYED'] },
  'a search': { search: 'ticket 77' },
  'its 200th page': { from: 4_975 },
} satisfies Record<string, Partial<ListQuery>>;

type ListName = keyof typeof LIST_QUERIES;

export interface Comparison {
  review: BesideReads;
  usage: BesideReads;
  /** Each beside its own search of models, as OpenSearch answers that. */
  lists: Record<ListName, Record<'raw' | 'product', Measured>>;
  /** Beside all that it reads: usage, and the page. */
  unused: Record<'raw' | 'product', Measured>;
  atOnce: Record<'list' | 'lists' | 'review' | 'reviews', Measured>;
  refusal: Measured;
}

/** As many admins as open the same page at the same time. */
export const AT_ONCE = 20;

/** The search that a page comes from, among what was sent for it. */
function isPage({ path, body }: RecordedRequest): boolean {
  return path.includes('/models/_search') && /"size":(?!0\b)/.test(body ?? '');
}

/**
 * A review of a model that ML Commons refuses to delete, usage and the list, beside the same
 * requests sent by a bare client. With `profile`, each process leaves a CPU profile.
 */
export async function compareWithRawReads(
  url: string,
  modelId: string,
  profile: boolean
): Promise<Comparison> {
  const client = new Client({ node: url });
  const cluster = clusterOf(client);
  const requestsOf = (run: (seen: Cluster) => Promise<unknown>) => recordRequests(cluster, run);
  const beside = async (
    name: 'review' | 'usage',
    product: Parameters<typeof measure>[1][string],
    run: (seen: Cluster) => Promise<unknown>
  ): Promise<BesideReads> => {
    const requests = await requestsOf(run);
    const bytes = await replay(new URL(url), requests, readOnly);
    const works = {
      raw: { kind: 'raw_reads' as const, requests },
      parsed: { kind: 'parsed_reads' as const, requests },
      product,
    };
    return { requests, bytes, measured: await measure(url, works, profile ? name : undefined) };
  };
  try {
    const ofReview = await beside('review', { kind: 'review', modelId }, (seen) =>
      review(seen, modelId)
    );
    const ofUsage = await beside('usage', { kind: 'usage' }, readUsage);
    const lists: Partial<Comparison['lists']> = {};
    for (const [name, query] of Object.entries(LIST_QUERIES)) {
      const requests = (await requestsOf((seen) => list(seen, query))).filter(isPage);
      lists[name as ListName] = await measure(url, {
        raw: { kind: 'raw_reads', requests: requests.map((one) => ({ ...one, after: [] })) },
        product: { kind: 'list', query },
      });
    }
    const query: Partial<ListQuery> = { usage: ['unused'], sort_field: 'last_deployed_time' };
    const unused = await measure(url, {
      raw: { kind: 'raw_reads', requests: await requestsOf((seen) => list(seen, query)) },
      product: { kind: 'list', query },
    });
    const many = <W>(work: W) => ({ kind: 'at_once' as const, times: AT_ONCE, work });
    const oneList = { kind: 'list' as const, query: {} };
    const oneReview = { kind: 'review' as const, modelId };
    const atOnce = {
      ...(await measure(url, { list: oneList, lists: many(oneList) })),
      ...(await measure(url, { review: oneReview, reviews: many(oneReview) }, undefined, 5)),
    };
    // by itself: ML Commons answers at the first find and goes on looking
    const { refusal } = await measure(url, { refusal: { kind: 'refusal', modelId } });
    return {
      refusal,
      review: ofReview,
      usage: ofUsage,
      lists: lists as Comparison['lists'],
      unused,
      atOnce,
    };
  } finally {
    await client.close();
  }
}
