import type { Work } from './work';

/** From the bench to a process that does one piece of work. */
export type Order = { kind: 'start'; opensearchUrl: string; work: Work } | { kind: 'run' };

/** MB, of the whole process and of its heap. */
export interface Memory {
  /** Before the first run. */
  rssBefore: number;
  /** The most that it ever had. */
  rssPeak: number;
  heapBefore: number;
  /** The most at the end of a run, before anything is collected. */
  heapPeak: number;
}

/** What the process says to that. */
export type Reply =
  | { kind: 'started' }
  /** `heldMs`: the longest that nothing else could be done meanwhile. */
  | { kind: 'ran'; ms: number; heldMs: number; memory: Memory }
  | { kind: 'failed'; why: string };
