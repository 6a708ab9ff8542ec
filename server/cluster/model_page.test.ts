import type { Cluster, ClusterRequest } from './cluster';
import { ClusterError } from './errors';
import type { JsonRecord } from './json';
import { readModelPage } from './model_page';

const ALL = 45_000;
const WINDOW = 10_000;

/** So many models by their numbers, and OpenSearch's rules of paging. */
function aCluster({
  release = '3.6.0',
  all = ALL,
}: { release?: string | null; all?: number } = {}) {
  const searches: JsonRecord[] = [];
  const answerTo = ({ path, body = {} }: ClusterRequest): unknown => {
    if (path === '/') {
      if (release === null) throw new ClusterError('forbidden', 'no permissions');
      return { version: { number: release } };
    }
    searches.push(body);
    if (body.aggs && release !== '3.6.0') throw new ClusterError('rejected', 'Fail to search', 500);
    const {
      from = 0,
      size = 10,
      search_after: after,
      sort = [],
    } = body as {
      from?: number;
      size?: number;
      search_after?: [number];
      sort?: Array<Record<string, { order: 'asc' | 'desc' }>>;
    };
    if (from + size > WINDOW) throw new Error('Result window is too large');
    if (after && from > 0) throw new Error('from must be 0 with search_after');
    const [first] = sort;
    const isDown = first !== undefined && Object.values(first)[0]?.order === 'desc';
    const numbers = Array.from({ length: all }, (_, at) => (isDown ? all - 1 - at : at));
    const start = after ? numbers.indexOf(after[0]) + 1 : from;
    return {
      _shards: { total: 1, successful: 1, failed: 0 },
      hits: {
        total: { value: all, relation: 'eq' },
        hits: numbers.slice(start, start + size).map((number) => ({
          _id: `m${number}`,
          _source: { name: `m${number}`, model_state: 'DEPLOYED' },
          sort: [number],
        })),
      },
      ...(body.aggs !== undefined && {
        aggregations: {
          all: { doc_count: all },
          states: { buckets: [{ key: 'DEPLOYED', doc_count: all }] },
        },
      }),
    };
  };
  const cluster: Pick<Cluster, 'request' | 'readStream'> = {
    request: async (request) => answerTo(request),
    readStream: async (request, read) => {
      const { size, ...sent } = request.body as { size: number };
      const whole = answerTo({ ...request, body: { ...sent, size: Math.min(size, WINDOW) } });
      async function* bytes() {
        yield Buffer.from(JSON.stringify(whole));
      }
      return read(bytes());
    },
  };
  return { cluster, searches };
}

const page = (cluster: Cluster, from: number, size = 25, order: 'asc' | 'desc' = 'asc') =>
  readModelPage(cluster, { terms: [], field: 'created_time', order, from, size }, 200);
const ids = (from: number, size: number) =>
  Array.from({ length: size }, (_, at) => `m${from + at}`);

describe('a page of models', () => {
  it.each([0, 9_975, 9_990, 15_000, 22_480, 30_000, 44_975])(
    'from %d on is reached within OpenSearch’s window',
    async (from) => {
      const { cluster, searches } = aCluster();
      const { documents, total } = await page(cluster, from);
      expect(documents.map(({ id }) => id)).toEqual(ids(from, 25));
      expect(total).toBe(ALL);
      // counted from the nearer end
      expect(searches.length).toBeLessThanOrEqual(6);
    }
  );

  it('is the last, shorter one at the end, and empty beyond it', async () => {
    const { cluster } = aCluster();
    const last = await page(cluster, 44_990);
    expect(last.documents.map(({ id }) => id)).toEqual(ids(44_990, 10));
    expect((await page(cluster, 50_000)).documents).toEqual([]);
  });

  it('turns round in the other order', async () => {
    const { cluster } = aCluster();
    const { documents } = await page(cluster, 20_000, 3, 'desc');
    expect(documents.map(({ id }) => id)).toEqual(['m24999', 'm24998', 'm24997']);
  });
});

describe('the counts beside a page', () => {
  const STATES = [{ value: 'DEPLOYED', count: 3 }];

  it('come with it', async () => {
    const { cluster, searches } = aCluster({ all: 3 });
    const { totalUnfiltered, facets } = await page(cluster, 0);
    expect(totalUnfiltered).toBe(3);
    expect(facets.states).toEqual(STATES);
    expect(searches).toHaveLength(2);
  });

  it.each(['2.19.6', null])(
    'are read where ML Commons can’t pass them on: release %s',
    async (release) => {
      const { cluster } = aCluster({ release, all: 3 });
      const { documents, totalUnfiltered, facets } = await page(cluster, 0);
      expect(documents).toHaveLength(3);
      expect(totalUnfiltered).toBe(3);
      expect(facets.states).toEqual(STATES);
    }
  );
});
