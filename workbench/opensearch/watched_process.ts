import { fork } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Account } from './unprivileged_account';

export interface WatchedCommand {
  command: string;
  args: readonly string[];
  env: Record<string, string | undefined>;
  cwd?: string;
  account?: Account;
  /** an open file, or a function that takes each line */
  output: number | ((line: string) => void);
  /** between SIGTERM and SIGKILL */
  graceSeconds: number;
  /** files and folders that go when the command has ended, whoever is left */
  removeAtEnd?: readonly string[];
}

export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface WatchedProcess {
  pid: number;
  /** of the process that watches over it, and lives until all is cleaned up */
  watchdogPid: number;
  ended: Promise<Ending>;
  /** asks it to end, insists after the grace time; resolves when it is gone */
  stop(): Promise<Ending>;
  /** SIGKILL; resolves when it is gone */
  kill(): Promise<Ending>;
  /** lets this process end without waiting for it: it is stopped then */
  unref(): void;
}

interface Report {
  pid?: number;
  failed?: string;
  code?: number | null;
  signal?: NodeJS.Signals | null;
}

/**
 * Starts a command that doesn't outlive this process, even if this process is killed.
 * Rejects when it can't be started.
 */
export function startWatched(options: WatchedCommand): Promise<WatchedProcess> {
  const { command, args, env, cwd, account, output, graceSeconds, removeAtEnd = [] } = options;
  const stdio = typeof output === 'number' ? output : 'pipe';
  const task = { command, args, cwd, ...account, graceSeconds, removeAtEnd };
  const watchdog = fork(join(__dirname, 'watchdog.mjs'), [JSON.stringify(task)], {
    cwd: '/',
    env: { ...env, NODE_OPTIONS: undefined },
    execArgv: [],
    detached: true,
    stdio: ['ignore', stdio, stdio, 'ipc'],
  });
  if (typeof output === 'function') {
    for (const stream of [watchdog.stdout, watchdog.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on('line', output);
    }
  }

  let pid: number | undefined;
  let ending: Ending | undefined;
  const ended = new Promise<Ending>((resolve) => {
    watchdog.on('close', () => {
      // a watchdog that was killed itself could not do it
      if (ending === undefined && pid !== undefined) killGroup(pid);
      resolve(ending ?? { code: null, signal: 'SIGKILL' });
    });
  });
  const tell = (message: 'stop' | 'kill'): Promise<Ending> => {
    watchdog.ref();
    watchdog.channel?.ref();
    if (watchdog.connected) watchdog.send(message);
    return ended;
  };

  return new Promise((resolve, reject) => {
    watchdog.on('error', reject);
    watchdog.on('message', (report: Report) => {
      if (report.failed !== undefined) reject(new Error(`${command}: ${report.failed}`));
      if (report.code !== undefined || report.signal !== undefined) {
        ending = { code: report.code ?? null, signal: report.signal ?? null };
      }
      if (report.pid === undefined || watchdog.pid === undefined) return;
      pid = report.pid;
      resolve({
        pid,
        watchdogPid: watchdog.pid,
        ended,
        stop: () => tell('stop'),
        kill: () => tell('kill'),
        unref: () => {
          watchdog.unref();
          watchdog.channel?.unref();
        },
      });
    });
    void ended.then(() => reject(new Error(`${command} ended before it began`)));
  });
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // it is gone already
  }
}
