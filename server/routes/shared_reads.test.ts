import type { Cluster } from '../cluster';
import { ClusterError } from '../cluster';
import { keyOfRead, SharedReads } from './shared_reads';

const KEY = keyOfRead('review', {}, 'm');

/** A cluster as a user sees it; null for one that knows no users. */
function clusterOf(user: string | null, roles: string[] = []): Cluster {
  return {
    async request() {
      if (user !== null) return { user_name: user, roles };
      throw new ClusterError('rejected', 'no handler found for uri [/_plugins/_security/authinfo]');
    },
    readStream: () => Promise.reject(new Error('not asked for')),
  };
}

/** A read that ends when it is told to. */
function pending(value: string) {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const read = jest.fn(async () => {
    await ended;
    return value;
  });
  return { read, end };
}

/** Long enough for whatever needs no answer of the cluster. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('SharedReads', () => {
  async function both(first: Cluster, second: Cluster, between = (_shared: SharedReads) => {}) {
    const shared = new SharedReads();
    const [one, two] = [pending('of the first'), pending('of the second')];
    const answers = [shared.read(first, KEY, one.read)];
    await settle();
    between(shared);
    answers.push(shared.read(second, KEY, two.read));
    await settle();
    one.end();
    two.end();
    return Promise.all(answers);
  }

  it('gives the same user what is being read', async () => {
    expect(await both(clusterOf('anna'), clusterOf('anna'))).toEqual([
      'of the first',
      'of the first',
    ]);
  });

  it.each<[string, Cluster, Cluster]>([
    ['another user', clusterOf('anna'), clusterOf('bert')],
    ['a user whose roles changed', clusterOf('anna', ['all']), clusterOf('anna', ['ml_read'])],
    ['one whom the cluster does not tell apart', clusterOf(null), clusterOf(null)],
  ])('never gives it to %s', async (_who, first, second) => {
    expect(await both(first, second)).toEqual(['of the first', 'of the second']);
  });

  it('never gives what began before a change', async () => {
    const cluster = clusterOf('anna');
    expect(await both(cluster, cluster, (shared) => shared.forget())).toEqual([
      'of the first',
      'of the second',
    ]);
  });

  it('keeps nothing that has ended, a failure neither', async () => {
    const shared = new SharedReads();
    const cluster = clusterOf('anna');
    const failing = shared.read(cluster, KEY, () => Promise.reject(new Error('lost')));
    await expect(failing).rejects.toThrow('lost');
    expect(await shared.read(cluster, KEY, async () => 'anew')).toBe('anew');
    expect(await shared.read(cluster, KEY, async () => 'again')).toBe('again');
  });

  it('keeps apart what is not the same', async () => {
    const shared = new SharedReads();
    const cluster = clusterOf('anna');
    const { read, end } = pending('a review');
    const review = shared.read(cluster, KEY, read);
    await settle();
    const other = keyOfRead('review', { data_source_id: 'other' }, 'm');
    expect(await shared.read(cluster, other, async () => 'elsewhere')).toBe('elsewhere');
    end();
    expect(await review).toBe('a review');
  });
});
