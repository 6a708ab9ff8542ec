import { sendConsole } from '../cluster/console';
import { makeEnricherPipeline, makeModel, removeFixtures, uniqueName } from '../cluster/fixtures';
import { ask, tell } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';

const made: string[] = [];

afterEach(async () => {
  for (const path of made.splice(0).reverse()) await ask('DELETE', path);
  await removeFixtures();
});

async function makeTemplate(source: string | object, id = uniqueName('template')) {
  await tell('PUT', `/_scripts/${id}`, { script: { lang: 'mustache', source } });
  made.push(`/_scripts/${id}`);
  return id;
}

/** An agent that plans queries by search templates. */
async function makePlanner(llm: string, ...templates: string[]): Promise<string> {
  const parameters = {
    model_id: llm,
    generation_type: 'user_templates',
    search_templates: JSON.stringify(
      templates.map((id) => ({ template_id: id, template_description: 'of a test' }))
    ),
  };
  const { agent_id: id } = await tell('POST', '/_plugins/_ml/agents/_register', {
    name: uniqueName('planner'),
    type: 'flow',
    tools: [{ type: 'QueryPlanningTool', parameters }],
  });
  made.push(`/_plugins/_ml/agents/${id}`);
  return String(id);
}

const neural = (modelId: string, more: object = {}) => ({
  query: { neural: { vector: { query_text: '{{question}}', model_id: modelId } } },
  ...more,
});

const review = (id: string) => call('reviewModel', { params: { model_id: id } });

describe('a stored search template', () => {
  it('is named, with the agents behind it, in the review and in the graph', async () => {
    const model = await makeModel();
    const llm = await makeModel();
    const template = await makeTemplate(neural(model.id));
    const planner = await makePlanner(llm.id, 'another', template);
    const { dependents, verdict } = await review(model.id);
    expect(verdict).toBe('breaks');
    expect(dependents).toEqual([
      {
        kind: 'stored_script',
        id: template,
        name: template,
        references: [{ path: 'source → query.neural.vector.model_id', enforcement: 'breaks' }],
        impact: [{ kind: 'agent', id: planner, name: expect.any(String), through: template }],
      },
    ]);
    const { edges } = await call('getGraph', { query: { model_id: model.id } });
    expect(edges).toContainEqual({
      from: `agent/${planner}`,
      to: `stored_script/${template}`,
      path: 'tools[0].parameters.search_templates → [1].template_id',
      enforcement: null,
    });
  });

  it('stands behind the search pipeline that it names, however it is written', async () => {
    const model = await makeModel();
    const pipeline = await makeEnricherPipeline(model.id);
    const parsed = await makeTemplate({ search_pipeline: pipeline, query: { match_all: {} } });
    const text = await makeTemplate(`{"size":{{size}},"search_pipeline": "${pipeline}"}`);
    const { dependents } = await review(model.id);
    expect(dependents.map(({ id }) => id)).toEqual([pipeline]);
    expect(dependents[0]?.impact.map(({ kind, id }) => [kind, id]).sort()).toEqual(
      [
        ['stored_script', parsed],
        ['stored_script', text],
      ].sort()
    );
  });

  it('is shown, and given another model by the request that is told', async () => {
    const model = await makeModel();
    const other = await makeModel();
    const id = await makeTemplate(`{"size":{{size}},"query":{"model_id":"${model.id}"}}`);
    const { definition } = await call('getDefinition', { params: { kind: 'stored_script', id } });
    expect(definition).toMatchObject({ lang: 'mustache', source: expect.any(String) });
    const { requests } = await call('getDependent', {
      params: { kind: 'stored_script', id },
      query: { model_id: model.id },
    });
    const sent = await sendConsole(`${requests.show}\n${requests.remove_reference}`, (text) =>
      text.replace('<ID of another model>', other.id)
    );
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    expect((await review(model.id)).dependents).toEqual([]);
    expect((await review(other.id)).dependents).toMatchObject([{ kind: 'stored_script', id }]);
  });

  it('that is not there is not found', async () => {
    const params = { kind: 'stored_script', id: 'nothing-here' } as const;
    expect(await callExpectingError('getDefinition', { params })).toMatchObject({
      statusCode: 404,
    });
  });
});
