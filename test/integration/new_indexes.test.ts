import type { NewIndexes, NewIndexStepName } from '../../common/replacement/new_indexes';
import { isAtLeast } from '../../workbench/sample_data/release';
import { requestsIn, sendConsole } from '../cluster/console';
import { makeEmbeddingModel, startEmbeddingService } from '../cluster/embedding_service';
import { environment } from '../cluster/environment';
import {
  makeIngestPipeline,
  type MadeModel,
  removeFixtures,
  removeLater,
  uniqueName,
} from '../cluster/fixtures';
import { ask, type Json, tell } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';
import { waitFor } from '../cluster/wait_for';

let service: string;

beforeEach(async () => {
  service = await startEmbeddingService();
});
afterEach(removeFixtures);

/** Two models that embed texts, with 4 and 8 dimensions. */
async function makeTwoModels() {
  const old = await makeEmbeddingModel(service);
  return { old, other: await makeEmbeddingModel(service, { model: 'dim-8-a', dimension: 8 }) };
}

function readNewIndexes(old: MadeModel, other: MadeModel): Promise<NewIndexes> {
  return call('readNewIndexes', {
    params: { model_id: old.id },
    query: { replacement_id: other.id },
  });
}

async function makeNamed(path: string, body: Json): Promise<void> {
  await tell('PUT', path, body);
  removeLater(() => ask('DELETE', path));
}

const vector = (dimension: number) => ({
  type: 'knn_vector',
  dimension,
  method: { name: 'hnsw', engine: 'lucene', space_type: 'l2' },
});

function untilDone(task: unknown): Promise<Json> {
  return waitFor(`the end of the task ${String(task)}`, async () => {
    const { completed, response } = await tell('GET', `/_tasks/${String(task)}`);
    return completed === true ? (response as Json) : undefined;
  });
}

/** Sends all requests of one step, and waits for what they have started. */
async function carryOut({ steps }: NewIndexes, step: NewIndexStepName): Promise<Json[]> {
  const ended: Json[] = [];
  for (const { requests } of steps.filter((one) => one.step === step)) {
    for (const { status, body, request } of await sendConsole(requests)) {
      if (status !== 200) throw new Error(`${request}: ${JSON.stringify(body)}`);
      if (typeof body.task === 'string') ended.push(await untilDone(body.task));
    }
  }
  return ended;
}

/** New indexes and copies of pipelines, which the requests make under names of their own. */
function removeMade({ steps }: NewIndexes): void {
  for (const { new_index: index } of steps) {
    if (index !== undefined) removeLater(() => ask('DELETE', `/${index}`));
  }
}

async function sourcesOf(target: string): Promise<Json[]> {
  await tell('POST', `/${target}/_refresh`);
  const { hits } = await tell('POST', `/${target}/_search?search_pipeline=_none`, { size: 100 });
  return (hits as { hits: Array<{ _source: Json }> }).hits.map(({ _source: source }) => source);
}

async function usersOf({ id }: MadeModel) {
  const { dependents } = await call('reviewModel', { params: { model_id: id } });
  return dependents.map(({ kind, id: one }) => `${kind}/${one}`);
}

