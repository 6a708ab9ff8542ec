/**
 * Has work that takes much of the server done a few at a time, in the order in which it was asked
 * for. Work that takes longer than `longestMs` waits itself, for a part of the cluster that hangs: it
 * goes on, and no longer holds up the others.
 */
export class Turns {
  private free: number;
  private readonly waiting: Array<() => void> = [];

  constructor(
    atOnce: number,
    private readonly longestMs: number
  ) {
    this.free = atOnce;
  }

  /**
   * Does some work once it is its turn. Work that is given up before is not begun.
   * @throws what `work` throws; the reason of the signal where it was given up
   */
  async take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.turn(signal);
    let hasEnded = false;
    const end = () => {
      if (!hasEnded) this.end();
      hasEnded = true;
    };
    const timer = setTimeout(end, this.longestMs);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
      end();
    }
  }

  private turn(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    if (this.free > 0) {
      this.free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(begin), 1);
        reject(signal?.reason as Error);
      };
      this.waiting.push(begin);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  private end(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}
