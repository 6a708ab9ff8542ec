import { makeFaults, mendWire, openGate, sentToCluster, untilHeld } from '../cluster/faults';
import {
  makeConversationalAgent,
  makeIngestPipeline,
  makeModel,
  removeFixtures,
  uniqueName,
} from '../cluster/fixtures';
import { guard } from '../cluster/guardrails';
import { ask, setSafeDelete, tell } from '../cluster/opensearch';
import { call, send } from '../cluster/plugin_api';

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

  it('asks for no more than a few ids one by one, and says how many it did not look up', async () => {
    const model = await makeModel();
    const gone = 'zzGoneModelsId000001';
    const words = Array.from({ length: 20_000 }, (_, at) => `word-${at}`);
    const pipeline = uniqueName('many');
    const body = {
      processors: [
        {
          script: {
            source: 'int x = 1;',
            params: { neural: { model_id: [...words, model.id, gone] } },
          },
        },
      ],
    };
    await tell('PUT', `/_ingest/pipeline/${pipeline}`, body);
    try {
      await mendWire();
      const { missing, not_looked_up: notLookedUp = 0 } = await call('listDangling');
      const sent = await sentToCluster();
      const askedFor = sent.filter((line) => line.startsWith('GET /_plugins/_ml/models/'));
      expect(askedFor.length).toBeLessThanOrEqual(100);
      expect(sent.length).toBeLessThan(askedFor.length + 100);
      // whatever looks like an id of ML Commons' own comes first, and no other is called missing
      expect(missing.map(({ model_id: id }) => id)).toContain(gone);
      expect(missing.length).toBeLessThanOrEqual(askedFor.length);
      expect(missing.length + notLookedUp).toBe(words.length + 1);

      await mendWire();
      const { nodes } = await call('getGraph');
      expect((await sentToCluster()).length).toBeLessThan(askedFor.length + 100);
      const unread = nodes.filter((node) => node.not_read !== undefined);
      expect(unread).toHaveLength(notLookedUp);
      expect(nodes.filter((node) => node.missing)).toHaveLength(missing.length);
    } finally {
      await tell('DELETE', `/_ingest/pipeline/${pipeline}`);
    }
  });

  it('does not call a hidden model missing, nor one that came while all was read', async () => {
    const [hidden, late] = ['zzHiddenModelsId0001', 'zzModelThatComesLate'];
    const path = (id: string) => `/.plugins-ml-model/_doc/${id}?refresh=true`;
    const document = { name: 'of a test', algorithm: 'REMOTE', model_state: 'REGISTERED' };
    await makeModel();
    await tell('PUT', path(hidden), { ...document, is_hidden: true });
    await makeIngestPipeline(hidden);
    await makeIngestPipeline(late);
    try {
      expect(await callersOf(hidden)).toBeUndefined();
      expect(await callersOf(late)).toHaveLength(1);
      await makeFaults({ path: '_ingest/pipeline', answer: { hold: 'request', gate: 'late' } });
      const dangling = call('listDangling');
      await untilHeld('late');
      await tell('PUT', path(late), document);
      await openGate('late');
      expect((await dangling).missing.map(({ model_id: id }) => id)).not.toContain(late);
    } finally {
      for (const id of [hidden, late]) await tell('DELETE', path(id));
    }
  });

  it('is not without any where the cluster went away while they were looked up', async () => {
    await makeIngestPipeline('zzNeverWasAModel0001');
    const body = '{"error":{"type":"x","reason":"boom"},"status":500}';
    await makeFaults({ path: 'models/zzNeverWas', answer: { status: 500, body } });
    const { missing, not_looked_up: notLookedUp } = await call('listDangling');
    expect(missing.map(({ model_id: id }) => id)).not.toContain('zzNeverWasAModel0001');
    expect(notLookedUp).toBe(1);
    await makeFaults({ path: 'models/zzNeverWas', answer: 'drop' });
    expect(await send('listDangling')).toMatchObject({ status: 503 });
  });

  it('says which source it could not read', async () => {
    await makeFaults({ path: '_mapping', answer: { status: 500, body: '{"error":"boom"}' } });
    const { coverage } = await call('listDangling');
    expect(coverage).toContainEqual({ source: 'index', state: 'failed', detail: 'boom' });
  });
});
