import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import type { StoredDocument } from '../cluster/json';
import { matchIds } from './id_matcher';
import { readSources } from './read_sources';
import type { Source } from './source';

const NO_CLUSTER: Cluster = {
  request: () => Promise.reject(new ClusterError('forbidden', 'no', 403)),
  readStream: () => Promise.reject(new ClusterError('forbidden', 'no', 403)),
};

const using = (id: string, modelId: string): StoredDocument => ({ id, source: { m: modelId } });

/** Of which a search finds that none uses the model `m`. */
function sourceWith(readNow: NonNullable<Source['readNow']>, over: Partial<Source> = {}): Source {
  return {
    kind: 'memory_container',
    read: async (_cluster, { take }) => ['a', 'b'].forEach((id) => take(using(id, 'other'))),
    readNow,
    expectsModelId: () => true,
    ...over,
  };
}

async function reading(source: Source, inRealTime: boolean) {
  const matcher = matchIds(new Set(['m']));
  const [read] = await readSources(NO_CLUSTER, [source], matcher, { inRealTime });
  if (!read) throw new Error('Nothing was read.');
  return {
    coverage: read.coverage,
    resources: read.resources.map(({ id, models }) => [id, models.length]),
  };
}

const nowUsing = async (_cluster: Cluster, id: string) => using(id, 'm');

describe('readSources', () => {
  it('takes what a search finds, unless it is to read in real time', async () => {
    const { resources } = await reading(sourceWith(nowUsing), false);
    expect(resources).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
  });

  it('reads each as it is now in real time, and leaves out what is gone', async () => {
    const read = sourceWith(async (_cluster, id) => (id === 'a' ? using(id, 'm') : null));
    expect(await reading(read, true)).toEqual({
      coverage: { source: 'memory_container', state: 'read' },
      resources: [['a', 1]],
    });
  });

  it('keeps what the search found of one that can’t be read by itself', async () => {
    const read = sourceWith(async (_cluster, id) => {
      if (id === 'a') throw new ClusterError('rejected', 'it can’t be parsed', 500);
      return using(id, 'm');
    });
    expect(await reading(read, true)).toEqual({
      coverage: { source: 'memory_container', state: 'read' },
      resources: [
        ['a', 0],
        ['b', 1],
      ],
    });
  });

  it('fails where the cluster doesn’t answer any more', async () => {
    const read = sourceWith(() => Promise.reject(new ClusterError('timeout', 'too late')));
    expect((await reading(read, true)).coverage).toMatchObject({ state: 'failed' });
  });

  it('says what a source says of its gaps, and names what was found', async () => {
    const gap = { state: 'partial', detail: 'some are hidden' } as const;
    const read = sourceWith(nowUsing, {
      read: async (_cluster, { take }) => {
        take(using('a', 'm'));
        return gap;
      },
    });
    expect(await reading(read, true)).toEqual({
      coverage: { source: 'memory_container', ...gap },
      resources: [['a', 1]],
    });
  });
});
