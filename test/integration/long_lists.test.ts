import { isAtLeast } from '../../workbench/sample_data/release';
import { environment } from '../cluster/environment';
import { makeModel, removeFixtures, uniqueName } from '../cluster/fixtures';
import { setMcpServer, setSafeDelete, tell } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';
import { modelExists, raw } from '../conformance/raw';
import { deleteOn } from '../sources/run_lost_cases';

/** One more than ML Commons lists, in the order in which they are made. */
const TOOLS = 1_001;
const AT_ONCE = 500;

const made: string[] = [];

/** As many tools, of which the last one calls for a model. */
async function makeTools(modelId: string): Promise<void> {
  // one word: ML Commons takes names that share a word for the same
  const stem = uniqueName('tool').replace('-', '');
  const tools = Array.from({ length: TOOLS }, (_, at) => ({
    type: 'ListIndexTool',
    name: `${stem}x${at}`,
    description: 'of a test',
    parameters: at === TOOLS - 1 ? { model_id: modelId } : {},
    attributes: { input_schema: { type: 'object', properties: {} } },
  }));
  for (let from = 0; from < TOOLS; from += AT_ONCE) {
    const some = tools.slice(from, from + AT_ONCE);
    made.push(...some.map(({ name }) => name));
    await tell('POST', '/_plugins/_ml/mcp/tools/_register', { tools: some });
  }
}

beforeAll(async () => {
  await setSafeDelete(false);
  await setMcpServer(true);
});

afterAll(async () => {
  for (let some = made.splice(0, AT_ONCE); some.length > 0; some = made.splice(0, AT_ONCE)) {
    const path = '/_plugins/_ml/mcp/tools/_remove';
    const { status, text } = await raw('POST', path, JSON.stringify(some));
    if (status !== 200) throw new Error(`POST ${path}: ${status} ${text}`);
  }
  await setMcpServer(null);
  await removeFixtures();
  await setSafeDelete(null);
});

const hasTools = isAtLeast(environment().opensearchVersion, '3.1.0');

describe('more MCP tools than ML Commons lists', () => {
  it('are checked in part, which stops a delete', async () => {
    const { id } = await makeModel();
    if (hasTools) await makeTools(id);
    const review = await call('reviewModel', { params: { model_id: id } });
    const told = review.coverage.find(({ source }) => source === 'mcp_tool');
    expect(told).toMatchObject(
      hasTools
        ? { state: 'partial', detail: 'ML Commons lists at most 1000 MCP tools.' }
        : { state: 'absent' }
    );
    expect(review.conditions).toEqual(hasTools ? ['incomplete'] : []);
    if (!hasTools) return;
    expect(await deleteOn(review, [])).toMatchObject({
      status: 409,
      body: { attributes: { reason: 'incomplete' } },
    });
    expect(await modelExists(id)).toBe(true);
  });
});
