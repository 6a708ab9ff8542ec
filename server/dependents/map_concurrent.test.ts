import { mapConcurrent } from './map_concurrent';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('mapConcurrent', () => {
  it('works on all, eight at once, and answers in their order', async () => {
    let underWay = 0;
    let most = 0;
    const items = Array.from({ length: 50 }, (_, index) => index);
    const doubled = await mapConcurrent(items, async (item) => {
      underWay += 1;
      most = Math.max(most, underWay);
      // the later ones of each eight are ready first
      for (let turns = 8 - (item % 8); turns > 0; turns -= 1) await turn();
      underWay -= 1;
      return item * 2;
    });
    expect(doubled).toEqual(items.map((item) => item * 2));
    expect(most).toBe(8);
  });

  it('begins nothing further after an error', async () => {
    const begun: number[] = [];
    const items = Array.from({ length: 50 }, (_, index) => index);
    const work = mapConcurrent(items, async (item) => {
      begun.push(item);
      await turn();
      if (item === 3) throw new Error('no');
      await turn();
    });
    await expect(work).rejects.toThrow('no');
    for (let turns = 0; turns < 20; turns += 1) await turn();
    expect(begun.length).toBeLessThan(12);
  });

  it('has nothing to do for none', async () => {
    expect(await mapConcurrent([], () => Promise.reject(new Error('asked')))).toEqual([]);
  });
});
