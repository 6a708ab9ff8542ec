/** As many requests as the cluster hardly notices. */
const AT_ONCE = 8;

/**
 * Works on every item, a few at once; answers in the order of the items.
 * @throws what `work` throws first: then nothing further is begun
 */
export async function mapConcurrent<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>
): Promise<R[]> {
  const results = new Array<R>(items.length);
  const pending = items.entries();
  let failed = false;
  const workOn = async () => {
    for (const [index, item] of pending) {
      if (failed) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workOn));
  return results;
}
