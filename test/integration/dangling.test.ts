import { makeFaults, mendWire } from '../cluster/faults';
import {
  makeConversationalAgent,
  makeIngestPipeline,
  makeModel,
  removeFixtures,
  uniqueName,
} from '../cluster/fixtures';
import { guard } from '../cluster/guardrails';
import { ask, setSafeDelete, tell } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';

afterEach(async () => {
  await mendWire();
  await removeFixtures();
  await setSafeDelete(null);
});

/** What calls for an id that no model has. */
async function callersOf(modelId: string) {
  const { missing } = await call('listDangling');
  return missing.find(({ model_id: id }) => id === modelId)?.dependents;
}

describe('GET /dangling', () => {
  it('names what is left of a model that was deleted under its dependents, with the places', async () => {
    await setSafeDelete(false);
    const model = await makeModel();
    const user = await makeModel();
    const pipeline = await makeIngestPipeline(model.id);
    const chat = await makeConversationalAgent(model.id);
    await guard(user.id, model.id, model.id);
    expect(await callersOf(model.id)).toBeUndefined();

    await tell('DELETE', `/_plugins/_ml/models/${model.id}`);
    const callers = (await callersOf(model.id)) ?? [];
    expect(
      callers.map(({ kind, id, references }) => [
        kind,
        id,
        references.map(({ path }) => path).sort(),
      ])
    ).toEqual([
      ['ingest_pipeline', pipeline, ['processors[0].text_embedding.model_id']],
      ['agent', chat.id, expect.arrayContaining(['llm.model_id'])],
      [
        'model',
        user.id,
        ['guardrails.input_guardrail.model_id', 'guardrails.output_guardrail.model_id'],
      ],
    ]);
  });

  it('names one of an id that never was a model’s, and none that the user may only not see', async () => {
    const [never, hidden] = ['zzNeverWasAModel0001', 'zzAnotherTeamsModel2'];
    const pipeline = await makeIngestPipeline(never);
    await makeIngestPipeline(hidden);
    const reason = "User doesn't have privilege to perform this operation on this model";
    await makeFaults({
      path: `models/${hidden}`,
      answer: {
        status: 403,
        body: JSON.stringify({ error: { type: 'status_exception', reason }, status: 403 }),
      },
    });
    expect(await callersOf(never)).toEqual([expect.objectContaining({ id: pipeline })]);
    expect(await callersOf(hidden)).toBeUndefined();
  });

  it('names nothing that has a model of another kind, or none', async () => {
    const name = uniqueName('template');
    await tell('PUT', `/_index_template/${name}`, {
      index_patterns: [`${name}-*`],
      template: {
        settings: { 'index.knn': true },
        mappings: { properties: { vector: { type: 'knn_vector', model_id: 'trained-by-knn' } } },
        aliases: { [`${name}-alias`]: { filter: { term: { model_id: 'value-of-a-field' } } } },
      },
    });
    const pipeline = uniqueName('search');
    await tell('PUT', `/_search/pipeline/${pipeline}`, {
      request_processors: [
        { filter_query: { query: { term: { model_id: 'value-in-a-query' } } } },
        { script: { lang: 'painless', source: 'int a = 1', params: { model_id: 'a-parameter' } } },
      ],
    });
    const { missing } = await call('listDangling');
    await ask('DELETE', `/_index_template/${name}`);
    await ask('DELETE', `/_search/pipeline/${pipeline}`);
    expect(missing.flatMap(({ dependents }) => dependents.map(({ id }) => id))).toEqual([]);
  });

  it('says which source it could not read', async () => {
    await makeFaults({ path: '_mapping', answer: { status: 500, body: '{"error":"boom"}' } });
    const { coverage } = await call('listDangling');
    expect(coverage).toContainEqual({ source: 'index', state: 'failed', detail: 'boom' });
  });
});
