import { Readable } from 'stream';
import type { Cluster, ClusterRequest } from '../../cluster/cluster';
import { ClusterError } from '../../cluster/errors';
import type { Limits } from '../../cluster/limits';
import { indexes } from './indexes';

const NAMES = ['own', 'others', '.hidden'];
const limits = (isLimited: boolean) => Promise.resolve({ indexes: isLimited } as Limits);
const REFUSED = new ClusterError('forbidden', 'no permissions for [cluster:monitor/health]', 403);

/** A cluster that lists only some of its indexes in one of its answers. */
function clusterListing(
  cut: Partial<Record<'_mapping' | '_settings' | '_alias', string[]>>,
  health?: Error
) {
  const sent: string[] = [];
  const answer = (path: string): unknown => {
    if (path === '/_cluster/health') {
      if (health) throw health;
      return { status: 'green', indices: byName(NAMES, { status: 'green' }) };
    }
    if (path === '/_all/_mapping') {
      return byName(cut._mapping ?? NAMES, { mappings: { properties: { f: { type: 'text' } } } });
    }
    if (path === '/_all/_settings') {
      return byName(cut._settings ?? NAMES, { settings: { index: { number_of_shards: '1' } } });
    }
    return byName(cut._alias ?? NAMES, { aliases: {} });
  };
  const cluster: Cluster = {
    async request({ path }: ClusterRequest) {
      sent.push(path);
      return answer(path);
    },
    readStream: ({ path }, read) =>
      read(Readable.from([Buffer.from(JSON.stringify(answer(path)))])),
  };
  return { cluster, sent };
}

function byName(names: readonly string[], value: unknown): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

const gapOf = (cluster: Cluster, isLimited = true) =>
  // no string matters: what is not read is counted all the same
  indexes.read(cluster, { take() {}, mayMatter: () => false }, limits(isLimited));

describe('the source of indexes', () => {
  it('is whole where every list has as many as the cluster', async () => {
    expect(await gapOf(clusterListing({}).cluster)).toBeUndefined();
  });

  it.each(['_mapping', '_settings', '_alias'] as const)(
    'is read in part where %s is cut down to some',
    async (list) => {
      expect(await gapOf(clusterListing({ [list]: ['own'] }).cluster)).toEqual({
        state: 'partial',
        detail: 'OpenSearch lists 1 of 3 indexes to you.',
      });
    }
  );

  it('is read in part where they can not be counted', async () => {
    expect(await gapOf(clusterListing({}, REFUSED).cluster)).toMatchObject({ state: 'partial' });
  });

  it('counts nothing for who is shown everything', async () => {
    const { cluster, sent } = clusterListing({ _mapping: ['own'] });
    expect(await gapOf(cluster, false)).toBeUndefined();
    expect(sent).not.toContain('/_cluster/health');
  });
});
