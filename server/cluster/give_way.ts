import { setImmediate } from 'timers/promises';

/** How long work may go on, in ms, before other requests get their turn. */
const GIVE_WAY_AFTER_MS = 5;

let goesOnSince = performance.now();

/** Lets the server answer others, where work has gone on for a while; called between its pieces. */
export async function giveWay(): Promise<void> {
  if (performance.now() - goesOnSince < GIVE_WAY_AFTER_MS) return;
  await setImmediate();
  goesOnSince = performance.now();
}
