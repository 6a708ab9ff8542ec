import { Readable } from 'stream';
import type { Cluster, ClusterRequest } from '../../cluster/cluster';
import type { Limits } from '../../cluster/limits';
import { memoryContainers } from './ml_commons';
import { monitors, workflows } from './plugins';

const DOCUMENT = { _id: 'own', _source: { name: 'own' }, sort: [0] };

/** A cluster that lists one document of each kind, and may have stored others. */
function clusterWith(stored: { index: boolean }) {
  const taken: string[] = [];
  const cluster: Cluster = {
    async request({ path }: ClusterRequest) {
      if (path.endsWith('_search')) {
        const hits = stored.index ? [DOCUMENT] : [];
        return {
          timed_out: false,
          _shards: { total: 1, successful: 1, failed: 0 },
          hits: { hits },
        };
      }
      if (path.startsWith('/_cluster/state')) {
        const indices = {
          '.plugins-ml-am-memory-container': { state: 'open' },
          '.opendistro-alerting-config': { state: 'open' },
          '.plugins-flow-framework-templates': { state: 'open' },
        };
        return { cluster_name: 'x', ...(stored.index && { metadata: { indices } }) };
      }
      return [{ health: 'green', 'docs.count': '3' }];
    },
    readStream: async (request, read) =>
      read(Readable.from([Buffer.from(JSON.stringify(await cluster.request(request)))])),
  };
  return { cluster, taken, reader: { take: ({ id }: { id: string }) => void taken.push(id) } };
}

const limited = (limits: Partial<Limits>) => Promise.resolve(limits as Limits);

describe('memory containers', () => {
  it('are read in part where others may have stored some; what was found is handed out', async () => {
    const { cluster, reader, taken } = clusterWith({ index: true });
    const gap = await memoryContainers.read(cluster, reader, limited({ memoryContainers: true }));
    expect(gap).toMatchObject({ state: 'partial' });
    expect(taken).toEqual(['own']);
  });

  it.each([
    ['nothing is stored', false, true],
    ['everybody is shown all', true, false],
  ])('are read whole where %s', async (_name, index, memory) => {
    const { cluster, reader } = clusterWith({ index });
    const limits = limited({ memoryContainers: memory });
    expect(await memoryContainers.read(cluster, reader, limits)).toBeUndefined();
  });
});

describe.each([
  ['monitors', monitors],
  ['workflows', workflows],
] as const)('%s', (limit, source) => {
  it('are read in part where they are filtered by backend role', async () => {
    const { cluster, reader, taken } = clusterWith({ index: true });
    const gap = await source.read(cluster, reader, limited({ [limit]: true }));
    expect(gap).toMatchObject({ state: 'partial' });
    expect(taken).toEqual(['own']);
  });

  it.each([
    ['nothing is stored', false, true],
    ['nothing is filtered', true, false],
  ])('are read whole where %s', async (_name, index, isFiltered) => {
    const { cluster, reader } = clusterWith({ index });
    const gap = await source.read(cluster, reader, limited({ [limit]: isFiltered }));
    expect(gap).toBeUndefined();
  });
});
