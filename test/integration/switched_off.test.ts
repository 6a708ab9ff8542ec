import { notChecked } from '../../common/dependents/verdict';
import { environment } from '../cluster/environment';
import { makeFaultsBeside, mendWire } from '../cluster/faults';
import { removeFixtures } from '../cluster/fixtures';
import { setMcpServer, setSafeDelete, tell } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';
import { makeModelPool, type ModelPool } from '../conformance/model_pool';
import { modelExists } from '../conformance/raw';
import type { Made } from '../conformance/shape';
import { shapesOf } from '../conformance/shapes';
import { deleteOn } from '../sources/run_lost_cases';

const ML = 'plugins.ml_commons';

/** A use of a model, by the setting that turns off the API by which it is read. */
const SWITCHES = [
  ['agent: llm', `${ML}.agent_framework_enabled`],
  ['memory_container: llm_id', `${ML}.agentic_memory_enabled`],
  ['context_template: summarization_model_id', `${ML}.agent_framework_enabled`],
  ['mcp_tool: model_id', `${ML}.mcp_server_enabled`],
] as const;

const shapes = new Map(shapesOf(environment().opensearchVersion).map((one) => [one.id, one]));

const there = SWITCHES.flatMap(([id, setting]) => {
  const shape = shapes.get(id);
  return shape ? [{ id, setting, shape }] : [];
});

const isOfMcpServer = (setting: string) => setting.endsWith('mcp_server_enabled');

let pool: ModelPool;
let made: Made | undefined;

const review = (id: string) => call('reviewModel', { params: { model_id: id } });

async function turn(setting: string, value: boolean | null): Promise<void> {
  await tell('PUT', '/_cluster/settings', { persistent: { [setting]: value } });
}

beforeAll(async () => {
  await setSafeDelete(false);
  await setMcpServer(true);
  pool = await makeModelPool();
});

afterEach(async () => {
  await mendWire();
  await setMcpServer(true);
  for (const { setting } of there) if (!isOfMcpServer(setting)) await turn(setting, null);
  await made?.remove();
  made = undefined;
});

afterAll(async () => {
  await setMcpServer(null);
  await pool.empty();
  await removeFixtures();
  await setSafeDelete(null);
});

describe.each(there)('$id while $setting is false', ({ shape, setting }) => {
  it('is not checked as long as something is stored, which stops a delete', async () => {
    const [id = ''] = await pool.prepare(1);
    made = await shape.make(id, pool);
    await turn(setting, false);
    const told = await review(id);
    expect(told.coverage).toContainEqual({
      source: shape.kind,
      state: 'off',
      detail: expect.stringContaining(setting) as string,
    });
    expect(told.conditions).toEqual(['incomplete']);
    expect(await deleteOn(told, [])).toMatchObject({
      status: 409,
      body: { attributes: { reason: 'incomplete' } },
    });
    expect(await modelExists(id)).toBe(true);
  });

  it('is absent once the last is removed', async () => {
    const [id = ''] = await pool.prepare(1);
    await (await shape.make(id, pool)).remove();
    await turn(setting, false);
    const told = await review(id);
    expect(notChecked(told.coverage)).toEqual([]);
    expect(told.coverage).toContainEqual(
      expect.objectContaining({ source: shape.kind, state: 'absent' })
    );
    expect(told.verdict).toBe('clear');
  });

  it('is absent where nothing was ever stored, and not checked where that is not told', async () => {
    const [id = ''] = await pool.prepare(1);
    await (await shape.make(id, pool)).remove();
    await turn(setting, false);
    const stateOf = async (path: string, status: number, answer: object) => {
      const body = JSON.stringify(answer);
      await makeFaultsBeside([{ path, answer: { status, body } }]);
      const { coverage } = await review(id);
      return coverage.find(({ source }) => source === shape.kind)?.state;
    };
    const refused = { error: { type: 'security_exception', reason: 'no' }, status: 403 };
    expect(await stateOf('^/_cluster/state/', 200, { cluster_name: 'x' })).toBe('absent');
    expect(await stateOf('^/_cluster/state/', 200, {})).toBe('off');
    expect(await stateOf('^/_cluster/state/', 403, refused)).toBe('off');
    expect(await stateOf('^/_cat/indices/', 403, refused)).toBe('off');
  });
});
