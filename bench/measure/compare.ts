import { Client } from '@opensearch-project/opensearch';
import { clusterOf } from '../../server/cluster/cluster';
import { readOnly, replay } from './bare_client';
import { measure, type Measured } from './measure';
import { type RecordedRequest, recordRequests } from './recording';
import { list, review } from './work';

/** The requests of the product, and the bytes that answer them. */
export interface Reads {
  requests: RecordedRequest[];
  bytes: number;
}

export interface Comparison {
  review: Reads & { measured: Record<'raw' | 'parsed' | 'product', Measured> };
  list: Reads & { measured: Record<'raw' | 'parsed' | 'product', Measured> };
  refusal: Measured;
}

async function recordReads(
  url: string,
  modelId: string
): Promise<Record<'review' | 'list', Reads>> {
  const client = new Client({ node: url });
  const cluster = clusterOf(client);
  const reads = async (requests: RecordedRequest[]): Promise<Reads> => ({
    requests,
    bytes: await replay(new URL(url), requests, readOnly),
  });
  try {
    return {
      review: await reads(await recordRequests(cluster, (seen) => review(seen, modelId))),
      list: await reads(await recordRequests(cluster, list)),
    };
  } finally {
    await client.close();
  }
}

/**
 * A review of a model that ML Commons refuses to delete, and the list, beside the same requests
 * sent by a bare client. With `profile`, each process leaves a CPU profile.
 */
export async function compareWithRawReads(
  url: string,
  modelId: string,
  profile: boolean
): Promise<Comparison> {
  const { review: ofReview, list: ofList } = await recordReads(url, modelId);
  const measuredReview = await measure(
    url,
    {
      raw: { kind: 'raw_reads', requests: ofReview.requests },
      parsed: { kind: 'parsed_reads', requests: ofReview.requests },
      product: { kind: 'review', modelId },
    },
    profile ? 'review' : undefined
  );
  const measuredList = await measure(
    url,
    {
      raw: { kind: 'raw_reads', requests: ofList.requests },
      parsed: { kind: 'parsed_reads', requests: ofList.requests },
      product: { kind: 'list' },
    },
    profile ? 'list' : undefined
  );
  // by itself: ML Commons answers at the first find and goes on looking
  const { refusal } = await measure(url, { refusal: { kind: 'refusal', modelId } });
  return {
    refusal,
    review: { ...ofReview, measured: measuredReview },
    list: { ...ofList, measured: measuredList },
  };
}
