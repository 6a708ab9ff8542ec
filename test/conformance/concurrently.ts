/** Does the work for each item, this many at a time; the results in the order of the items. */
export async function concurrently<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>
): Promise<R[]> {
  const results = new Map<number, R>();
  const pending = items.entries();
  const lane = async () => {
    for (const [index, item] of pending) results.set(index, await work(item));
  };
  await Promise.all(Array.from({ length: limit }, lane));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
