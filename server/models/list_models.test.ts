import type { ListModelsQuery } from '../../common/contracts/models';
import type { ModelSummary } from '../../common/models/model';
import type { Inventory } from './inventory';
import { listModels } from './list_models';

function model(id: string, over: Partial<ModelSummary> = {}): ModelSummary {
  return {
    id,
    name: id,
    version: '1',
    function_name: 'REMOTE',
    state: 'REGISTERED',
    model_group: null,
    created_time: null,
    last_updated_time: null,
    last_deployed_time: null,
    usage: { blocks: 0, breaks: 0, possible: 0 },
    ...over,
  };
}

const read: Inventory['coverage'] = [{ source: 'agent', state: 'read' }];
const unread: Inventory['coverage'] = [{ source: 'agent', state: 'failed', detail: 'HTTP 500' }];

function list(models: ModelSummary[], query: Partial<ListModelsQuery> = {}, coverage = read) {
  return listModels(
    { models, dependents: [], coverage },
    { sort_field: 'name', sort_order: 'asc', from: 0, size: 25, ...query }
  );
}
const ids = (...args: Parameters<typeof list>) => list(...args).models.map(({ id }) => id);

describe('listModels', () => {
  it('searches name, id and description, in any case and word by word', () => {
    const models = [
      model('id-1', { name: 'MiniLM sentence encoder' }),
      model('id-2', { description: 'Encoder of sentences' }),
      model('Encoder-3'),
      model('id-4'),
    ];
    expect(ids(models, { search: 'encoder' }).sort()).toEqual(['Encoder-3', 'id-1', 'id-2']);
    expect(ids(models, { search: ' sentence  ENCODER ' }).sort()).toEqual(['id-1', 'id-2']);
    expect(ids(models, { search: 'ID-4' })).toEqual(['id-4']);
    expect(ids(models, { search: '.*' })).toEqual([]);
  });

  it('filters by several values of one field and by several fields', () => {
    const group = { id: 'g', name: 'group' };
    const models = [
      model('a', { state: 'DEPLOYED', model_group: group }),
      model('b', { state: 'UNDEPLOYED' }),
      model('c', { state: 'TRAINED' }),
    ];
    expect(ids(models, { state: ['DEPLOYED', 'UNDEPLOYED'] })).toEqual(['a', 'b']);
    expect(ids(models, { state: ['DEPLOYED', 'UNDEPLOYED'], model_group_id: ['g'] })).toEqual([
      'a',
    ]);
  });

  it('calls a model unused only when every source was read', () => {
    const used = model('used', { usage: { blocks: 0, breaks: 0, possible: 1 } });
    const models = [used, model('free')];
    expect(ids(models, { usage: ['in_use'] })).toEqual(['used']);
    expect(ids(models, { usage: ['unused'] })).toEqual(['free']);
    expect(ids(models, { usage: ['unused'] }, unread)).toEqual([]);
    expect(ids(models, { usage: ['unknown'] }, unread)).toEqual(['free']);
  });

  it('sorts versions as numbers and names without regard to case', () => {
    const models = [
      model('1', { name: 'b', version: '10' }),
      model('2', { name: 'A', version: '1' }),
      model('3', { name: 'b', version: '9' }),
    ];
    expect(ids(models, { sort_field: 'version' })).toEqual(['2', '3', '1']);
    expect(ids(models, { sort_field: 'name' })).toEqual(['2', '3', '1']);
    expect(ids(models, { sort_field: 'name', sort_order: 'desc' })).toEqual(['3', '1', '2']);
  });

  it('sorts models without a time as the oldest', () => {
    const models = [
      model('new', { last_updated_time: 2 }),
      model('none'),
      model('zero', { last_updated_time: 0 }),
    ];
    expect(ids(models, { sort_field: 'last_updated_time' })).toEqual(['none', 'zero', 'new']);
  });

  it('sorts what never was deployed as the oldest, and among that what was made first', () => {
    const models = [
      model('lately', { last_deployed_time: 9, created_time: 1 }),
      model('never, newer', { created_time: 3 }),
      model('never', { created_time: 2 }),
    ];
    expect(ids(models, { sort_field: 'last_deployed_time' })).toEqual([
      'never',
      'never, newer',
      'lately',
    ]);
  });

  it('shows every model on exactly one page, even where all sort alike', () => {
    const models = Array.from({ length: 60 }, (_, n) => model(`m${n}`, { name: 'same' }));
    const pages = [0, 25, 50].flatMap((from) =>
      ids(models, { from, sort_field: 'state', sort_order: 'desc' })
    );
    expect(new Set(pages).size).toBe(60);
    expect(list(models, { from: 50 }).total).toBe(60);
  });

  it('counts what is used over all models, and calls nothing unused that may not be', () => {
    const models = [
      model('used', { usage: { blocks: 1, breaks: 0, possible: 0 } }),
      model('a'),
      model('b'),
    ];
    const counts = (coverage = read) => list(models, { search: 'used' }, coverage).facets.usage;
    expect(counts()).toEqual({ in_use: 1, unused: 2, unknown: 0 });
    expect(counts(unread)).toEqual({ in_use: 1, unused: 0, unknown: 2 });
  });

  it('counts what can be filtered by over all models, and keeps a chosen group', () => {
    const models = Array.from({ length: 250 }, (_, n) =>
      model(`m${n}`, { model_group: { id: `g${n}`, name: `group ${n}` } })
    );
    const { facets, total, total_unfiltered: all } = list(models, { model_group_id: ['g249'] });
    expect(total).toBe(1);
    expect(all).toBe(250);
    expect(facets.states).toEqual([{ value: 'REGISTERED', count: 250 }]);
    expect(facets.model_groups).toHaveLength(201);
    expect(facets.model_groups).toContainEqual({ id: 'g249', name: 'group 249', count: 1 });
  });
});
