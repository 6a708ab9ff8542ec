import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ROOT } from '../workbench/root';

/** One run of `npm test`. */
interface Run {
  isLoaded: boolean;
  passed: number;
  failed: number;
  seconds: number;
  failures: string[];
}

const running = new Set<ChildProcess>();
function endAll(): void {
  for (const child of running) child.kill('SIGTERM');
}
process.on('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    endAll();
    process.exit(130);
  });
}

function start(args: string[], output: 'ignore' | 'pipe'): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', output, output] });
  running.add(child);
  child.on('close', () => running.delete(child));
  return child;
}

/** Work that never ends on every core. */
function startLoad(): ChildProcess[] {
  const busy = ['-e', 'for (;;) Math.sqrt(Math.random());'];
  return Array.from({ length: availableParallelism() }, () => start(busy, 'ignore'));
}

/** Runs all tests once; what they print is left in a file. */
async function runOnce(isLoaded: boolean, file: string): Promise<Run> {
  const load = isLoaded ? startLoad() : [];
  const began = Date.now();
  const log = createWriteStream(file);
  let text = '';
  const child = start(['test/run.mjs'], 'pipe');
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      log.write(chunk);
    });
  }
  await new Promise<void>((resolve) => child.on('close', () => resolve()));
  log.end();
  for (const one of load) one.kill();
  const [, passed = '0', failed = '1'] = /^(\d+) passed, (\d+) failed$/m.exec(text) ?? [];
  const failures = [...text.matchAll(/^ {2}● (.+ › .+)$/gm)].map(([, name = '']) => name);
  return {
    ...{ isLoaded, passed: Number(passed), failed: Number(failed) },
    seconds: Math.round((Date.now() - began) / 1000),
    failures: [...new Set(failures)],
  };
}

const rowOf = (cells: readonly unknown[]) => `| ${cells.join(' | ')} |`;

/** Runs all tests as often as is asked, 10 times unless told, every second time beside a load. */
async function main(): Promise<void> {
  const times = Number(process.argv[2] ?? 10);
  const folder = path.join(ROOT, '.cache', 'repeated');
  mkdirSync(folder, { recursive: true });
  const rows = [
    rowOf(['run', 'beside', 'passed', 'failed', 'seconds', 'what failed']),
    rowOf(Array.from({ length: 6 }, () => '---')),
  ];
  let isGreen = true;
  for (let at = 1; at <= times; at += 1) {
    const run = await runOnce(at % 2 === 0, path.join(folder, `${at}.log`));
    const { isLoaded, passed, failed, seconds, failures } = run;
    isGreen &&= failed === 0;
    const row = [at, isLoaded ? 'a load' : 'nothing', passed, failed, seconds, failures.join('; ')];
    rows.push(rowOf(row));
    console.log(rows.join('\n'));
  }
  process.exitCode = isGreen ? 0 : 1;
}

void main();
