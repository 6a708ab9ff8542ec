import type { Reader, StoredDocument } from '../../cluster';

/**
 * Hands out what several reads found, each to its own taker; one that fails keeps back none of the
 * others, and its error is thrown at the end.
 */
export async function takeSettled(
  reads: ReadonlyArray<readonly [Promise<readonly StoredDocument[]>, Reader['take']]>
): Promise<void> {
  const settled = await Promise.allSettled(reads.map(([read]) => read));
  reads.forEach(([, take], index) => {
    const one = settled[index];
    if (one?.status === 'fulfilled') one.value.forEach(take);
  });
  const failed = settled.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
