export class LockHeldError extends Error {
  readonly pid: number;
  constructor(path: string, pid: number);
}

export interface Lock {
  /** Makes another process the owner: the lock lives as long as that process. */
  handOver(pid: number): void;
  /** Frees the lock; does nothing when it is no longer this one. */
  release(): void;
}

export interface LockOptions {
  waitSeconds?: number;
  /** Called once, with the owner's process id, before the wait begins. */
  onWait?(pid: number): void;
}

export function processIdentity(pid: number): string | undefined;
export function acquireLock(path: string, options?: LockOptions): Promise<Lock>;
export function withLock<T>(
  path: string,
  options: LockOptions,
  work: (lock: Lock) => Promise<T>
): Promise<T>;
