/** How long each part may take to stop, in ms. */
const PATIENCE = 20_000;

/** What has to be stopped before this process ends, whichever way it does. */
export interface Shutdown {
  add(stop: () => Promise<unknown>): void;
  /** Stops everything, the newest first, once. */
  run(): Promise<void>;
}

export function createShutdown(say: (line: string) => void): Shutdown {
  const stops: Array<() => Promise<unknown>> = [];
  let running: Promise<void> | undefined;
  const all = async () => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) {
      await inTime(stop()).catch((error: unknown) => say(String(error)));
    }
  };
  return {
    add: (stop) => void stops.push(stop),
    run: () => (running ??= all()),
  };
}

function inTime(work: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('A part did not stop in time')), PATIENCE);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
