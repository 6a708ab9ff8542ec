import fc from 'fast-check';
import { runOrder } from './review_run';

type Waits = Record<string, string[]>;
const ordered = (waits: Waits) => runOrder(new Map(Object.entries(waits)));

/** All that a model waits for, through others too. */
function allAwaited(waits: Waits, id: string): Set<string> {
  const reached = new Set(waits[id]);
  for (const one of reached) waits[one]?.forEach((other) => reached.add(other));
  return reached;
}

describe('runOrder', () => {
  it('keeps the order asked for, save that users come before what guards them', () => {
    const waits = { guard: ['b', 'user'], a: [], b: [], user: [], c: [] };
    expect(ordered(waits)).toEqual({
      order: ['b', 'user', 'guard', 'a', 'c'],
      leftOut: new Map(),
    });
  });

  it('names the models of a cycle, and what waits for one of them', () => {
    const waits = { a: ['b'], b: ['c'], c: ['a'], guard: ['c', 'free'], free: [], last: ['guard'] };
    const { order, leftOut } = ordered(waits);
    expect(order).toEqual(['free']);
    for (const id of ['a', 'b', 'c']) {
      expect(leftOut.get(id)?.why).toBe('cycle');
      expect([...(leftOut.get(id)?.model_ids ?? [])].sort()).toEqual(['a', 'b', 'c']);
    }
    expect(leftOut.get('guard')).toEqual({ why: 'user_stays', model_ids: ['c'] });
    expect(leftOut.get('last')).toEqual({ why: 'user_stays', model_ids: ['guard'] });
  });

  it('places nothing that waits for a model that is no part of it', () => {
    expect(ordered({ guard: ['unreadable'] })).toEqual({
      order: [],
      leftOut: new Map([['guard', { why: 'user_stays', model_ids: ['unreadable'] }]]),
    });
  });

  it('takes a chain as long as a run can be', () => {
    const ids = Array.from({ length: 500 }, (_, index) => `m${index}`);
    const waits = Object.fromEntries(ids.map((id, index) => [id, ids.slice(index + 1, index + 2)]));
    expect(ordered(waits).order).toEqual([...ids].reverse());
  });

  it('places exactly what waits for no cycle and no stranger, each after all that it waits for', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const awaited = fc.uniqueArray(fc.constantFrom(...names, 'stranger'), { maxLength: 3 });
    const graph = fc.record(Object.fromEntries(names.map((name) => [name, awaited])));
    fc.assert(
      fc.property(graph, (drawn) => {
        // no model guards itself
        const waits: Waits = Object.fromEntries(
          Object.entries(drawn).map(([id, of]) => [id, of.filter((one) => one !== id)])
        );
        const { order, leftOut } = ordered(waits);
        for (const id of names) {
          const all = allAwaited(waits, id);
          const isInCycle = all.has(id);
          const can = [...all].every((one) => one in waits && !allAwaited(waits, one).has(one));
          expect(order.includes(id)).toBe(can && !isInCycle);
          expect(leftOut.has(id)).toBe(!order.includes(id));
          expect(leftOut.get(id)?.why === 'cycle').toBe(isInCycle);
          const before = order.slice(0, order.indexOf(id));
          if (order.includes(id)) expect(before).toEqual(expect.arrayContaining(waits[id] ?? []));
        }
      })
    );
  });
});
