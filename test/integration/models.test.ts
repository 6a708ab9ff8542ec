import { makeFaults, mendWire } from '../cluster/faults';
import {
  makeAgent,
  makeGroup,
  makeIngestPipeline,
  makeModel,
  removeFixtures,
  uniqueName,
} from '../cluster/fixtures';
import { tell } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';

afterEach(async () => {
  await mendWire();
  await removeFixtures();
});

describe('GET /models', () => {
  it('lists a model with its group and state', async () => {
    const groupName = uniqueName('group');
    const model = await makeModel({ groupId: await makeGroup(groupName) });
    const answer = await call('listModels', { query: { search: model.id } });
    const { models, total } = answer;
    expect(total).toBe(1);
    expect(answer).not.toHaveProperty('usage');
    expect(models).toEqual([
      expect.objectContaining({
        id: model.id,
        name: model.name,
        version: '1',
        function_name: 'REMOTE',
        state: 'REGISTERED',
        model_group: { id: model.groupId, name: groupName },
      }),
    ]);
    expect(models[0]?.created_time).toBeGreaterThan(Date.now() - 3_600_000);
  });

  it('finds by name, id and description, filters, sorts and pages', async () => {
    const word = uniqueName('needle');
    const groupId = await makeGroup();
    const b = await makeModel({ name: `b-${word}`, groupId });
    const a = await makeModel({ name: `A-${word.toUpperCase()}`, groupId });
    const c = await makeModel({ name: uniqueName('c'), description: `about ${word}` });
    const list = async (query: Parameters<typeof call<'listModels'>>[1]) =>
      (await call('listModels', query)).models.map(({ id }) => id);

    expect(await list({ query: { search: word } })).toEqual([a.id, b.id, c.id]);
    expect(await list({ query: { search: word, sort_order: 'desc' } })).toEqual([c.id, b.id, a.id]);
    expect(await list({ query: { search: word, model_group_id: groupId } })).toEqual([a.id, b.id]);
    expect(await list({ query: { search: word, from: 1, size: 1 } })).toEqual([b.id]);
    expect(await list({ query: { search: word, state: ['DEPLOYED', 'TRAINED'] } })).toEqual([]);
    await makeAgent(b.id);
    expect(await list({ query: { search: word, usage: 'in_use' } })).toEqual([b.id]);
    expect(await list({ query: { search: word, usage: ['unused'] } })).toEqual([a.id, c.id]);
  });

  it('lists and searches more models than one search of OpenSearch can give', async () => {
    const word = uniqueName('many');
    const count = 10_050;
    const ids = Array.from({ length: count }, (_, n) => `${word}-${n}`);
    const line = (id: string) =>
      `{"index":{"_id":"${id}"}}\n` +
      JSON.stringify({
        name: id,
        model_version: '1',
        algorithm: 'REMOTE',
        model_state: 'REGISTERED',
        created_time: Date.now(),
      });
    await makeModel(); // ML Commons makes its index with the first one
    try {
      await tell(
        'POST',
        '/.plugins-ml-model/_bulk?refresh=true&filter_path=errors',
        ids.map(line).join('\n') + '\n'
      );
      const all = await call('listModels', { query: { search: word, size: 1000 } });
      expect(all.total).toBe(count);
      const last = await call('listModels', {
        query: { search: word, from: count - 50, size: 1000, sort_field: 'name' },
      });
      // so many are sorted as OpenSearch keeps their names
      expect(last.models.map(({ id }) => id)).toEqual([...ids].sort().slice(-50));
      const one = await call('listModels', { query: { search: `${word}-10049` } });
      expect(one.models.map(({ id }) => id)).toEqual([`${word}-10049`]);
    } finally {
      await tell('POST', '/.plugins-ml-model/_delete_by_query?refresh=true&conflicts=proceed', {
        query: { ids: { values: ids } },
      });
    }
  });

  it('does not call a model unused while a source was not read', async () => {
    const model = await makeModel();
    await makeFaults({
      path: '_search/pipeline',
      answer: { status: 500, body: '{"error":"boom"}' },
    });
    const { models, coverage } = await call('listModels', {
      query: { search: model.id, usage: 'unknown' },
    });
    expect(models).toHaveLength(1);
    expect(coverage).toContainEqual({ source: 'search_pipeline', state: 'failed', detail: 'boom' });
  });

  it('fails, and does not show an empty list, when models can not be read', async () => {
    const reason = 'no permissions for [cluster:admin/opensearch/ml/models/search] and User [x]';
    const error = { type: 'security_exception', reason };
    await makeFaults({
      path: 'models/_search',
      answer: { status: 403, body: JSON.stringify({ error, status: 403 }) },
    });
    expect(await callExpectingError('listModels')).toMatchObject({
      statusCode: 403,
      message: reason,
      attributes: { reason: 'forbidden' },
    });
  });
});

