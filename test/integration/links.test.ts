import { environment } from '../cluster/environment';
import { makeFaultsBeside, mendWire } from '../cluster/faults';
import {
  makeAgent,
  makeIngestPipeline,
  makeModel,
  removeFixtures,
  uniqueName,
} from '../cluster/fixtures';
import { ask, tell, type Json } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';
import { makeModelPool, type ModelPool } from '../conformance/model_pool';
import type { Made } from '../conformance/shape';
import { shapesOf } from '../conformance/shapes';
import { pretendedWorkflow } from '../sources/pretended_workflow';

let pool: ModelPool;
const undo: Array<() => Promise<unknown>> = [];

beforeAll(async () => {
  pool = await makeModelPool();
});

afterEach(async () => {
  await mendWire();
  for (const step of undo.splice(0).reverse()) await step();
});

afterAll(async () => {
  await pool.empty();
  await removeFixtures();
});

const chat = (more: Json): Json => ({
  type: 'conversational',
  llm: { model_id: 'another-model' },
  memory: { type: 'conversation_index' },
  tools: [],
  ...more,
});

/** What agents call for, by the shape with which it holds a model, and an agent that does so. */
const CALLED: ReadonlyMap<string, { path: string; agent: (id: string) => Json }> = new Map([
  [
    'memory_container: llm_id',
    {
      path: 'memory.memory_container_id',
      agent: (id) => chat({ memory: { type: 'agentic_memory', memory_container_id: id } }),
    },
  ],
  [
    'context_template: summarization_model_id',
    { path: 'context_management_name', agent: (id) => chat({ context_management_name: id }) },
  ],
  [
    'agent: llm',
    {
      path: 'tools[0].parameters.agent_id',
      agent: (id) => ({
        type: 'flow',
        tools: [{ type: 'AgentTool', parameters: { agent_id: id } }],
      }),
    },
  ],
]);

const shapes = shapesOf(environment().opensearchVersion).filter(({ id }) => CALLED.has(id));

const review = (id: string) => call('reviewModel', { params: { model_id: id } });

async function makeCaller(body: Json): Promise<string> {
  const { agent_id: id } = await tell('POST', '/_plugins/_ml/agents/_register', {
    name: uniqueName('caller'),
    ...body,
  });
  undo.push(() => ask('DELETE', `/_plugins/_ml/agents/${id}`));
  return String(id);
}

describe('an agent', () => {
  it.each(shapes.map((shape) => [shape.id, shape] as const))(
    'is named as impact of what it calls for: %s',
    async (id, shape) => {
      const { path = '', agent } = CALLED.get(id) ?? {};
      const [modelId = ''] = await pool.prepare(1);
      const made: Made = await shape.make(modelId, pool);
      undo.push(() => made.remove());
      const caller = await makeCaller(agent?.(made.id) ?? {});
      const { dependents } = await review(modelId);
      const found = dependents.find((one) => one.id === made.id);
      expect(found?.impact).toMatchObject([{ kind: 'agent', id: caller, through: found?.name }]);
      const { edges } = await call('getGraph', { query: { model_id: modelId } });
      expect(edges).toContainEqual({
        from: `agent/${caller}`,
        to: `${shape.kind}/${made.id}`,
        path,
        enforcement: null,
      });
    }
  );
});

describe('a workflow', () => {
  it('is named as impact of the agents and pipelines that it made, and of the agent that it asks', async () => {
    const model = await makeModel();
    const [asked, registered] = [await makeAgent(model.id), await makeAgent(model.id)];
    const pipeline = await makeIngestPipeline(model.id);
    const { id, apis } = pretendedWorkflow('no-model', {
      asked: asked.id,
      made: [
        ['register_agent', 'agent_id', registered.id],
        ['create_ingest_pipeline', 'pipeline_id', pipeline],
      ],
    });
    await makeFaultsBeside(apis);
    const { dependents } = await review(model.id);
    expect(
      dependents.map((one) => [one.id, one.impact.map(({ kind, id: by }) => [kind, by])]).sort()
    ).toEqual([asked.id, registered.id, pipeline].map((by) => [by, [['workflow', id]]]).sort());
  });
});
