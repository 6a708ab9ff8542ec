export type Compare<T> = (a: T, b: T) => number;

/** The index at which a value belongs in a sorted list, after those that are equal to it. */
function indexFor<T>(sorted: readonly T[], value: T, compare: Compare<T>): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(value, sorted[middle] as T) < 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The first `count` values in the order of `compare`. Texts are slow to compare, and a first page
 * of thousands of models needs hardly more than one comparison for each.
 */
export function firstOf<T>(values: readonly T[], count: number, compare: Compare<T>): T[] {
  if (count * 4 > values.length) return [...values].sort(compare).slice(0, count);
  const first: T[] = [];
  for (const value of values) {
    const last = first[count - 1];
    if (last !== undefined && compare(last, value) <= 0) continue;
    const index = indexFor(first, value, compare);
    first.splice(index, 0, value);
    if (first.length > count) first.pop();
  }
  return first;
}
