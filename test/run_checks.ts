import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../workbench/root';

/** One command of `npm test`: a tool from node_modules with its arguments. */
export interface Check {
  name: string;
  command: string[];
  environment?: Record<string, string>;
  /** A run of jest, which counts its tests; anything else counts as one. */
  counts?: boolean;
}

export interface Outcome {
  passed: number;
  failed: number;
}

let running: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    running?.kill(signal);
    process.exitCode = 130;
  });
}

function run([tool = '', ...args]: string[], environment: Record<string, string>) {
  return new Promise<boolean>((resolve, reject) => {
    running = spawn(path.join(ROOT, 'node_modules', '.bin', tool), args, {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    running.on('error', reject);
    running.on('close', (code) => resolve(code === 0));
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

/** Runs the checks one after the other, all of them, and counts what passed and what failed. */
export async function runChecks(
  checks: readonly Check[],
  folder: string,
  say: (line: string) => void
): Promise<Outcome> {
  const total: Outcome = { passed: 0, failed: 0 };
  const failures: string[] = [];
  for (const [index, { name, command, environment = {}, counts = false }] of checks.entries()) {
    if (process.exitCode !== undefined) break;
    say(`\n== ${name}`);
    const started = Date.now();
    const results = path.join(folder, `${index}.json`);
    const ended = await run(
      counts ? [...command, '--json', '--outputFile', results] : command,
      environment
    );
    const outcome = counts ? counted(results, ended) : { passed: +ended, failed: +!ended };
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    if (outcome.failed > 0) failures.push(name);
    const seconds = Math.round((Date.now() - started) / 1000);
    say(`== ${name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`);
  }
  if (failures.length > 0) say(`\nFailed: ${failures.join('; ')}`);
  return total;
}
