import { removeFixtures, makeModel } from '../cluster/fixtures';
import { ask, setSafeDelete, tell, type Json } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';
import { waitUntil } from '../cluster/wait_for';
import { modelExists } from '../conformance/raw';
import { deleteOn } from '../sources/run_lost_cases';

const AGENTS = '/.plugins-ml-agent';

/** As after a node was lost for good: one of two shards has no copy, and nobody calls that a failure. */
async function makeHalfAnIndex(): Promise<void> {
  await ask('DELETE', AGENTS);
  await tell('PUT', `${AGENTS}?wait_for_active_shards=0`, {
    // without any, a search can't sort
    mappings: { properties: { name: { type: 'text' } } },
    settings: {
      number_of_shards: 2,
      number_of_replicas: 0,
      'index.routing.allocation.total_shards_per_node': 1,
    },
  });
  await waitUntil('a search of agents for one shard of two', async () => {
    const { _shards: shards } = await ask('POST', '/_plugins/_ml/agents/_search', {
      query: { match_all: {} },
    });
    const { total, successful, failed } = (shards ?? {}) as Json;
    return total === 2 && successful === 1 && failed === 0;
  });
}

beforeAll(() => setSafeDelete(false));

afterAll(async () => {
  await ask('DELETE', AGENTS);
  await removeFixtures();
  await setSafeDelete(null);
});

describe('a search that a shard without a copy is left out of', () => {
  it('is a source that failed, and stops a delete', async () => {
    const { id } = await makeModel();
    await makeHalfAnIndex();
    const review = await call('reviewModel', { params: { model_id: id } });
    expect(review.coverage).toContainEqual({
      source: 'agent',
      state: 'failed',
      detail: 'The search was answered by 1 of 2 shards.',
    });
    expect(review.conditions).toEqual(['incomplete']);
    expect(await deleteOn(review, [])).toMatchObject({
      status: 409,
      body: { attributes: { reason: 'incomplete' } },
    });
    expect(await modelExists(id)).toBe(true);
  });
});
