import path from 'node:path';
import { startWatched } from '../../workbench/opensearch/watched_process';
import { ROOT } from '../../workbench/root';

const MAIN = path.join(ROOT, 'test', 'kills', 'host_process.ts');

export interface KillableHost {
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<unknown>;
  stop(): Promise<unknown>;
}

/** Starts the workbench with the built plugin as a process that doesn't outlive this one. */
export async function startKillableHost(
  opensearchUrl: string,
  port: number
): Promise<KillableHost> {
  const said: string[] = [];
  let isUp = () => {};
  const up = new Promise<void>((resolve) => (isUp = resolve));
  const host = await startWatched({
    command: process.execPath,
    args: ['--import', 'tsx', MAIN, opensearchUrl, String(port)],
    cwd: ROOT,
    env: process.env,
    output(line) {
      said.push(line);
      if (line.startsWith('up at ')) isUp();
    },
    graceSeconds: 5,
  });
  const ended = host.ended.then(() => Promise.reject(new Error(`No host: ${said.join('\n')}`)));
  // it ends at last, when it is killed or stopped
  ended.catch(() => {});
  await Promise.race([up, ended]);
  host.unref();
  return { kill: host.kill, stop: host.stop };
}
