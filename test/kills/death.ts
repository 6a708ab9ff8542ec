import type { ModelResult } from '../../public/deletion/bulk/run';
import type { Attempt } from './attempts';
import { type Inventory, readInventory } from './inventory';
import { observe, type Observation } from './observe';
import { repeat } from './repeat';

/** What came of deletes of which each was at a step of its own when a part died. */
export interface Death {
  attempts: Attempt[];
  before: Inventory;
  ends: ModelResult[];
  /** When the part was up again. */
  observed: Observation;
  repeated: ModelResult[];
  /** When all had been done again. */
  after: Observation;
}

/** Has a part die with all the deletes under way, looks, does them again, and looks once more. */
export async function dieAndRepeat(
  attempts: Attempt[],
  host: string,
  die: (attempts: Attempt[]) => Promise<ModelResult[]>
): Promise<Death> {
  const before = await readInventory();
  const ends = await die(attempts);
  const observed = await observe(host);
  const repeated = await Promise.all(attempts.map(({ model }) => repeat(model.id, host)));
  return { attempts, before, ends, observed, repeated, after: await observe(host) };
}
