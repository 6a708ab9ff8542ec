import type { SortField } from '../../common/models/listing';
import { makeAgent, makeModel, removeFixtures, uniqueName } from '../cluster/fixtures';
import { tell, type Json } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';

const MODELS = '/.plugins-ml-model';
const stem = uniqueName('order');

/** Names that are hard to sort, or to find. */
const NAMES = [
  'alpha',
  'Beta',
  'beta 2',
  'beta 10',
  'beta-2',
  'beta_2',
  'BETA 1',
  'gamma007',
  'gamma8',
  'Élan',
  'elan vital',
  'zéro',
  'Zebra',
  '模型',
  '向量',
  '*star?',
  'back\\slash',
  `long-${'x'.repeat(300)}-end`,
];

interface Stored {
  id: string;
  name: string;
  model_version: string;
  created_time?: number;
  last_deployed_time?: number;
}

/** As people read names: numbers by their value, without regard to case and accents. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

async function store(models: readonly Stored[]): Promise<void> {
  const lines = models.flatMap(({ id, ...source }) => [
    { index: { _id: id } },
    { algorithm: 'REMOTE', model_state: 'REGISTERED', description: stem, ...source },
  ]);
  const body = lines.map((line: Json) => `${JSON.stringify(line)}\n`).join('');
  const { errors } = await tell('POST', `${MODELS}/_bulk?refresh=true`, body);
  expect(errors).toBe(false);
}

const stored: Stored[] = [
  ...NAMES.map((name, at) => ({ id: `${stem}-${at}`, name, model_version: '1', created_time: at })),
  { id: `${stem}-v10`, name: 'beta', model_version: '10', created_time: 90 },
  { id: `${stem}-v9`, name: 'beta', model_version: '9', created_time: 91 },
  { id: `${stem}-never`, name: 'never', model_version: '1' },
  { id: `${stem}-once`, name: 'once', model_version: '1', last_deployed_time: 5, created_time: 99 },
];

beforeAll(async () => {
  // ML Commons makes its index with the first one
  await makeModel();
  await store(stored);
});

afterAll(async () => {
  await tell('POST', `${MODELS}/_delete_by_query?refresh=true&conflicts=proceed`, {
    query: { ids: { values: stored.map(({ id }) => id) } },
  });
  await removeFixtures();
});

async function names(search: string, field: SortField = 'name', order: 'asc' | 'desc' = 'asc') {
  const query = { search, sort_field: field, sort_order: order, size: 100 };
  return (await call('listModels', { query })).models.map(({ name }) => name);
}

const LONG = NAMES[NAMES.length - 1] ?? '';

describe('the order of the list', () => {
  it('is the reader’s for names; one of over 256 characters has no place and comes last', async () => {
    const expected = stored
      .map(({ name }) => name)
      .filter((name) => name !== LONG)
      .sort(collator.compare);
    const found = await names(stem);
    expect(found[found.length - 1]).toBe(LONG);
    const sorted = found.slice(0, -1);
    // of those that are the same to a reader, any may come first
    const key = (name: string) => expected.findIndex((one) => collator.compare(one, name) === 0);
    expect(sorted.map(key)).toEqual(expected.map(key));
    expect([...sorted].sort()).toEqual([...expected].sort());
  });

  it('turns round', async () => {
    const found = await names(stem, 'name', 'desc');
    expect(found[0]).toBe(LONG);
    expect(found[1]).toBe('向量' < '模型' ? '模型' : '向量');
    expect(found[found.length - 1]).toBe('*star?');
  });

  it('takes versions for numbers, and equal names by their version', async () => {
    const query = { search: stem, sort_field: 'name' as const, size: 100 };
    const { models } = await call('listModels', { query });
    const versions = models.filter(({ name }) => name.toLowerCase() === 'beta');
    expect(versions.map(({ version }) => version)).toEqual(['1', '9', '10']);
    const newest = { ...query, sort_field: 'version' as const, sort_order: 'desc' as const };
    const byVersion = (await call('listModels', { query: newest })).models;
    expect(byVersion.slice(0, 2).map(({ version }) => version)).toEqual(['10', '9']);
  });

  it('takes what has no time for the oldest, and what never was deployed before what was', async () => {
    expect((await names(stem, 'created_time'))[0]).toBe('never');
    expect((await names(stem, 'created_time', 'desc')).at(-1)).toBe('never');
    const byDeploy = await names(stem, 'last_deployed_time');
    expect(byDeploy[0]).toBe('never');
    expect(byDeploy.at(-1)).toBe('once');
  });

  it('is fixed, so that every model is on exactly one page, whatever it is sorted by', async () => {
    for (const field of ['state', 'function_name', 'model_group', 'usage', 'id', 'name'] as const) {
      const seen: string[] = [];
      for (let from = 0; from < stored.length; from += 7) {
        const query = {
          search: stem,
          sort_field: field,
          sort_order: 'desc' as const,
          from,
          size: 7,
        };
        seen.push(...(await call('listModels', { query })).models.map(({ id }) => id));
      }
      expect([...seen].sort()).toEqual(stored.map(({ id }) => id).sort());
    }
  });

  it('puts what is used most first', async () => {
    const [most = '', less = ''] = [`${stem}-3`, `${stem}-5`];
    for (const id of [most, most, most, less]) await makeAgent(id);
    const query = { search: stem, sort_field: 'usage' as const, size: 3 };
    const down = await call('listModels', { query: { ...query, sort_order: 'desc' } });
    expect(down.models.slice(0, 2).map(({ id }) => id)).toEqual([most, less]);
    expect(down.usage?.[most]).toEqual({ blocks: 3, breaks: 0, possible: 0 });
    const up = await call('listModels', { query: { ...query, size: 100 } });
    expect(up.models.slice(-2).map(({ id }) => id)).toEqual([less, most]);
  });
});

describe('the search', () => {
  it.each([
    ['BETA', ['BETA 1', 'Beta', 'beta', 'beta', 'beta 10', 'beta 2', 'beta-2', 'beta_2']],
    ['eta_', ['beta_2']],
    ['élan', ['Élan']],
    ['模', ['模型']],
    ['*', ['*star?']],
    ['?', ['*star?']],
    ['\\', ['back\\slash']],
    ['xxxxx', [LONG]],
    ['10 bet', ['beta 10']],
    ['no such name', []],
  ])('for %s finds what has it anywhere in its name, in any case', async (word, expected) => {
    expect((await names(`${stem} ${word}`)).sort()).toEqual([...expected].sort());
  });

  it('finds an id, and words of a description', async () => {
    const id = `${stem}-v10`;
    const byId = await call('listModels', { query: { search: id } });
    expect(byId.models.map((one) => one.id)).toContain(id);
    expect((await names(stem)).length).toBe(stored.length);
  });

  it('gives only models that are asked for by their ids', async () => {
    const ids = [`${stem}-1`, `${stem}-4`];
    const { models, total } = await call('listModels', { query: { model_id: ids } });
    expect(models.map(({ id }) => id).sort()).toEqual(ids);
    expect(total).toBe(2);
    const used = await call('listModels', { query: { model_id: ids, usage: 'in_use' } });
    expect(used.total).toBe(0);
  });
});

describe('the counts for filters', () => {
  it('are over all models, whatever is filtered, and keep a chosen group', async () => {
    const { id, groupId } = await makeModel();
    const query = { search: id, model_group_id: groupId, state: ['REGISTERED'] };
    const { facets, total, total_unfiltered: all } = await call('listModels', { query });
    expect(total).toBe(1);
    expect(all).toBeGreaterThan(stored.length);
    const counted = facets.states.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(all);
    expect(facets.model_groups).toContainEqual(
      expect.objectContaining({ id: groupId, count: 1 }) as unknown
    );
    expect(facets.function_names).toContainEqual(
      expect.objectContaining({ value: 'REMOTE' }) as unknown
    );
  });
});
