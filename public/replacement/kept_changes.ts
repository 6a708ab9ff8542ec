import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { nodeKey } from '../../common/dependents/kinds';
import type { Journal } from '../../common/replacement/journal';

/** An index in which vectors of two models are compared since a replacement. */
export interface ToEmbed {
  index: string;
  documents: number | null;
  /** The pipeline that embeds its documents; null where a semantic field does. */
  pipeline: string | null;
}

/** What is kept of one change of a replacement. */
export interface KeptChange {
  journal: Journal;
  to_embed: ToEmbed[];
  /** When its run began, epoch ms, and which change of the run it is. */
  run_at: number;
  position: number;
}

/** By the model that is replaced, with its data source, and the `nodeKey` of the dependent. */
type Key = [string, string];

interface Schema extends DBSchema {
  changes: { key: Key; value: KeptChange };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

/** The database of this browser. @throws DOMException where it keeps none */
function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('mlModels.replacements', 1, {
    upgrade: (database) => void database.createObjectStore('changes'),
    terminated: () => (opened = null),
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** All keys of a replaced model: an array is greater than every string. */
const allOf = (replaced: string) => IDBKeyRange.bound([replaced], [replaced, []]);

/** What this browser refused to keep, which lasts as long as the page. */
const unkept = new Map<string, readonly KeptChange[]>();

/** Changes with further ones, in the order in which they are made; of one dependent the last counts. */
export function mergeChanges(
  changes: readonly KeptChange[],
  added: readonly KeptChange[]
): KeptChange[] {
  const byDependent = new Map([...changes, ...added].map((one) => [nodeKey(one.journal), one]));
  return [...byDependent.values()].sort((a, b) => a.run_at - b.run_at || a.position - b.position);
}

/** The changes that are kept of a replaced model, in the order in which they were made. */
export async function readChanges(replaced: string): Promise<KeptChange[]> {
  let kept: KeptChange[];
  try {
    kept = await (await open()).getAll('changes', allOf(replaced));
  } catch {
    kept = [];
  }
  return mergeChanges(kept, unkept.get(replaced) ?? []);
}

/**
 * Keeps changes in this browser; resolves once they are on its disk, where they outlast its end.
 * False where it can't keep them: then they last as long as the page.
 */
export async function keepChanges(
  replaced: string,
  changes: readonly KeptChange[]
): Promise<boolean> {
  try {
    const database = await open();
    // strict: also where the machine ends; localStorage may lose it with the browser (seen on Chromium)
    const transaction = database.transaction('changes', 'readwrite', { durability: 'strict' });
    await Promise.all([
      ...changes.map((one) => transaction.store.put(one, [replaced, nodeKey(one.journal)])),
      transaction.done,
    ]);
    return true;
  } catch {
    unkept.set(replaced, mergeChanges(unkept.get(replaced) ?? [], changes));
    return false;
  }
}

/** Keeps nothing of a replaced model any longer. */
export async function removeChanges(replaced: string): Promise<void> {
  unkept.delete(replaced);
  try {
    await (await open()).delete('changes', allOf(replaced));
  } catch {
    // there is nothing then
  }
}
