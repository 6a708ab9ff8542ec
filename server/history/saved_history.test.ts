import type { SavedObject, SavedObjectReference } from '../platform';
import { belongsToHistory, createSavedHistory, type HistoryLine } from './saved_history';

const deleted: HistoryLine = {
  event: 'delete_model',
  user: 'ann',
  data_source_id: null,
  status: 200,
  model_id: 'model-1',
};

describe('what belongs to the history', () => {
  it.each<[string, Partial<HistoryLine>, boolean]>([
    ['what was done', {}, true],
    ['what may have been done', { status: 502 }, true],
    ['what was refused', { status: 409 }, false],
    ['what is allowed to others only', { status: 403 }, false],
    ['a dry run', { event: 'replace_model', dry_run: true }, false],
    ['a change that was carried out', { event: 'replace_model', dry_run: false }, true],
    ['an undeploy that goes on', { event: 'undeploy_model', state: 'DEPLOYED' }, false],
    ['an undeploy that is over', { event: 'undeploy_model', state: 'UNDEPLOYED' }, true],
    ['what is no model’s', { event: 'delete_connector' }, false],
  ])('%s: %j', (_, facts, belongs) => {
    expect(belongsToHistory({ ...deleted, ...facts })).toBe(belongs);
  });
});

describe('what is saved', () => {
  type Saved = SavedObject & { references: SavedObjectReference[] };

  function memory() {
    const saved: Saved[] = [];
    const history = createSavedHistory(async () => ({
      create: async (_type, attributes, { references }) => {
        const made = { id: String(saved.length), attributes, references };
        saved.push(made);
        return made;
      },
      find: async ({ hasReference: { type, id } }) => {
        const found = saved.filter(({ references }) =>
          references.some((one) => one.type === type && one.id === id)
        );
        return { total: found.length, saved_objects: found };
      },
    }));
    return { history, saved };
  }

  it('is found by the model, by the one that replaced it, and on its own data source only', async () => {
    const { history } = memory();
    const replaced = { event: 'replace_model', replacement_id: 'model-2', dependent: 'agent/a' };
    await history.save({ ...deleted, ...replaced });
    await history.save({ ...deleted, data_source_id: 'west' });
    const eventsOf = async (source: string | null, id: string) =>
      (await history.read(source, id)).entries.map(({ event }) => event);
    expect(await eventsOf(null, 'model-1')).toEqual(['replace_model']);
    expect(await eventsOf(null, 'model-2')).toEqual(['replace_model']);
    expect(await eventsOf('west', 'model-1')).toEqual(['delete_model']);
    expect(await eventsOf('west', 'model-2')).toEqual([]);
  });

  it('is left out where it is of a version that knows other events', async () => {
    const { history, saved } = memory();
    await history.save(deleted);
    saved.forEach(({ attributes }) => (attributes.event = 'moved_model'));
    expect(await history.read(null, 'model-1')).toEqual({ entries: [], total: 1 });
  });

  it('that can’t be read is an error with the platform’s words, not an empty history', async () => {
    const history = createSavedHistory(() => Promise.reject(new Error('index is read-only')));
    await expect(history.read(null, 'model-1')).rejects.toMatchObject({
      name: 'ClusterError',
      message: 'index is read-only',
    });
  });
});
