import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { RESULTS } from '../folders';
import type { Memory, Order, Reply } from './messages';
import type { Work } from './work';

export interface WorkerProcess {
  /** Does the work once; how long it took, and held up all else at most, in ms. */
  run(): Promise<{ ms: number; heldMs: number }>;
  memory(): Memory;
  stop(): Promise<void>;
}

function ask(child: ChildProcess, order: Order): Promise<Exclude<Reply, { kind: 'failed' }>> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`It ended with exit code ${code}.`));
    child.once('exit', onExit);
    child.once('message', (reply: Reply) => {
      child.off('exit', onExit);
      if (reply.kind === 'failed') reject(new Error(reply.why));
      else resolve(reply);
    });
    child.send(order);
  });
}

/** Runs the bundled worker for one piece of work, with a CPU profile at its end if `profile` names one. */
export async function startWorker(
  file: string,
  opensearchUrl: string,
  work: Work,
  profile?: string
): Promise<WorkerProcess> {
  // a folder for each: a process writes one file for each of its threads
  const profiling =
    profile === undefined
      ? []
      : ['--cpu-prof', '--cpu-prof-interval=500', `--cpu-prof-dir=${path.join(RESULTS, profile)}`];
  const child = fork(file, [], {
    execArgv: ['--expose-gc', ...profiling],
  });
  await ask(child, { kind: 'start', opensearchUrl, work });
  let memory: Memory = { rssBefore: 0, rssPeak: 0, heapBefore: 0, heapPeak: 0 };
  return {
    async run() {
      const reply = await ask(child, { kind: 'run' });
      if (reply.kind !== 'ran') throw new Error(`It answered ${reply.kind} to a run.`);
      memory = reply.memory;
      return reply;
    },
    memory: () => memory,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
}
