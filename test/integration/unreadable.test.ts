import type { Review } from '../../common/dependents/review';
import { isAtLeast } from '../../workbench/sample_data/release';
import { environment } from '../cluster/environment';
import { makeFaults, mendWire, sentToCluster } from '../cluster/faults';
import { makeIngestPipeline, makeModel, removeFixtures, uniqueName } from '../cluster/fixtures';
import { ask, type Json, setSafeDelete, tell } from '../cluster/opensearch';
import { call, callExpectingError, send } from '../cluster/plugin_api';

const stored: string[] = [];
const pathOf = (id: string) => `/.plugins-ml-model/_doc/${id}?refresh=true`;

afterEach(async () => {
  await mendWire();
  for (const id of stored.splice(0)) await ask('DELETE', pathOf(id));
  await removeFixtures();
  await setSafeDelete(null);
});

const EMBEDDING = { model_type: 'text_embedding', embedding_dimension: 384 };

/** What ML Commons can't make anything of, and what it says of it. */
function documents(): Array<{ document: Json; words: string }> {
  const framework = { ...EMBEDDING, framework_type: 'OF_ANOTHER_VERSION' };
  const old = { ...EMBEDDING, framework_type: 'SENTENCE_TRANSFORMERS' };
  return [
    { document: { model_config: framework }, words: 'Wrong framework type' },
    { document: { model_state: 'OF_ANOTHER_VERSION' }, words: 'Wrong model state' },
    // as it was stored before the field was asked for
    ...(isAtLeast(environment().opensearchVersion, '3.1.0')
      ? [
          {
            document: { model_config: old },
            words:
              'Space type must be provided in additional_config for remote text embedding model',
          },
        ]
      : []),
  ];
}

async function storeModel(document: Json) {
  const readable = await makeModel();
  const id = uniqueName('unreadable');
  stored.push(id);
  await tell('PUT', pathOf(id), {
    ...(await tell('GET', `/_plugins/_ml/models/${readable.id}`)),
    name: id,
    ...document,
  });
  return { id, groupId: readable.groupId };
}

type Named = Pick<Review['dependents'][number], 'kind' | 'id' | 'references'>;
const pathsIn = ({ dependents }: { dependents: Named[] }) =>
  dependents.map(({ kind, id, references }) => [kind, id, references.map(({ path }) => path)]);

describe('a model that ML Commons can’t read', () => {
  it('is shown with what uses it and why, and is never deleted', async () => {
    await setSafeDelete(false);
    for (const { document, words } of documents()) {
      const { id, groupId } = await storeModel(document);
      const pipeline = await makeIngestPipeline(id);
      const params = { model_id: id };
      const place = ['ingest_pipeline', pipeline, ['processors[0].text_embedding.model_id']];

      const { models, usage } = await call('listModels', {
        query: { search: id, usage: 'in_use' },
      });
      expect(models).toMatchObject([{ id }]);
      expect(usage).toEqual({ [id]: { blocks: 1, breaks: 0, possible: 0 } });

      const page = await call('getModel', { params });
      expect(page).toMatchObject({ unreadable: words, model: { id } });
      expect(page.metadata).toMatchObject({ name: id, model_group_id: groupId });

      const review = await call('reviewModel', { params });
      expect(review).toMatchObject({
        unreadable: words,
        verdict: 'refused',
        model: { id, name: id },
        model_group: { id: groupId, last_version: false },
      });
      expect(pathsIn(review)).toEqual([place]);

      const { edges } = await call('getGraph', { query: params });
      expect(edges.map(({ from }) => from)).toContain(`ingest_pipeline/${pipeline}`);
      expect(pathsIn(await call('getRecovery', { params }))).toEqual([place]);
      const run = await call('reviewModels', { body: { model_ids: [id] } });
      expect(run.reviews).toMatchObject([{ conditions: ['refused', 'breaks'] }]);

      await mendWire();
      const consent = {
        fingerprint: review.fingerprint,
        accept: ['breaks' as const, 'incomplete' as const],
        undeployed: true,
      };
      expect(await callExpectingError('deleteModel', { params, query: consent })).toMatchObject({
        statusCode: 409,
        attributes: {
          reason: 'refused',
          cause: 'unreadable_model',
          cluster_message: words,
          review: { unreadable: words },
        },
      });
      const sent = await sentToCluster();
      expect(sent.filter((line) => /^(DELETE|PUT) |_undeploy/.test(line))).toEqual([]);
      expect(await ask('GET', pathOf(id))).toMatchObject({ found: true });
    }
  });

  it('can’t be deleted where nothing uses it either', async () => {
    const [one] = documents();
    const { id } = await storeModel(one?.document ?? {});
    const review = await call('reviewModel', { params: { model_id: id } });
    expect(review).toMatchObject({ dependents: [], verdict: 'refused', conditions: ['refused'] });
  });

  it('is what ML Commons says it is where no search finds it', async () => {
    const body = JSON.stringify({
      error: { type: 'illegal_argument_exception', reason: 'Wrong model state' },
      status: 400,
    });
    await makeFaults({ path: 'models/hidden-from-me', answer: { status: 400, body } });
    for (const name of ['getModel', 'reviewModel'] as const) {
      expect(await send(name, { params: { model_id: 'hidden-from-me' } })).toMatchObject({
        status: 400,
        body: { attributes: { cause: 'unreadable_model', cluster_message: 'Wrong model state' } },
      });
    }
  });
});
