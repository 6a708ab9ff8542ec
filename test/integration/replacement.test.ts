import { readFileSync } from 'fs';
import type { Plan } from '../../common/replacement/plan';
import { makeEmbeddingModel, startEmbeddingService } from '../cluster/embedding_service';
import { environment } from '../cluster/environment';
import {
  makeAgent,
  makeEnricherPipeline,
  makeLocalModel,
  makeModel,
  type MadeModel,
  removeFixtures,
  removeLater,
  uniqueName,
} from '../cluster/fixtures';
import { traceOf } from '../cluster/host_log';
import { ask, type Json, tell } from '../cluster/opensearch';
import { call, callExpectingError, send } from '../cluster/plugin_api';
import { readUntil } from '../cluster/wait_for';
import { isAtLeast } from '../../workbench/sample_data/release';

let service: string;

beforeEach(async () => {
  service = await startEmbeddingService();
});
afterEach(removeFixtures);

const paramsOf = ({ id }: MadeModel) => ({ model_id: id });

function plan(old: MadeModel, replacement: MadeModel, possible?: string[]): Promise<Plan> {
  return call('planReplacement', {
    params: paramsOf(old),
    body: { replacement_id: replacement.id, possible },
  });
}

async function applyBody(old: MadeModel, replacement: MadeModel, id: string) {
  const { changes } = await plan(old, replacement);
  const change = changes.find((one) => one.id === id);
  if (!change) throw new Error(`The plan has no change of ${id}.`);
  const { kind, fingerprint } = change;
  return { replacement_id: replacement.id, kind, id, fingerprint };
}

/** The lines of a model in the log: each is written after its answer. */
function linesAbout({ id }: MadeModel, count: number) {
  return readUntil(
    async () => traceOf(({ model_id: modelId }) => modelId === id),
    (lines) => lines.length === count
  );
}

const mixed = { accept: ['mixed_vectors' as const] };

/** An index whose documents are embedded by a pipeline as they come. */
async function makeEmbeddedIndex(model: MadeModel, documents: string[]) {
  const pipeline = uniqueName('embed');
  await tell('PUT', `/_ingest/pipeline/${pipeline}`, {
    processors: [{ text_embedding: { model_id: model.id, field_map: { text: 'vector' } } }],
  });
  removeLater(() => ask('DELETE', `/_ingest/pipeline/${pipeline}`));
  const index = uniqueName('docs');
  await tell('PUT', `/${index}`, {
    settings: { index: { knn: true, number_of_replicas: 0, default_pipeline: pipeline } },
    mappings: {
      properties: {
        text: { type: 'text' },
        vector: {
          type: 'knn_vector',
          dimension: 4,
          method: { name: 'hnsw', engine: 'lucene', space_type: 'l2' },
        },
      },
    },
  });
  removeLater(() => ask('DELETE', `/${index}`));
  for (const text of documents) await tell('POST', `/${index}/_doc`, { text });
  await tell('POST', `/${index}/_refresh`);
  return { index, pipeline };
}

const pipelineOf = async (id: string) => (await tell('GET', `/_ingest/pipeline/${id}`))[id] as Json;

describe('candidates', () => {
  it('come best first, each with what is the same and what is not', async () => {
    const stem = uniqueName('cand');
    const old = await makeEmbeddingModel(service, { name: `${stem} old` });
    const { groupId } = old;
    const version = await makeEmbeddingModel(service, {
      name: `${stem} version`,
      model: 'dim-4-b',
      groupId,
    });
    const twin = await makeEmbeddingModel(service, { name: `${stem} twin` });
    const large = await makeEmbeddingModel(service, {
      name: `${stem} large`,
      model: 'dim-8',
      dimension: 8,
    });
    const request = (query: object) =>
      call('listCandidates', { params: paramsOf(old), query: { search: stem, ...query } });

    const { candidates, total } = await request({});
    expect(total).toBe(3);
    expect(candidates.map(({ model }) => model.id)).toEqual([version.id, twin.id, large.id]);
    const weights = candidates.map(
      ({ fit }) => fit.find(({ check }) => check === 'weights')?.result
    );
    expect(weights).toEqual(['different', 'same', 'different']);
    expect(candidates.map(({ allowed }) => allowed)).toEqual([true, true, false]);
    expect(candidates[2]?.reason).toMatch(/8 dimensions instead of 4/);

    const page = await request({ from: 1, size: 1 });
    expect(page.candidates.map(({ model }) => model.id)).toEqual([twin.id]);
    expect(page.total).toBe(3);
  });
});

