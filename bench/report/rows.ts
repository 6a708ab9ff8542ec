import type { Measured, Times } from '../measure';
import type { Row } from './row';
import { median, percentile, ratioOf } from './statistics';

function times(name: string, { times: all }: Times) {
  const [min, max] = [Math.min(...all), Math.max(...all)];
  return { name, unit: 'ms' as const, median: median(all), min, max };
}

/** A time that others are compared with, or that stands for itself. */
export function timeRow(name: string, measured: Times): Row {
  return times(name, measured);
}

/** A time as a multiple of another that was measured by turns with it. */
export function comparedRow(name: string, measured: Times, base: Times, target?: number): Row {
  const ratio = ratioOf(measured.times, base.times);
  const judged = target === undefined ? {} : { target, ok: ratio <= target };
  return { ...times(name, measured), ratio, ...judged };
}

/** A time as a multiple of what was measured earlier on less. */
export function grownRow(name: string, measured: Times, earlier: Times, target: number): Row {
  const ratio = median(measured.times) / median(earlier.times);
  return { ...times(name, measured), ratio, target, ok: ratio <= target };
}

/** By how much a time is longer than another that was measured by turns with it, in ms. */
export function beyondRow(name: string, measured: Times, base: Times, target: number): Row {
  const beyond = measured.times.map((value, round) => value - (base.times[round] ?? NaN));
  return limitedRow(name, { times: beyond }, target);
}

/** A time that has a limit of its own, in ms. */
export function limitedRow(name: string, measured: Times, target: number): Row {
  const row = times(name, measured);
  return { ...row, target, ok: row.median <= target };
}

/** The same of all but the slowest hundredth. */
export function slowestRow(name: string, measured: Times, target: number): Row {
  const slow = percentile(measured.times, 0.99);
  return { ...times(name, measured), median: slow, target, ok: slow <= target };
}

/** A size in kB that has a limit. */
export function sizeRow(name: string, bytes: number, target: number): Row {
  const size = bytes / 1_000;
  return { name, unit: 'kB', median: size, min: size, max: size, target, ok: size <= target };
}

/** How long nothing else can be done while a piece of work goes on, in ms. */
export function heldRow(name: string, { held }: Measured, target: number): Row {
  return limitedRow(name, { times: held }, target);
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
