import type { Memory } from './messages';
import type { Work } from './work';
import { bundleWorker } from './worker_bundle';
import { startWorker, type WorkerProcess } from './worker_process';

export interface Times {
  /** Of each round, in ms. */
  times: number[];
}

export interface Measured extends Times {
  /** The longest in each round, in ms, that nothing else could be done. */
  held: number[];
  memory: Memory;
}

const WARM_UP_ROUNDS = 8;
const ROUNDS = 41;

let bundle: Promise<string> | undefined;

/**
 * Does several pieces of work by turns, each in a process of its own: what slows the machine down
 * for a while slows all of them, and none pays for another's garbage.
 */
export async function measure<Name extends string>(
  opensearchUrl: string,
  works: Record<Name, Work>,
  profile?: string,
  rounds = ROUNDS
): Promise<Record<Name, Measured>> {
  const workers: Array<{ name: Name; worker: WorkerProcess; times: number[]; held: number[] }> = [];
  bundle ??= bundleWorker();
  const file = await bundle;
  try {
    for (const name of Object.keys(works) as Name[]) {
      const ownProfile = profile && `${profile}-${name}`;
      workers.push({
        name,
        worker: await startWorker(file, opensearchUrl, works[name], ownProfile),
        times: [],
        held: [],
      });
    }
    for (let round = -Math.min(WARM_UP_ROUNDS, rounds); round < rounds; round += 1) {
      // another one first each time: what one leaves to the cluster, the next one pays for
      workers.push(...workers.splice(0, 1));
      for (const { worker, times, held } of workers) {
        const { ms, heldMs } = await worker.run();
        if (round < 0) continue;
        times.push(ms);
        held.push(heldMs);
      }
    }
    return Object.fromEntries(
      workers.map(({ name, worker, times, held }) => [
        name,
        { times, held, memory: worker.memory() },
      ])
    ) as Record<Name, Measured>;
  } finally {
    await Promise.all(workers.map(({ worker }) => worker.stop()));
  }
}