describe('a plan', () => {
  it('names the indexes in which vectors of both models would be compared, with their documents', async () => {
    const old = await makeEmbeddingModel(service);
    const other = await makeEmbeddingModel(service, { model: 'dim-4-b' });
    const twin = await makeEmbeddingModel(service);
    const { index, pipeline } = await makeEmbeddedIndex(old, ['one', 'two']);
    const { changes } = await plan(old, other);
    expect(changes).toMatchObject([
      {
        kind: 'ingest_pipeline',
        id: pipeline,
        action: 'change_and_embed',
        mixed_vectors: [{ index, documents: 2 }],
        before: { processors: [{ text_embedding: { model_id: old.id } }] },
        after: { processors: [{ text_embedding: { model_id: other.id } }] },
      },
    ]);
    const same = await plan(old, twin);
    expect(same.changes).toMatchObject([{ action: 'change', mixed_vectors: null }]);
  });

  it('is another once something changes that it says, and the same until then', async () => {
    const old = await makeModel();
    const other = await makeModel();
    const { pipeline } = await makeEmbeddedIndex(old, []);
    const first = await plan(old, other);
    expect((await plan(old, other)).fingerprint).toBe(first.fingerprint);
    await makeAgent(old.id);
    const second = await plan(old, other);
    expect(second.fingerprint).not.toBe(first.fingerprint);
    await tell('PUT', `/_ingest/pipeline/${pipeline}`, {
      ...(await pipelineOf(pipeline)),
      description: 'changed',
    });
    expect((await plan(old, other)).fingerprint).not.toBe(second.fingerprint);
  });

  it('is refused for a model that can’t stand in, and for the model itself', async () => {
    const old = await makeEmbeddingModel(service);
    const large = await makeEmbeddingModel(service, { model: 'dim-8', dimension: 8 });
    const refused = (replacement_id: string) =>
      callExpectingError('planReplacement', { params: paramsOf(old), body: { replacement_id } });
    expect(await refused(large.id)).toMatchObject({
      statusCode: 409,
      message: 'Its vectors have 8 dimensions instead of 4.',
      attributes: { reason: 'unfit' },
    });
    expect(await refused(old.id)).toMatchObject({ statusCode: 409 });
    expect(await refused('gone_0123456789012345')).toMatchObject({ statusCode: 404 });
  });

  it('is made for a model that is gone, and applied', async () => {
    const other = await makeModel();
    const gone: MadeModel = { id: 'Gone0123456789012345', name: '', groupId: '' };
    const id = await makeEnricherPipeline(gone.id);
    const { model, changes } = await plan(gone, other);
    expect(model).toBe(null);
    expect(changes).toMatchObject([{ id, action: 'change', mixed_vectors: [] }]);
    const body = { ...(await applyBody(gone, other, id)), ...mixed };
    await call('applyChange', { params: paramsOf(gone), body });
    expect(JSON.stringify(await tell('GET', `/_search/pipeline/${id}`))).toContain(other.id);
  });

  it('leaves a place that is no certain use until it is asked for', async () => {
    const old = await makeModel();
    const other = await makeModel();
    const id = uniqueName('mentions');
    await tell('PUT', `/_ingest/pipeline/${id}`, {
      description: `Embeds with ${old.id}, see there.`,
      processors: [],
    });
    removeLater(() => ask('DELETE', `/_ingest/pipeline/${id}`));
    expect((await plan(old, other)).changes).toMatchObject([
      { id, action: 'keep', possible_paths: ['description'], fingerprint: '' },
    ]);
    const { changes } = await plan(old, other, [`ingest_pipeline/${id}`]);
    expect(changes).toMatchObject([{ id, action: 'change', paths: ['description'] }]);
    const { kind, fingerprint = '' } = changes[0] ?? { kind: 'ingest_pipeline' as const };
    await call('applyChange', {
      params: paramsOf(old),
      body: { replacement_id: other.id, kind, id, fingerprint, possible: true },
    });
    expect(await pipelineOf(id)).toMatchObject({
      description: `Embeds with ${other.id}, see there.`,
    });
  });

  it('does not make a model the guardrail of itself', async () => {
    const old = await makeModel();
    const other = await makeModel({
      fields: {},
    });
    await tell('PUT', `/_plugins/_ml/models/${other.id}`, {
      guardrails: {
        type: 'model',
        input_guardrail: {
          model_id: old.id,
          response_filter: '$.label',
          response_validation_regex: '^accept$',
        },
      },
    });
    // before 3.3 a search finds an update a second later
    const { changes } = await readUntil(
      () => plan(old, other),
      (found) => found.changes.length > 0
    );
    expect(changes).toMatchObject([
      {
        kind: 'model',
        id: other.id,
        action: 'manual',
        reason: 'A model can’t be the guardrail of itself.',
      },
    ]);
  });
});

