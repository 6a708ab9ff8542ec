import type { ToLayOut } from './layers';
import type { Rect } from './geometry';

type LaidOut = Array<[string, Rect]>;

function inWorker(task: ToLayOut): Promise<LaidOut> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(
      /* webpackChunkName: "layout-worker" */ new URL('./layout.worker.ts', import.meta.url)
    );
    const end = (settle: () => void) => {
      worker.terminate();
      settle();
    };
    worker.onmessage = ({ data }: MessageEvent<LaidOut>) => end(() => resolve(data));
    worker.onerror = (event) => end(() => reject(new Error(event.message)));
    worker.postMessage(task);
  });
}

/**
 * Lays nodes out without holding up the page: in a worker, or on the page itself where a browser or
 * a stricter content security policy has none for us.
 */
export async function layoutInWorker(task: ToLayOut): Promise<Map<string, Rect>> {
  try {
    return new Map(await inWorker(task));
  } catch {
    const { layOut } = await import('./layers');
    return new Map(layOut(task));
  }
}
