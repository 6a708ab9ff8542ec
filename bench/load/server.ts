import { fork } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../../workbench/root';
import type { FromServer, ServerFigures } from './server_process';

export interface LoadedServer {
  url: string;
  figures(): Promise<ServerFigures>;
  stop(): Promise<void>;
}

/** The workbench with the built plugin in a process of its own, so that only its work is measured. */
export async function startServer(opensearchUrl: string): Promise<LoadedServer> {
  const child = fork(path.join(ROOT, 'bench', 'load', 'server_process.ts'), [opensearchUrl], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
  });
  const next = () =>
    new Promise<FromServer>((resolve, reject) => {
      const onExit = (code: number | null) =>
        reject(new Error(`The server ended with exit code ${code}.`));
      child.once('exit', onExit);
      child.once('message', (message: FromServer) => {
        child.off('exit', onExit);
        resolve(message);
      });
    });
  const up = await next();
  if (up.kind !== 'up') throw new Error(`The server said ${up.kind} first.`);
  return {
    url: up.url,
    async figures() {
      const answered = next();
      child.send('figures');
      const answer = await answered;
      if (answer.kind !== 'figures') throw new Error(`The server said ${answer.kind}.`);
      return answer.figures;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
}