describe('a change', () => {
  it('needs consent where vectors of two models would be compared', async () => {
    const old = await makeEmbeddingModel(service);
    const other = await makeEmbeddingModel(service, { model: 'dim-4-b' });
    const { pipeline } = await makeEmbeddedIndex(old, ['one']);
    const params = paramsOf(old);
    const body = await applyBody(old, other, pipeline);
    expect(await callExpectingError('applyChange', { params, body })).toMatchObject({
      statusCode: 409,
      attributes: { reason: 'mixes_vectors', change: { action: 'change_and_embed' } },
    });
    expect(JSON.stringify(await pipelineOf(pipeline))).toContain(old.id);
    const { journal } = await call('applyChange', { params, body: { ...body, ...mixed } });
    expect(journal.written?.other_writes).toBe(0);
    expect(JSON.stringify(await pipelineOf(pipeline))).toContain(other.id);
  });

  it('is not made over another’s, and goes back only to what it has left', async () => {
    const old = await makeModel();
    const other = await makeModel();
    const id = uniqueName('changed');
    const written = (more: Json) => ({
      processors: [{ set: { field: 'a', value: old.id } }],
      ...more,
    });
    await tell('PUT', `/_ingest/pipeline/${id}`, written({}));
    removeLater(() => ask('DELETE', `/_ingest/pipeline/${id}`));
    const params = paramsOf(old);
    const body = await applyBody(old, other, id);
    await tell('PUT', `/_ingest/pipeline/${id}`, written({ description: 'of a colleague' }));
    expect(await callExpectingError('applyChange', { params, body })).toMatchObject({
      statusCode: 409,
      attributes: {
        reason: 'changed',
        change: { before: { description: 'of a colleague' }, action: 'change' },
      },
    });
    expect(await pipelineOf(id)).toEqual(written({ description: 'of a colleague' }));

    const { journal } = await call('applyChange', {
      params,
      body: await applyBody(old, other, id),
    });
    const now = { ...(await pipelineOf(id)), description: 'of another colleague' };
    await tell('PUT', `/_ingest/pipeline/${id}`, now);
    expect(await callExpectingError('revertChange', { params, body: { journal } })).toMatchObject({
      statusCode: 409,
      attributes: { reason: 'changed', now },
    });
    expect(await pipelineOf(id)).toEqual(now);

    await tell('PUT', `/_ingest/pipeline/${id}`, { ...now, description: 'of a colleague' });
    const dry = await call('revertChange', { params, body: { journal, dry_run: true } });
    expect(dry).toEqual({ result: 'can_be_reverted' });
    expect(JSON.stringify(await pipelineOf(id))).toContain(other.id);
    await call('revertChange', { params, body: { journal } });
    expect(await pipelineOf(id)).toEqual(written({ description: 'of a colleague' }));
  });

  it('keeps numbers as they are written, and credentials to itself', async () => {
    const old = await makeModel();
    const other = await makeModel();
    const id = uniqueName('exact');
    const canary = `canary-${uniqueName('key')}`;
    const text =
      `{"processors":[{"set":{"field":"a","value":1.0}},` +
      `{"script":{"source":"ctx.a = 1","params":{"api_key":"${canary}","big":12345678901234567890}}},` +
      `{"set":{"field":"b","value":"${old.id}"}}]}`;
    await tell('PUT', `/_ingest/pipeline/${id}`, text);
    removeLater(() => ask('DELETE', `/_ingest/pipeline/${id}`));
    const readText = async () => {
      const answer = await fetch(`${environment().opensearchUrl}/_ingest/pipeline/${id}`);
      return answer.text();
    };
    const before = await readText();
    const params = paramsOf(old);
    const answers: unknown[] = [await plan(old, other)];
    const body = await applyBody(old, other, id);
    for (const dry_run of [true, false]) {
      answers.push(await call('applyChange', { params, body: { ...body, dry_run } }));
    }
    expect(await readText()).toBe(before.replace(old.id, other.id));
    const { journal } = answers[2] as Awaited<ReturnType<typeof call<'applyChange'>>>;
    answers.push(await send('revertChange', { params, body: { journal } }));
    expect(await readText()).toBe(before);
    expect(before).toContain(canary);
    expect(before).toContain('12345678901234567890');
    expect(JSON.stringify(answers)).not.toContain(canary);
    expect(readFileSync(environment().hostLog, 'utf8')).not.toContain(canary);
  });

  it('leaves a line in the log', async () => {
    const old = await makeModel();
    const other = await makeModel();
    const id = await makeEnricherPipeline(old.id);
    const body = { ...(await applyBody(old, other, id)), ...mixed };
    const { journal } = await call('applyChange', { params: paramsOf(old), body });
    await call('revertChange', { params: paramsOf(old), body: { journal } });
    expect(await linesAbout(old, 2)).toMatchObject([
      {
        event: 'replace_model',
        dependent: `search_pipeline/${id}`,
        replacement_id: other.id,
        accepted: ['mixed_vectors'],
        result: 'done',
      },
      { event: 'revert_replacement', dependent: `search_pipeline/${id}`, outcome: 'reverted' },
    ]);
  });
});

