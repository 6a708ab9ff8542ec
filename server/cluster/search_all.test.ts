import { Readable } from 'stream';
import type { Cluster } from './cluster';
import { collected, searchAll } from './search_all';

interface Stored {
  _id: string;
  _seq_no: number;
}

const written = (answer: unknown) => Readable.from([Buffer.from(JSON.stringify(answer))]);

type Searched = Pick<Cluster, 'readStream'>;

/** A cluster that answers searches as OpenSearch does: sorted, after a value, a page at most. */
function clusterWith(documents: Stored[], onPage?: () => void): Searched {
  return {
    async readStream({ body }, read) {
      const { size, search_after: after } = body as { size: number; search_after?: [number] };
      const hits = [...documents]
        .sort((a, b) => a._seq_no - b._seq_no)
        .filter(({ _seq_no: sequence }) => after === undefined || sequence > after[0])
        .slice(0, size)
        .map(({ _id, _seq_no }) => ({ _id, _source: {}, sort: [_seq_no] }));
      onPage?.();
      return read(
        written({
          _shards: { total: 1, successful: 1, failed: 0 },
          ...(hits.length > 0 && { hits: { hits } }),
        })
      );
    },
  };
}

const HIT = { _id: 'd', _source: {}, sort: [1] };
const answering = (answer: unknown): Searched => ({
  readStream: async (_request, read) => read(written(answer)),
});

const search = { path: '/x/_search', query: {}, pageSize: 10 };
const all = (cluster: Searched) => collected((take) => searchAll(cluster, search, take));
const idsOf = async (cluster: Searched) => (await all(cluster)).map(({ id }) => id).sort();

describe('searchAll', () => {
  it.each([0, 1, 9, 10, 11, 19, 20, 95])('reads all of %d documents, each once', async (count) => {
    const documents = Array.from({ length: count }, (_, n) => ({ _id: `d${n}`, _seq_no: n }));
    expect(await idsOf(clusterWith(documents))).toEqual(documents.map(({ _id }) => _id).sort());
  });

  it('misses none that shares its sequence number with one of another shard', async () => {
    const documents = Array.from({ length: 60 }, (_, n) => ({
      _id: `d${n}`,
      _seq_no: Math.floor(n / 3),
    }));
    expect(await idsOf(clusterWith(documents))).toHaveLength(60);
  });

  it('misses none that changes while it reads', async () => {
    const documents = Array.from({ length: 30 }, (_, n) => ({ _id: `d${n}`, _seq_no: n }));
    let next = 30;
    const cluster = clusterWith(documents, () => {
      const moved = documents[next % 30];
      if (next < 45 && moved) moved._seq_no = next;
      next += 1;
    });
    expect(await idsOf(cluster)).toHaveLength(30);
  });

  it.each([
    ['failed', { total: 2, successful: 1, failed: 1 }],
    ['has no copy', { total: 2, successful: 1, skipped: 0, failed: 0 }],
  ])('takes an answer without a shard that %s for a failure', async (_why, _shards) => {
    const cluster = answering({ _shards, hits: { hits: [HIT] } });
    await expect(all(cluster)).rejects.toMatchObject({
      kind: 'rejected',
      message: 'The search was answered by 1 of 2 shards.',
    });
  });

  it('takes shards in which nothing can match for answered', async () => {
    const _shards = { total: 5, successful: 5, skipped: 4, failed: 0 };
    await expect(all(answering({ _shards, hits: { hits: [HIT] } }))).resolves.toHaveLength(1);
  });

  it('takes a search that timed out on the cluster for a failure', async () => {
    const cluster = answering({
      timed_out: true,
      _shards: { total: 1, successful: 1, failed: 0 },
      hits: { hits: [HIT] },
    });
    await expect(all(cluster)).rejects.toMatchObject({ kind: 'timeout' });
  });

  it.each([
    {},
    { error: 'x' },
    [],
    'x',
    { _shards: { total: 1, successful: 1, failed: 0 }, hits: { hits: {} } },
  ])('takes %j for no answer to a search, not for none found', async (answer) => {
    await expect(all(answering(answer))).rejects.toMatchObject({ kind: 'malformed' });
  });
});
