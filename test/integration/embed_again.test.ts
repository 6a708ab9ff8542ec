import type { Embedding } from '../../common/replacement/embedding';
import { isAtLeast } from '../../workbench/sample_data/release';
import { makeEmbeddingModel, startEmbeddingService } from '../cluster/embedding_service';
import { environment } from '../cluster/environment';
import {
  makeIngestPipeline,
  makeModel,
  type MadeModel,
  removeFixtures,
  removeLater,
  uniqueName,
} from '../cluster/fixtures';
import { ask, type Json, tell } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';
import { readUntil } from '../cluster/wait_for';

afterEach(removeFixtures);

/** What OpenSearch embeds by its own: k-NN's native engine is not part of an embedded node. */
const semantic = ({ id }: MadeModel) => ({
  type: 'semantic',
  model_id: id,
  dense_embedding_config: { method: { name: 'hnsw', engine: 'lucene' } },
});

async function makeIndex(body: Json, documents: readonly Json[]): Promise<string> {
  const index = uniqueName('semantic');
  await tell('PUT', `/${index}`, body);
  removeLater(() => ask('DELETE', `/${index}`));
  for (const [at, document] of documents.entries()) {
    await tell('PUT', `/${index}/_doc/${at}`, document);
  }
  await tell('POST', `/${index}/_refresh`);
  return index;
}

async function replace(old: MadeModel, other: MadeModel): Promise<void> {
  const params = { model_id: old.id };
  const body = { replacement_id: other.id };
  const { changes } = await call('planReplacement', { params, body });
  for (const { kind, id, fingerprint } of changes) {
    const accept = ['mixed_vectors' as const];
    await call('applyChange', { params, body: { ...body, kind, id, fingerprint, accept } });
  }
}

/** How far an index is, once something holds of it. */
function untilEmbedding(
  old: MadeModel,
  query: { replacement_id: string; index: string; task_id?: string },
  holds: (embedding: Embedding) => boolean
): Promise<Embedding> {
  return readUntil(() => call('readEmbedding', { params: { model_id: old.id }, query }), holds);
}

