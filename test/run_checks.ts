import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { ROOT } from '../workbench/root';

/** One command of `npm test`: a tool from node_modules with its arguments. */
export interface Check {
  name: string;
  command: string[];
  environment?: Record<string, string>;
  /** A run of jest, which counts its tests; anything else counts as one. */
  counts?: boolean;
  /** Nothing in it is timed: it leaves the processor to the others. */
  canWait?: boolean;
}

export interface Outcome {
  passed: number;
  failed: number;
}

/** Checks that run one after the other, on what no other lane touches. */
export type Lane = readonly Check[];

/** Lanes that run side by side. */
export type Stage = readonly Lane[];

const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exitCode = 130;
  });
}

/** Runs a tool, which prints to `log`; resolves to whether it ended well. */
function run(
  { command: [tool = '', ...args], environment = {}, canWait = false }: Check,
  log: number
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(ROOT, 'node_modules', '.bin', tool), args, {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', log, log],
    });
    running.add(child);
    if (canWait && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve(code === 0);
    });
  });
}

/** What jest counted; a run that left no results, or failed outside its tests, is a failure. */
function counted(file: string, ended: boolean): Outcome {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const results = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  const passed = results.numPassedTests ?? 0;
  const failed = (results.numFailedTests ?? 0) + (results.numRuntimeErrorTestSuites ?? 0);
  return { passed, failed: failed === 0 && (!ended || passed === 0) ? 1 : failed };
}

/** A check's output held back to its end, where another lane prints too. */
async function apart(
  file: string,
  act: (log: number) => Promise<boolean>,
  say: (line: string) => void
): Promise<boolean> {
  const log = openSync(file, 'w');
  try {
    return await act(log);
  } finally {
    closeSync(log);
    say(readFileSync(file, 'utf8'));
  }
}

/** Runs all of the checks, stage by stage, and counts what passed and what failed. */
export async function runChecks(
  stages: readonly Stage[],
  folder: string,
  say: (line: string) => void
): Promise<Outcome> {
  const total: Outcome = { passed: 0, failed: 0 };
  const failures: string[] = [];

  async function runCheck(check: Check, file: string): Promise<void> {
    const { name, command, counts = false } = check;
    say(`\n== ${name}`);
    const started = Date.now();
    const results = `${file}.json`;
    const whole = counts
      ? { ...check, command: [...command, '--json', '--outputFile', results] }
      : check;
    const ended = await apart(`${file}.log`, (log) => run(whole, log), say);
    const outcome = counts ? counted(results, ended) : { passed: +ended, failed: +!ended };
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    if (outcome.failed > 0) failures.push(name);
    const seconds = Math.round((Date.now() - started) / 1000);
    say(`== ${name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`);
  }

  async function runLane(lane: Lane, file: string): Promise<void> {
    for (const [index, check] of lane.entries()) {
      if (process.exitCode !== undefined) return;
      await runCheck(check, `${file}-${index}`);
    }
  }

  for (const [index, lanes] of stages.entries()) {
    await Promise.all(
      lanes.map((lane, number) => runLane(lane, path.join(folder, `${index}-${number}`)))
    );
  }
  if (failures.length > 0) say(`\nFailed: ${failures.join('; ')}`);
  return total;
}
