import { setTimeout as sleep } from 'timers/promises';

/** How long anything may take on a machine that is busy with other work, in ms. */
const BOUND_MS = 60_000;

/**
 * Reads again and again until there is something.
 * @throws Error that names what was waited for, after a minute
 */
export async function waitFor<T>(what: string, read: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + BOUND_MS;
  for (;;) {
    const found = await read();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`${what}: not there after ${BOUND_MS} ms`);
    await sleep(100);
  }
}