describe('a model whose vectors have another dimension', () => {
  it('replaces one that an index is embedded and searched by, with requests to new indexes', async () => {
    const { old, other } = await makeTwoModels();
    const [embed, outer, final, search, alias, index] = [
      'embed',
      'outer',
      'final',
      'search',
      'library',
      'books',
    ].map(uniqueName) as [string, string, string, string, string, string];
    const field_map = { title: 'title_vector', parts: 'chunks' };
    await makeNamed(`/_ingest/pipeline/${embed}`, {
      processors: [{ text_embedding: { model_id: old.id, field_map } }],
    });
    await makeNamed(`/_ingest/pipeline/${outer}`, { processors: [{ pipeline: { name: embed } }] });
    const append = { field: 'seen', value: 'once', allow_duplicates: true };
    await makeNamed(`/_ingest/pipeline/${final}`, { processors: [{ append }] });
    await makeNamed(`/_search/pipeline/${search}`, {
      request_processors: [{ neural_query_enricher: { default_model_id: old.id } }],
      // with it a search gives less than there is
      response_processors: [{ truncate_hits: { target_size: 1 } }],
    });
    // an index with both runs only one of them where a processor calls a model (2.19.6)
    const hasFinal = isAtLeast(environment().opensearchVersion, '3.0.0');
    const pipelines = { default_pipeline: outer, ...(hasFinal && { final_pipeline: final }) };
    await makeNamed(`/${index}`, {
      settings: {
        index: {
          ...{ knn: true, number_of_replicas: 0, search: { default_pipeline: search } },
          ...pipelines,
        },
      },
      mappings: {
        properties: {
          title: { type: 'text' },
          title_vector: vector(4),
          // another model's
          other_vector: vector(4),
          chunks: { type: 'nested', properties: { knn: vector(4) } },
        },
      },
      aliases: { [alias]: { is_write_index: true } },
    });
    for (const title of ['one', 'two', 'three']) {
      await tell('POST', `/${index}/_doc`, {
        title,
        parts: ['a', 'b'],
        other_vector: [1, 2, 3, 4],
      });
    }
    await tell('POST', `/${index}/_refresh`);

    const made = await readNewIndexes(old, other);
    removeMade(made);
    expect(made.not_moved).toEqual([]);
    expect(made.steps.map(({ step }) => step)).toEqual(['pipelines', 'index', 'switch', 'delete']);
    expect(made.steps[1]).toMatchObject({ index, new_index: `${index}-8`, documents: 3 });

    await carryOut(made, 'pipelines');
    expect(await carryOut(made, 'index')).toMatchObject([{ total: 3, created: 3, failures: [] }]);
    // what is in use is as it was, but for writes
    const query = { neural: { title_vector: { query_text: 'one', k: 3 } } };
    expect(await tell('POST', `/${alias}/_search`, { query })).toMatchObject({
      hits: { hits: [{ _index: index }] },
    });
    expect(await ask('POST', `/${alias}/_doc`, { title: 'late' })).toMatchObject({ status: 403 });

    await carryOut(made, 'switch');
    await tell('POST', `/${alias}/_doc?refresh=true`, {
      title: 'after',
      parts: ['c'],
      other_vector: [1, 2, 3, 4],
    });
    expect(await tell('POST', `/${alias}/_search`, { query })).toMatchObject({
      hits: { hits: [{ _index: `${index}-8` }] },
    });
    const documents = await sourcesOf(alias);
    expect(documents.map(({ title }) => title).sort()).toEqual(['after', 'one', 'three', 'two']);
    for (const { title_vector: titleVector, chunks, other_vector: kept, seen } of documents) {
      expect(titleVector).toHaveLength(8);
      const lengths = (chunks as Array<{ knn: number[] }>).map(({ knn }) => knn.length);
      expect(new Set(lengths)).toEqual(new Set([8]));
      expect(kept).toHaveLength(4);
      expect(seen).toEqual(hasFinal ? ['once'] : undefined);
    }
    expect(await usersOf(old)).toEqual([]);
    expect(await tell('GET', `/${index}-8/_settings`)).toMatchObject({
      [`${index}-8`]: { settings: { index: pipelines } },
    });

    await carryOut(made, 'delete');
    expect(await tell('GET', `/${index}/_count`)).toMatchObject({ count: 4 });
    expect(await ask('GET', `/_ingest/pipeline/${embed}-8`)).toEqual({});
    expect(await ask('GET', `/_ingest/pipeline/${outer}-8`)).toEqual({});
  });

  it('is given other names where those of new indexes are taken', async () => {
    const { old, other } = await makeTwoModels();
    const pipeline = await makeIngestPipeline(old.id);
    const index = uniqueName('named');
    await makeNamed(`/${index}`, {
      settings: { index: { default_pipeline: pipeline, number_of_replicas: 0 } },
    });
    const aliased = uniqueName('aliased');
    await makeNamed(`/${aliased}`, { aliases: { [`${index}-8`]: {} } });
    await makeNamed(`/_ingest/pipeline/${pipeline}-8`, { processors: [] });

    const { steps } = await readNewIndexes(old, other);
    expect(steps[0]?.requests).toContain(`PUT /_ingest/pipeline/${pipeline}-8-2\n`);
    expect(steps[1]).toMatchObject({ index, new_index: `${index}-8-2` });
    // without an alias its name is what requests go by
    expect(requestsIn(steps[2]?.requests ?? '').at(-1)).toMatchObject({
      line: 'POST /_aliases',
      body: expect.stringContaining('remove_index'),
    });
  });

  it('is said not to be enough for data streams, and for what is embedded outside', async () => {
    const { old, other } = await makeTwoModels();
    const pipeline = await makeIngestPipeline(old.id);
    const [template, stream, search, searched] = ['template', 'stream', 'search', 'searched'].map(
      uniqueName
    ) as [string, string, string, string];
    await makeNamed(`/_index_template/${template}`, {
      index_patterns: [`${stream}*`],
      data_stream: {},
      template: { settings: { default_pipeline: pipeline, number_of_replicas: 0 } },
    });
    await tell('PUT', `/_data_stream/${stream}`);
    // before its template, which it needs
    removeLater(() => ask('DELETE', `/_data_stream/${stream}`));
    await makeNamed(`/_search/pipeline/${search}`, {
      request_processors: [{ neural_query_enricher: { default_model_id: old.id } }],
    });
    await makeNamed(`/${searched}`, {
      settings: { index: { number_of_replicas: 0, search: { default_pipeline: search } } },
    });

    const { steps, not_moved: left } = await readNewIndexes(old, other);
    expect(steps.map(({ step }) => step)).toEqual(['switch']);
    expect(left.map(({ kind, id, reason }) => [kind, id, reason])).toEqual([
      [
        ...['index', `.ds-${stream}-000001`],
        `It is part of the data stream ${stream}. Change the dimension in the template of the data stream, and roll it over.`,
      ],
      ['index', searched, expect.stringContaining('no pipeline makes its vectors')],
      ['index_template', template, expect.stringContaining('Change the dimension')],
    ]);
  });

  it('shows no credential', async () => {
    const { old, other } = await makeTwoModels();
    const pipeline = uniqueName('secret');
    const secret = 'canary-of-new-indexes';
    await makeNamed(`/_ingest/pipeline/${pipeline}`, {
      processors: [
        { text_embedding: { model_id: old.id, field_map: { text: 'vector' } } },
        { set: { field: 'api_key', value: secret } },
      ],
    });
    const index = uniqueName('docs');
    await makeNamed(`/${index}`, {
      settings: { index: { default_pipeline: pipeline, number_of_replicas: 0 } },
    });
    const answer = await readNewIndexes(old, other);
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(answer.steps[0]?.requests).toContain('Add them before you send the request.');
  });

  it('needs no new index where its vectors fit in those that there are', async () => {
    const { old } = await makeTwoModels();
    const same = await makeEmbeddingModel(service, { model: 'dim-4-b' });
    const params = { model_id: old.id };
    const refused = (id: string) =>
      callExpectingError('readNewIndexes', { params, query: { replacement_id: id } });
    expect(await refused(same.id)).toMatchObject({
      statusCode: 409,
      message: 'The model can replace the old one in the indexes that there are.',
    });
  });
});