describe('GET /usage', () => {
  it('counts what uses each model that is in use, and names no other', async () => {
    const [used, unused] = [await makeModel(), await makeModel()];
    await makeAgent(used.id);
    const before = Date.now();
    const { usage, coverage, read_at: readAt } = await call('getUsage');
    expect(usage[used.id]).toEqual({ blocks: 1, breaks: 0, possible: 0 });
    expect(usage).not.toHaveProperty(unused.id);
    expect(coverage.filter(({ state }) => !['read', 'absent'].includes(state))).toEqual([]);
    expect(readAt).toBeGreaterThanOrEqual(before - 1_000);
  });

  it('counts who uses models, each once however many it uses, and no use of what is none', async () => {
    const pipelines = async () => {
      const { dependents } = await call('getUsage');
      return dependents.find(({ kind }) => kind === 'ingest_pipeline')?.count ?? 0;
    };
    const before = await pipelines();
    const both = await makeIngestPipeline((await makeModel()).id);
    await tell('PUT', `/_ingest/pipeline/${both}`, {
      processors: [(await makeModel()).id, (await makeModel()).id].map((id) => ({
        text_embedding: { model_id: id, field_map: { text: 'vector' } },
      })),
    });
    await makeIngestPipeline('aModelThatIsNotThere');
    expect(await pipelines()).toBe(before + 1);
  });
});

describe('GET /models/{model_id}', () => {
  it('gives the metadata without anything that authenticates', async () => {
    const { id } = await tell('POST', '/_plugins/_ml/models/_register', {
      name: uniqueName('embedded'),
      function_name: 'remote',
      model_group_id: await makeGroup(),
      connector: {
        name: 'inside',
        version: '1',
        protocol: 'http',
        parameters: { model: 'test' },
        credential: { key: 'secret-credential' },
        actions: [
          {
            action_type: 'predict',
            method: 'POST',
            url: 'http://127.0.0.1:9/v1',
            headers: { Authorization: 'Bearer secret-in-header' },
            request_body: '{}',
          },
        ],
      },
    }).then(({ model_id: modelId }) => ({ id: String(modelId) }));
    try {
      const { model, metadata } = await call('getModel', { params: { model_id: id } });
      expect(model.id).toBe(id);
      expect(metadata).toMatchObject({ connector: { parameters: { model: 'test' } } });
      expect(JSON.stringify(metadata)).not.toContain('secret');
      expect(JSON.stringify(metadata)).toContain('Authorization');
    } finally {
      await tell('DELETE', `/_plugins/_ml/models/${id}`);
    }
  });

  it('answers 404 in the words of ML Commons for an unknown model', async () => {
    const error = await callExpectingError('getModel', { params: { model_id: 'unknown-model' } });
    expect(error).toMatchObject({ statusCode: 404, attributes: { reason: 'not_found' } });
    expect(error.message).toContain('Failed to find model');
  });
});

describe('GET /models/{model_id}/nodes', () => {
  const nodesOf = async (id: string) =>
    (await call('getModelNodes', { params: { model_id: id } })).nodes;

  it('names the nodes that hold a model, and none where none does', async () => {
    const { id } = await makeModel({ deploy: true });
    expect(await nodesOf(id)).toEqual([
      { id: expect.any(String) as string, name: 'test', state: 'DEPLOYED' },
    ]);
    expect(await nodesOf((await makeModel()).id)).toEqual([]);
  });

  it('never tells what can’t be found out as none', async () => {
    const { id } = await makeModel({ deploy: true });
    const error = { type: 'security_exception', reason: 'no permissions' };
    await makeFaults({
      path: '_ml/profile',
      answer: { status: 403, body: JSON.stringify({ error }) },
    });
    expect(await nodesOf(id)).toBeNull();
  });

  it('answers 404 for an unknown model', async () => {
    expect(
      await callExpectingError('getModelNodes', { params: { model_id: 'nothing_here' } })
    ).toMatchObject({ statusCode: 404 });
  });
});
