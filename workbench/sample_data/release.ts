/** Whether a release such as `2.19.6` is at least the other; letters behind it don't count. */
export function isAtLeast(version: string, since: string): boolean {
  const parts = (of: string): number[] => of.split(/[.-]/).slice(0, 3).map(Number);
  const wanted = parts(since);
  for (const [at, have] of parts(version).entries()) {
    const want = wanted[at] ?? 0;
    if (have !== want) return have > want;
  }
  return true;
}
