import { stringify } from 'node:querystring';
import type { Cluster, ClusterRequest } from '../../server/cluster/cluster';

/** A request of the product, to be sent again without it. */
export interface RecordedRequest {
  method: string;
  /** With the query. */
  path: string;
  body?: string;
  /** The requests, by their index, that had ended each time before this one was sent. */
  after: number[];
}

interface Seen {
  key: string;
  request: Omit<RecordedRequest, 'after'>;
  endedBefore: string[];
}

function withoutProduct({ method, path, query, body }: ClusterRequest) {
  const search = stringify(query);
  return {
    method,
    path: search === '' ? path : `${path}?${search}`,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

/** A cluster that notes what is sent through it. */
function recorder(cluster: Cluster): { cluster: Cluster; seen: Seen[] } {
  const seen: Seen[] = [];
  const ended: string[] = [];
  const noted = async <T>(sent: ClusterRequest, send: () => Promise<T>): Promise<T> => {
    const request = withoutProduct(sent);
    const key = JSON.stringify(request);
    seen.push({ key, request, endedBefore: [...ended] });
    try {
      return await send();
    } finally {
      ended.push(key);
    }
  };
  return {
    seen,
    cluster: {
      request: (sent) => noted(sent, () => cluster.request(sent)),
      readStream: (sent, read) => noted(sent, () => cluster.readStream(sent, read)),
    },
  };
}

/**
 * The requests of a run, and which of them wait for which: what had ended before in every one of
 * several runs. A wait by chance in one of them is none.
 */
export async function recordRequests(
  cluster: Cluster,
  run: (cluster: Cluster) => Promise<unknown>
): Promise<RecordedRequest[]> {
  const runs: Seen[][] = [];
  for (let times = 0; times < 8; times += 1) {
    const { cluster: recorded, seen } = recorder(cluster);
    await run(recorded);
    runs.push(seen);
  }
  const last = runs[runs.length - 1] ?? [];
  const indexes = new Map(last.map(({ key }, index) => [key, index]));
  return last.map(({ key, request, endedBefore }) => {
    const always = endedBefore.filter((earlier) =>
      runs.every((seen) => seen.some((one) => one.key === key && one.endedBefore.includes(earlier)))
    );
    return { ...request, after: always.flatMap((earlier) => indexes.get(earlier) ?? []) };
  });
}
