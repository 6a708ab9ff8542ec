import type { Cluster } from '../cluster';
import { readUser } from '../cluster';

interface SharedRead {
  user: Promise<string | null>;
  result: Promise<unknown>;
  /** Something has changed since it began. */
  outdated: boolean;
}

/** Names a read of a cluster: what is read, and of which model. */
export function keyOfRead(
  what: 'inventory' | 'model' | 'review' | 'graph' | 'dangling',
  { data_source_id: dataSourceId }: { data_source_id?: string | undefined },
  modelId?: string
): string {
  return JSON.stringify([what, dataSourceId, modelId]);
}

/**
 * Reads that are under way, for requests of the same user that ask for the same meanwhile. Users
 * are told apart by what the cluster says of them, since the platform keeps credentials from
 * handlers; where it says nothing, nobody shares. What has ended is not kept, and what began before
 * a change is joined by nobody after it.
 */
export class SharedReads {
  private readonly underWay = new Map<string, Set<SharedRead>>();

  /** What `read` gives, or what the same user's read of the same key gives. @throws as `read` */
  async read<T>(cluster: Cluster, key: string, read: () => Promise<T>): Promise<T> {
    const others = new Set(this.underWay.get(key));
    // nobody waits to be told who asks unless there is something to join
    const user = readUser(cluster).then((found) => found?.identity ?? null);
    if (others.size === 0) return this.begin(key, user, read);
    const me = await user;
    // a set goes on over what is added to it: reads that began while others said whose they are
    for (const other of others) {
      // a key stands for one kind of result
      if (me !== null && (await userOf(other)) === me && !other.outdated) {
        return other.result as Promise<T>;
      }
      this.underWay.get(key)?.forEach((read) => others.add(read));
    }
    return this.begin(key, user, read);
  }

  /** From now on nobody joins what is under way: something changes. */
  forget(): void {
    for (const reads of this.underWay.values()) {
      for (const read of reads) read.outdated = true;
    }
    this.underWay.clear();
  }

  private async begin<T>(
    key: string,
    user: Promise<string | null>,
    read: () => Promise<T>
  ): Promise<T> {
    const result = read();
    const shared: SharedRead = { user, result, outdated: false };
    const ofKey = this.underWay.get(key) ?? new Set();
    this.underWay.set(key, ofKey.add(shared));
    // whoever may not even ask that is told so by the read itself, such as with a 401
    user.catch(() => {});
    try {
      return await result;
    } finally {
      ofKey.delete(shared);
      if (ofKey.size === 0 && this.underWay.get(key) === ofKey) this.underWay.delete(key);
    }
  }
}

/** A request that failed before the cluster said whose it is has nothing to share. */
async function userOf({ user }: SharedRead): Promise<string | null> {
  try {
    return await user;
  } catch {
    return null;
  }
}