if (isAtLeast(environment().opensearchVersion, '3.2.0')) {
  describe('a model of another dimension, for a semantic field', () => {
    it('embeds its documents in a new index, which takes the name of the old one', async () => {
      const { old, other } = await makeTwoModels();
      const index = uniqueName('semantic');
      const text = {
        type: 'semantic',
        model_id: old.id,
        dense_embedding_config: { method: { name: 'hnsw', engine: 'lucene' } },
      };
      await makeNamed(`/${index}`, {
        settings: { index: { knn: true, number_of_replicas: 0 } },
        mappings: { properties: { text, book: { properties: { title: text } } } },
      });
      const documents = [{ text: 'one' }, { text: 'two', book: { title: 'of it' } }, { none: 1 }];
      for (const document of documents) await tell('POST', `/${index}/_doc`, document);
      await tell('POST', `/${index}/_refresh`);

      const made = await readNewIndexes(old, other);
      removeMade(made);
      expect(made.steps.map(({ step }) => step)).toEqual(['index', 'switch']);
      expect(await carryOut(made, 'index')).toMatchObject([{ created: 3, failures: [] }]);
      await carryOut(made, 'switch');
      await tell('POST', `/${index}/_refresh`);
      const query = { neural: { text: { query_text: 'two', k: 1 } } };
      const { hits } = await tell('POST', `/${index}/_search`, { query });
      const [hit] = (hits as { hits: Array<{ _index: string; _source: Json }> }).hits;
      expect(hit).toMatchObject({
        _index: `${index}-8`,
        _source: {
          text: 'two',
          text_semantic_info: { model: { id: other.id } },
          book: { title_semantic_info: { model: { id: other.id } } },
        },
      });
      expect(await usersOf(old)).toEqual([]);
    });
  });
}
