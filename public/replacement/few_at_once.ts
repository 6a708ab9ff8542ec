/** As many requests at once as the cluster hardly notices. */
const AT_ONCE = 4;

/** Works on every item, a few at once, until it is over. */
export async function fewAtOnce<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  isOver: () => boolean
): Promise<void> {
  const pending = items.values();
  const workOn = async () => {
    for (const item of pending) {
      if (isOver()) return;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workOn));
}