describe('a trial', () => {
  const tried = (old: MadeModel, replacement: MadeModel, body: object) =>
    call('tryReplacement', {
      params: paramsOf(old),
      body: { replacement_id: replacement.id, kind: 'model', id: replacement.id, ...body },
    });

  it('has the model predict, and runs pipelines with documents of their indexes', async () => {
    const old = await makeEmbeddingModel(service);
    const other = await makeEmbeddingModel(service, { model: 'dim-4-b' });
    const { index, pipeline } = await makeEmbeddedIndex(old, ['one']);
    const enricher = await makeEnricherPipeline(old.id);
    await tell('PUT', `/${index}/_settings`, { 'index.search.default_pipeline': enricher });

    expect(await tried(old, other, {})).toMatchObject({
      result: 'works',
      detail: expect.stringMatching(/with a vector of 4 values/) as string,
    });
    expect(await tried(old, other, { kind: 'ingest_pipeline', id: pipeline })).toEqual({
      result: 'works',
      detail: `A document of ${index} passed, with # vector that fits its field.`.replace('#', '1'),
    });
    expect(await tried(old, other, { kind: 'search_pipeline', id: enricher })).toEqual({
      result: 'works',
      detail: `A search of ${index} gave 1 hit.`,
    });
    expect(JSON.stringify(await pipelineOf(pipeline))).toContain(old.id);
  });

  it('fails where the vector is another than the model or the field says', async () => {
    const old = await makeEmbeddingModel(service);
    const liar = await makeEmbeddingModel(service, { model: 'dim-6' });
    const { index, pipeline } = await makeEmbeddedIndex(old, ['one']);
    expect(await tried(old, liar, {})).toMatchObject({
      result: 'fails',
      detail: 'The model gave a vector of 6 values instead of 4.',
    });
    expect(await tried(old, liar, { kind: 'ingest_pipeline', id: pipeline })).toMatchObject({
      result: 'fails',
      detail: `The vector has 6 values, and the field vector of ${index} takes 4.`,
    });
  });

  it('gives the cluster’s words where the model can’t be reached', async () => {
    const old = await makeModel({ deploy: true });
    const other = await makeModel({ deploy: true });
    const { pipeline } = await makeEmbeddedIndex(old, []);
    const refused = expect.stringMatching(/Connection refused|Error communicating/) as string;
    expect(await tried(old, other, {})).toMatchObject({ result: 'fails', detail: refused });
    const body = { kind: 'ingest_pipeline', id: pipeline };
    expect(await tried(old, other, { ...body, sample: { text: 'a' } })).toMatchObject({
      result: 'fails',
      // the connector of tests takes a text, and a pipeline gives lists
      detail: expect.stringMatching(/Invalid payload/) as string,
    });
    expect(await tried(old, other, body)).toMatchObject({ result: 'cannot_be_tried' });
    expect(await tried(old, other, { ...body, sample: { title: 'a' } })).toMatchObject({
      result: 'cannot_be_tried',
      detail: 'The document has none of the fields text.',
    });
  });

  it('says what can’t be tried', async () => {
    const old = await makeModel();
    const other = await makeModel();
    const { id } = await makeAgent(old.id);
    expect(await tried(old, other, { kind: 'agent', id })).toMatchObject({
      result: 'cannot_be_tried',
      detail: isAtLeast(environment().opensearchVersion, '3.1.0')
        ? expect.stringMatching(/agents aren’t tried/)
        : expect.stringMatching(/Before 3.1/),
    });
  });
});

