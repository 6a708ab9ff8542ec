import { environment } from '../cluster/environment';
import {
  makeModel,
  makeSearchPipeline,
  modelState,
  removeFixtures,
  type MadeModel,
} from '../cluster/fixtures';
import { setSafeDelete } from '../cluster/opensearch';
import { call, callExpectingError, sendRaw } from '../cluster/plugin_api';
import { waitFor } from '../cluster/wait_for';

const kept = () => ({ host: environment().historyHost });
const paramsOf = ({ id }: MadeModel) => ({ params: { model_id: id } });

beforeEach(() => setSafeDelete(true));
afterEach(removeFixtures);
afterAll(() => setSafeDelete(null));

/** The model's entries, once there are that many: they are saved after the answer. */
async function entriesOf(model: MadeModel, count: number) {
  return waitFor(`${count} entries of ${model.id}`, async () => {
    const { entries } = await call('getHistory', paramsOf(model), kept());
    const own = entries.filter(({ event }) => event !== 'set_safe_delete');
    return own.length >= count ? own : undefined;
  });
}

describe('GET /models/{model_id}/history', () => {
  it('has who deleted a model, also once it is deleted, with the recovery file’s name', async () => {
    const model = await makeModel();
    const pipeline = await makeSearchPipeline(model.id);
    const remove = async (accept: 'breaks'[] = []) => {
      const { fingerprint } = await call('reviewModel', paramsOf(model));
      return {
        ...paramsOf(model),
        query: { fingerprint, accept, recovery_file: 'recovery-1.json' },
      };
    };
    // refused: not a part of what was done
    await callExpectingError('deleteModel', await remove(), kept());
    expect((await call('getHistory', paramsOf(model), kept())).entries).toEqual([]);
    await setSafeDelete(false);
    await call('deleteModel', await remove(['breaks']), kept());
    expect(await modelState(model.id)).toBeUndefined();
    expect(await entriesOf(model, 1)).toMatchObject([
      {
        event: 'delete_model',
        done: true,
        model_id: model.id,
        recovery_file: 'recovery-1.json',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      },
    ]);
    expect(pipeline).not.toBe('');
  });

  it('has a replacement on the page of both models, without its dry run', async () => {
    const old = await makeModel();
    const other = await makeModel();
    const pipeline = await makeSearchPipeline(old.id);
    const { changes } = await call(
      'planReplacement',
      { ...paramsOf(old), body: { replacement_id: other.id } },
      kept()
    );
    const {
      kind,
      id,
      fingerprint = '',
    } = changes.find((one) => one.id === pipeline) ?? {
      kind: 'search_pipeline' as const,
      id: pipeline,
    };
    const body = { replacement_id: other.id, kind, id, fingerprint };
    for (const isDry of [true, false]) {
      await call('applyChange', { ...paramsOf(old), body: { ...body, dry_run: isDry } }, kept());
    }
    for (const model of [old, other]) {
      expect(await entriesOf(model, 1)).toMatchObject([
        {
          event: 'replace_model',
          model_id: old.id,
          replacement_id: other.id,
          dependent: `search_pipeline/${pipeline}`,
        },
      ]);
    }
  });

  it('has the switches of safe delete, on every model', async () => {
    const model = await makeModel();
    const read = async () => (await call('getHistory', paramsOf(model), kept())).total;
    const before = await read();
    await call('putSafeDelete', { body: { enabled: false, scope: 'persistent' } }, kept());
    const { entries } = await waitFor('the switch of safe delete', async () => {
      const history = await call('getHistory', paramsOf(model), kept());
      return history.total > before ? history : undefined;
    });
    expect(entries[0]).toMatchObject({ event: 'set_safe_delete', enabled: false, done: true });
  });

  it('is not there unless it is turned on', async () => {
    const { id } = await makeModel();
    expect(await sendRaw('GET', `/api/ml_models/models/${id}/history`)).toMatchObject({
      status: 404,
      body: { message: 'Not Found' },
    });
  });
});
