import type { Cluster } from './cluster';
import { countVersions } from './models';

const answering = (answer: unknown): Cluster => ({
  request: () => Promise.resolve(answer),
  readStream: () => Promise.reject(new Error('not asked')),
});

describe('countVersions', () => {
  const hits = { total: { value: 2 }, hits: [] };

  it('counts what every shard has', async () => {
    const _shards = { total: 2, successful: 2, skipped: 0, failed: 0 };
    expect(await countVersions(answering({ _shards, hits }), 'g')).toBe(2);
  });

  it('is no count where a shard has no copy: a last version may not be the last', async () => {
    const _shards = { total: 2, successful: 1, skipped: 0, failed: 0 };
    await expect(countVersions(answering({ _shards, hits }), 'g')).rejects.toMatchObject({
      kind: 'rejected',
    });
  });
});
