import type { Cluster } from './cluster';
import { readContextTemplates } from './ml_resources';

type Asked = Pick<Cluster, 'request'>;

/** A cluster with some templates, in an order that may be another at each request. */
function clusterWith(ids: readonly string[], onPage: (ids: string[]) => string[]): Asked {
  let now = [...ids];
  return {
    async request({ query = {} }) {
      const from = Number(query.from);
      const templates = now.slice(from, from + Number(query.size)).map((name) => ({ name }));
      now = onPage(now);
      return { templates };
    },
  };
}

const idsUpTo = (count: number) => Array.from({ length: count }, (_, at) => `t${at}`);
const asTheyAre = (ids: string[]) => ids;

describe('readContextTemplates', () => {
  it.each([0, 1, 999, 1_000, 1_001, 2_500])('reads all of %d templates', async (count) => {
    const { templates, whole } = await readContextTemplates(clusterWith(idsUpTo(count), asTheyAre));
    expect(templates.map(({ id }) => id)).toEqual(idsUpTo(count));
    expect(whole).toBe(true);
  });

  it('is not whole where the pages are not in one order', async () => {
    const turned = clusterWith(idsUpTo(1_500), (ids) => [...ids.slice(700), ...ids.slice(0, 700)]);
    expect((await readContextTemplates(turned)).whole).toBe(false);
  });

  it('is not whole where one was removed in between, and those after it moved up', async () => {
    let pages = 0;
    const shrinking = clusterWith(idsUpTo(1_500), (ids) =>
      (pages += 1) === 1 ? ids.slice(1) : ids
    );
    expect((await readContextTemplates(shrinking)).whole).toBe(false);
  });
});
