import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Memory, Order, Reply } from './messages';
import { workOn } from './work';

/** A process that does one piece of work each time it is told to, and says how long it took. */
const MB = 1024 * 1024;
let run: () => Promise<unknown>;
let memory: Memory;

function start(opensearchUrl: string, work: Parameters<typeof workOn>[1]): Reply {
  run = workOn(opensearchUrl, work);
  global.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const [rssBefore, heapBefore] = [rss / MB, heapUsed / MB];
  memory = { rssBefore, rssPeak: rssBefore, heapBefore, heapPeak: heapBefore };
  return { kind: 'started' };
}

async function runOnce(): Promise<Reply> {
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  pauses.enable();
  const started = performance.now();
  await run();
  const ms = performance.now() - started;
  pauses.disable();
  memory = {
    ...memory,
    rssPeak: process.resourceUsage().maxRSS / 1024,
    heapPeak: Math.max(memory.heapPeak, process.memoryUsage().heapUsed / MB),
  };
  return { kind: 'ran', ms, heldMs: pauses.max / 1e6, memory };
}

process.on('message', (order: Order) => {
  const reply = (said: Reply) => void process.send?.(said);
  const failed = (error: unknown) =>
    reply({ kind: 'failed', why: error instanceof Error ? String(error.stack) : String(error) });
  if (order.kind === 'run') void runOnce().then(reply, failed);
  else reply(start(order.opensearchUrl, order.work));
});
// ends with the bench, however that ends; orderly, so that a profile is written
process.on('disconnect', () => process.exit(0));