if (isAtLeast(environment().opensearchVersion, '3.2.0')) {
  describe('embedding the documents of a semantic field again', () => {
    const settings = { index: { knn: true, number_of_replicas: 0 } };

    it('gives all vectors of the new model, and processes no document twice by its own pipeline', async () => {
      const service = await startEmbeddingService();
      const old = await makeEmbeddingModel(service);
      const other = await makeEmbeddingModel(service, { model: 'dim-4-b' });
      const pipeline = uniqueName('counts');
      await tell('PUT', `/_ingest/pipeline/${pipeline}`, {
        processors: [{ append: { field: 'seen', value: 'once', allow_duplicates: true } }],
      });
      removeLater(() => ask('DELETE', `/_ingest/pipeline/${pipeline}`));
      const text = semantic(old);
      const index = await makeIndex(
        {
          settings: { index: { ...settings.index, default_pipeline: pipeline } },
          mappings: { properties: { text, book: { properties: { title: text } } } },
        },
        [{ text: 'one' }, { text: 'two', book: { title: 'of it' } }, { unrelated: true }]
      );
      await replace(old, other);
      const query = { replacement_id: other.id, index };
      const params = { model_id: old.id };
      expect(await call('readEmbedding', { params, query })).toEqual({
        task: null,
        ...{ documents: 2, read: 2, embedded: 0 },
      });

      const { task_id: task } = await call('startEmbedding', { params, body: query });
      const isOver = ({ task: now }: Embedding) => now?.state !== 'running';
      const ended = await untilEmbedding(old, { ...query, task_id: task }, isOver);
      expect(ended.task).toEqual({
        ...{ id: task, state: 'finished', total: 3, processed: 3, conflicts: 0, failures: 0 },
      });
      await tell('POST', `/${index}/_refresh`);
      expect(await call('readEmbedding', { params, query })).toMatchObject({
        ...{ documents: 2, read: 2, embedded: 2 },
      });
      const { _source: source } = await tell('GET', `/${index}/_doc/1`);
      expect(source).toMatchObject({
        seen: ['once'],
        text_semantic_info: { model: { id: other.id } },
        book: { title_semantic_info: { model: { id: other.id } } },
      });
    });

    it('goes on where a page is opened again, and ends when it is cancelled', async () => {
      let answer = () => {};
      const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
      const fast = await startEmbeddingService();
      const slow = await startEmbeddingService(() => mayAnswer);
      const old = await makeEmbeddingModel(fast);
      const other = await makeEmbeddingModel(slow, { model: 'dim-4-b' });
      const index = await makeIndex(
        { settings, mappings: { properties: { text: semantic(old) } } },
        [{ text: 'one' }, { text: 'two' }]
      );
      await replace(old, other);
      const query = { replacement_id: other.id, index };
      const params = { model_id: old.id };
      const { task_id: task } = await call('startEmbedding', { params, body: query });
      const found = await untilEmbedding(old, query, ({ task: now }) => now !== null);
      expect(found.task).toMatchObject({ id: task, state: 'running' });
      // a second one would only double the cost
      expect(await call('startEmbedding', { params, body: query })).toEqual({ task_id: task });

      const cancel = () => call('cancelEmbedding', { params, body: { index, task_id: task } });
      expect(await cancel()).toEqual({ result: 'cancelled' });
      answer();
      const isOver = ({ task: now }: Embedding) => now?.state !== 'running';
      const ended = await untilEmbedding(old, { ...query, task_id: task }, isOver);
      expect(ended.task).toMatchObject({ id: task, state: 'cancelled' });
      expect(await cancel()).toEqual({ result: 'not_running' });
      expect((await call('readEmbedding', { params, query })).task).toBe(null);
    });

    it('says in the words of the cluster why documents were not embedded', async () => {
      const service = await startEmbeddingService();
      const old = await makeEmbeddingModel(service);
      const other = await makeEmbeddingModel(service, { model: 'dim-4-b' });
      const index = await makeIndex(
        { settings, mappings: { properties: { text: semantic(old) } } },
        [{ text: 'one' }]
      );
      await replace(old, other);
      await tell('PUT', `/${index}/_settings`, { 'index.blocks.write': true });
      const query = { replacement_id: other.id, index };
      const params = { model_id: old.id };
      const { task_id: task } = await call('startEmbedding', { params, body: query });
      const isOver = ({ task: now }: Embedding) => now?.state !== 'running';
      const ended = await untilEmbedding(old, { ...query, task_id: task }, isOver);
      expect(ended).toMatchObject({
        task: { state: 'failed', reason: expect.stringMatching(/blocked by/) as string },
        embedded: 0,
      });
    });
  });
}

describe('what is not to be embedded again', () => {
  it('is an index without a semantic field that has the model', async () => {
    const [old, other] = [await makeModel(), await makeModel()];
    const pipeline = await makeIngestPipeline(other.id);
    const index = await makeIndex({ settings: { index: { default_pipeline: pipeline } } }, []);
    const { attributes, statusCode } = await callExpectingError('startEmbedding', {
      params: { model_id: old.id },
      body: { replacement_id: other.id, index },
    });
    expect([statusCode, attributes?.reason]).toEqual([409, 'changed']);
  });

  it('cancels no task of another kind', async () => {
    const [model] = [await makeModel()];
    const index = await makeIndex({}, []);
    const { nodes } = await tell('GET', '/_tasks');
    const [task] = Object.values(nodes as Record<string, { tasks: Json }>).flatMap(({ tasks }) =>
      Object.keys(tasks)
    );
    expect(
      await call('cancelEmbedding', {
        params: { model_id: model.id },
        body: { index, task_id: task ?? '' },
      })
    ).toEqual({ result: 'not_running' });
  });
});
