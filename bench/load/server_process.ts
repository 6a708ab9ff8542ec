import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startHost } from '../../workbench/host';

/** What the server is asked for: its figures since it was last asked. */
export interface ServerFigures {
  /** The longest that nothing else could be done, in ms. */
  blockedMs: number;
  /** What is left of the heap after a collection, in MB. */
  heapMb: number;
  /** Open sockets, timers and files. */
  handles: number;
}

export type FromServer = { kind: 'up'; url: string } | { kind: 'figures'; figures: ServerFigures };

const MB = 1024 * 1024;
const [opensearchUrl = ''] = process.argv.slice(2);
const delays = monitorEventLoopDelay({ resolution: 5 });
const send = (message: FromServer) => void process.send?.(message);

process.on('message', () => {
  const blockedMs = delays.max / 1e6;
  global.gc?.();
  const figures = {
    blockedMs,
    heapMb: process.memoryUsage().heapUsed / MB,
    handles: process.getActiveResourcesInfo().length,
  };
  // the collection itself blocks everything, and is nobody's request
  setTimeout(() => {
    delays.reset();
    send({ kind: 'figures', figures });
  }, 20);
});
// ends with the load, however that ends
process.on('disconnect', () => process.exit(0));

startHost({ opensearchUrl, react: 18, port: 0, say: () => {} }).then(
  ({ url }) => {
    delays.enable();
    send({ kind: 'up', url });
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  }
);
