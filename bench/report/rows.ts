import type { Measured } from '../measure';
import type { Row } from './row';
import { median, ratioOf } from './statistics';

type Times = Pick<Measured, 'times'>;

function times(name: string, { times: all }: Times) {
  const [min, max] = [Math.min(...all), Math.max(...all)];
  return { name, unit: 'ms' as const, median: median(all), min, max };
}

/** A time that others are compared with, or that stands for itself. */
export function timeRow(name: string, measured: Measured): Row {
  return times(name, measured);
}

/** A time as a multiple of another that was measured by turns with it. */
export function comparedRow(
  name: string,
  measured: Measured,
  base: Measured,
  target?: number
): Row {
  const ratio = ratioOf(measured.times, base.times);
  const judged = target === undefined ? {} : { target, ok: ratio <= target };
  return { ...times(name, measured), ratio, ...judged };
}

/** A time as a multiple of what was measured earlier on less. */
export function grownRow(name: string, measured: Times, earlier: Times, target: number): Row {
  const ratio = median(measured.times) / median(earlier.times);
  return { ...times(name, measured), ratio, target, ok: ratio <= target };
}

/** How long nothing else can be done while a piece of work goes on, in ms. */
export function heldRow(name: string, { held }: Measured, target: number): Row {
  const typical = median(held);
  return {
    name,
    unit: 'ms',
    median: typical,
    min: Math.min(...held),
    max: Math.max(...held),
    target,
    ok: typical <= target,
  };
}

/** What a process grew by at its largest, over all its runs. */
export function memoryRow(name: string, { memory }: Measured, target?: number): Row {
  const growth = memory.rssPeak - memory.rssBefore;
  const judged = target === undefined ? {} : { target, ok: growth < target };
  return {
    name,
    unit: 'MB',
    median: growth,
    min: memory.rssBefore,
    max: memory.rssPeak,
    ...judged,
  };
}
