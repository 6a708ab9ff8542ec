import type { Usage } from './model';

/** How many resources use a model, or may. */
export function timesUsed({ blocks, breaks, possible }: Usage): number {
  return blocks + breaks + possible;
}
