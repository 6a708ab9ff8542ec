import { setTimeout as sleep } from 'timers/promises';

/** How long anything may take on a machine that is busy with other work, in ms. */
export const BOUND_MS = 60_000;

const PAUSE_MS = 50;

/**
 * Reads again and again until something holds of what is read. After a minute gives what was read
 * last, of which the assertion then says what it lacks.
 */
export async function readUntil<T>(
  read: () => Promise<T>,
  holds: (found: T) => boolean
): Promise<T> {
  const end = performance.now() + BOUND_MS;
  for (;;) {
    const found = await read();
    if (holds(found) || performance.now() > end) return found;
    await sleep(PAUSE_MS);
  }
}

/**
 * Reads again and again until there is something.
 * @throws Error that names what was waited for, after a minute
 */
export async function waitFor<T>(
  what: string,
  read: () => Promise<T | undefined> | T | undefined
): Promise<T> {
  const found = await readUntil(
    async () => read(),
    (one) => one !== undefined
  );
  if (found === undefined) throw new Error(`${what}: not there after ${BOUND_MS} ms`);
  return found;
}

/**
 * Asks again and again until something is so.
 * @throws Error that names what was waited for, after a minute
 */
export async function waitUntil(
  what: string,
  isSo: () => Promise<boolean> | boolean
): Promise<void> {
  await waitFor(what, async () => ((await isSo()) ? true : undefined));
}
