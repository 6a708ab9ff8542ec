import type { LeftOut } from '../../../common/deletion';

export interface RunOrder {
  /** Each model after all that it has to wait for. */
  order: string[];
  /** The models that no order has a place for, and why. */
  leftOut: Map<string, LeftOut>;
}

/**
 * The sets of models that wait for each other, each set after all that it waits for (Tarjan's
 * algorithm, which finds them in just that order); a model that waits for none that waits for it
 * is a set by itself.
 */
function rings(waitsFor: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const numbers = new Map<string, number>();
  const open: string[] = [];
  const visit = (id: string): number => {
    const number = numbers.size;
    numbers.set(id, number);
    const start = open.push(id) - 1;
    let lowest = number;
    for (const other of waitsFor.get(id) ?? []) {
      const seen = numbers.get(other);
      if (seen === undefined) lowest = Math.min(lowest, visit(other));
      else if (open.includes(other)) lowest = Math.min(lowest, seen);
    }
    if (lowest === number) found.push(open.splice(start));
    return lowest;
  };
  for (const id of waitsFor.keys()) if (!numbers.has(id)) visit(id);
  return found;
}

/**
 * The order in which some models can be deleted, given for each those of them that must be gone
 * before it: as asked for, save that the users of a model come before it. Models that guard each
 * other have no place in it, nor have those that wait for a model without one or for another than
 * these.
 */
export function runOrder(waitsFor: ReadonlyMap<string, readonly string[]>): RunOrder {
  const order: string[] = [];
  const leftOut = new Map<string, LeftOut>();
  const placed = new Set<string>();
  for (const ring of rings(waitsFor)) {
    for (const id of ring) {
      const awaited = waitsFor.get(id);
      // waited for, but not to be placed itself
      if (!awaited) continue;
      const staying = awaited.filter((one) => !placed.has(one));
      if (ring.length > 1) leftOut.set(id, { why: 'cycle', model_ids: ring });
      else if (staying.length > 0) leftOut.set(id, { why: 'user_stays', model_ids: staying });
      else order.push(id);
    }
    order.slice(placed.size).forEach((id) => placed.add(id));
  }
  return { order, leftOut };
}