describe('a swap of the connector', () => {
  const connectorOf = async ({ id }: MadeModel) =>
    String((await tell('GET', `/_plugins/_ml/models/${id}`)).connector_id);
  const listed = async (model: MadeModel, connectorId: string) => {
    const { connectors } = await call('listConnectors', {
      params: paramsOf(model),
      query: { search: connectorId },
    });
    return connectors[0];
  };

  it('puts another connector behind the ID, with consent, and goes back', async () => {
    const model = await makeEmbeddingModel(service);
    const before = await connectorOf(model);
    const other = await connectorOf(await makeEmbeddingModel(service, { model: 'dim-4-b' }));
    const twin = await connectorOf(await makeEmbeddingModel(service));
    expect(await listed(model, twin)).toMatchObject({ allowed: true, mixes_vectors: false });
    const candidate = await listed(model, other);
    expect(candidate).toMatchObject({ allowed: true, mixes_vectors: true });
    expect(await listed(model, before)).toBe(undefined);

    const params = paramsOf(model);
    const body = { connector_id: other, fingerprint: candidate?.fingerprint ?? '' };
    expect(await callExpectingError('swapConnector', { params, body })).toMatchObject({
      statusCode: 409,
      attributes: { reason: 'mixes_vectors' },
    });
    expect(await connectorOf(model)).toBe(before);
    expect(await call('swapConnector', { params, body: { ...body, ...mixed } })).toEqual({
      result: 'swapped',
      before,
      after: other,
    });
    expect(await connectorOf(model)).toBe(other);
    const { model_state: state } = await tell('GET', `/_plugins/_ml/models/${model.id}`);
    expect(state).toBe('DEPLOYED');
    expect(
      await callExpectingError('swapConnector', { params, body: { ...body, ...mixed } })
    ).toMatchObject({ statusCode: 409, attributes: { reason: 'changed' } });

    const back = { connector_id: before, fingerprint: (await listed(model, before))?.fingerprint };
    await call('swapConnector', {
      params,
      body: { ...back, fingerprint: back.fingerprint ?? '', ...mixed },
    });
    expect(await connectorOf(model)).toBe(before);
  });

  it('is refused for a model without a connector by its ID', async () => {
    const local = await makeLocalModel();
    const { connectors, why_not: whyNot } = await call('listConnectors', {
      params: paramsOf(local),
    });
    expect([connectors, whyNot]).toEqual([[], expect.stringMatching(/runs in the cluster/)]);
    const body = { connector_id: 'aB3xyz0123456789abcd', fingerprint: '0'.repeat(64) };
    expect(
      await callExpectingError('swapConnector', { params: paramsOf(local), body })
    ).toMatchObject({ statusCode: 409, attributes: { reason: 'unfit' } });
  });
});
