import { meantForAnother } from '../../common/dependents/origin';
import { makeFaults, mendWire } from '../cluster/faults';
import type { Fault } from '../cluster/wire';
import {
  makeAgent,
  makeConversationalAgent,
  makeEnricherPipeline,
  makeGroup,
  makeIngestPipeline,
  makeModel,
  makeSearchPipeline,
  removeFixtures,
  removeLater,
  uniqueName,
} from '../cluster/fixtures';
import { ask, setSafeDelete, tell, type Json } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';

const review = (id: string) => call('reviewModel', { params: { model_id: id } });

beforeEach(() => setSafeDelete(true));
afterEach(async () => {
  await mendWire();
  await removeFixtures();
});
afterAll(() => setSafeDelete(null));

describe('GET /models/{model_id}/review', () => {
  it('names every dependent with its paths, and tells who stops what', async () => {
    const { id } = await makeModel();
    const ingest = await makeIngestPipeline(id);
    const search = await makeSearchPipeline(id);
    const enricher = await makeEnricherPipeline(id);
    const agent = await makeAgent(id);
    const chat = await makeConversationalAgent(id);
    const { dependents, verdict, conditions } = await review(id);
    const told = dependents.map(({ kind, id: of, name, references }) => [
      kind,
      of,
      name,
      ...references.map(({ path, enforcement }) => `${path} ${enforcement}`),
    ]);
    expect(told.sort()).toEqual(
      [
        ['ingest_pipeline', ingest, ingest, 'processors[0].text_embedding.model_id blocks'],
        [
          'search_pipeline',
          search,
          search,
          'response_processors[0].rerank.ml_opensearch.model_id blocks',
        ],
        [
          'search_pipeline',
          enricher,
          enricher,
          'request_processors[0].neural_query_enricher.default_model_id breaks',
        ],
        ['agent', agent.id, agent.name, 'tools[0].parameters.model_id blocks'],
        ['agent', chat.id, chat.name, 'llm.model_id breaks'],
      ].sort()
    );
    expect(verdict).toBe('refused');
    expect(conditions).toEqual(['refused', 'breaks']);
  });

  it('follows what happens to the model', async () => {
    const { id } = await makeModel();
    const clear = await review(id);
    expect(clear).toMatchObject({ verdict: 'clear', dependents: [], conditions: [] });
    expect((await review(id)).fingerprint).toBe(clear.fingerprint);
    await makeIngestPipeline(id);
    const refused = await review(id);
    expect(refused.verdict).toBe('refused');
    expect(refused.fingerprint).not.toBe(clear.fingerprint);
    await setSafeDelete(false);
    const breaks = await review(id);
    expect(breaks).toMatchObject({ verdict: 'breaks', safe_delete: { enabled: false } });
    expect(breaks.fingerprint).not.toBe(refused.fingerprint);
  });

  it('shows that a model was registered with an ID that an agent has had before', async () => {
    // an ID of 20 characters may be one that ML Commons makes
    const id = uniqueName('m').slice(0, 19);
    const agent = await makeAgent(id);
    const { id: storedAs } = await makeModel();
    const { _source: source } = await ask('GET', `/.plugins-ml-model/_doc/${storedAs}`);
    const path = `/.plugins-ml-model/_doc/${id}?refresh=true`;
    removeLater(() => ask('DELETE', path));
    // as a custom ID and its tag are stored since 3.7 and 3.9
    await tell('PUT', path, {
      ...(source as Json),
      created_time: Date.now(),
      provisioned_by: 'flow-framework',
    });
    const shown = await review(id);
    expect(meantForAnother(shown)).toMatchObject([{ kind: 'agent', id: agent.id }]);
    // before 3.7 only a search gives it
    const { models } = await call('listModels', { query: { search: id } });
    expect(models).toMatchObject([{ id, provisioned_by: 'flow-framework' }]);
  });

  it('knows the last version of a group', async () => {
    const groupId = await makeGroup();
    const first = await makeModel({ groupId });
    expect((await review(first.id)).model_group).toMatchObject({ id: groupId, last_version: true });
    await makeModel({ groupId });
    expect((await review(first.id)).model_group).toMatchObject({ last_version: false });
  });

  it('asks to undeploy a deployed model first', async () => {
    const { id } = await makeModel({ deploy: true });
    expect(await review(id)).toMatchObject({
      verdict: 'undeploy_first',
      model: { state: 'DEPLOYED' },
    });
  });

  it.each<[string, string, Fault['answer'], string]>([
    [
      'forbidden',
      '_ingest/pipeline',
      {
        status: 403,
        body: '{"error":{"type":"security_exception","reason":"no permissions for [cluster:admin/ingest/pipeline/get]"},"status":403}',
      },
      'ingest_pipeline',
    ],
    [
      'failed',
      '_search/pipeline',
      { status: 500, body: '{"error":"boom","status":500}' },
      'search_pipeline',
    ],
    ['failed', 'agents/_search', 'truncate', 'agent'],
    ['failed', 'agents/_search', { status: 200, body: '{"hits":{"hits":[{"no":"id"}]}}' }, 'agent'],
    ['failed', '_ingest/pipeline', 'drop', 'ingest_pipeline'],
    [
      'failed',
      '_ingest/pipeline',
      { status: 404, type: 'text/html', body: 'gone' },
      'ingest_pipeline',
    ],
  ])('says %s for %s, and hides nothing else', async (state, path, answer, source) => {
    const { id } = await makeModel();
    await makeIngestPipeline(id);
    await makeSearchPipeline(id);
    await makeAgent(id);
    await setSafeDelete(false);
    await makeFaults({ path, answer });
    const { coverage, dependents, verdict, conditions } = await review(id);
    const gap = coverage.find((one) => one.source === source);
    expect(gap).toMatchObject({ state });
    expect(gap?.detail).toBeTruthy();
    const others = coverage.filter((one) => one.source !== source).map((one) => one.state);
    expect(others.filter((one) => one !== 'read' && one !== 'absent')).toEqual([]);
    expect(dependents.map(({ kind }) => kind)).not.toContain(source);
    expect(dependents).toHaveLength(2);
    expect(verdict).toBe('incomplete');
    expect(conditions).toEqual(['incomplete', 'breaks']);
  });

  it('is incomplete while safe delete can not be read', async () => {
    const { id } = await makeModel();
    await makeFaults({
      path: '_cluster/settings',
      answer: { status: 403, body: '{"error":"no"}' },
    });
    expect(await review(id)).toMatchObject({
      verdict: 'incomplete',
      safe_delete: { enabled: null, detail: 'no' },
    });
  });

  it('answers 404 for an unknown model', async () => {
    expect(
      await callExpectingError('reviewModel', { params: { model_id: 'nothing_here' } })
    ).toMatchObject({ statusCode: 404, attributes: { reason: 'not_found' } });
  });
});
