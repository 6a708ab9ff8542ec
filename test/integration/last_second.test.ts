import { isAtLeast } from '../../workbench/sample_data/release';
import { environment } from '../cluster/environment';
import { makeModel, removeFixtures, uniqueName } from '../cluster/fixtures';
import { setSafeDelete, tell } from '../cluster/opensearch';
import { call } from '../cluster/plugin_api';
import { modelExists, remove } from '../conformance/raw';
import { deleteOn } from '../sources/run_lost_cases';

const ROUNDS = 8;

/** Something whose update no search finds before the next refresh of its index. */
interface Changing {
  name: string;
  since: string;
  /** Makes one that uses a model, and gives what has it use another instead. */
  make(modelId: string): Promise<(another: string) => Promise<unknown>>;
}

const CHANGING: readonly Changing[] = [
  {
    name: 'a memory container',
    since: '3.3.0',
    async make(modelId) {
      const prefix = uniqueName('memory');
      const configuration = (llm: string) => ({ llm_id: llm });
      const { memory_container_id: id } = await tell(
        'POST',
        '/_plugins/_ml/memory_containers/_create',
        {
          name: prefix,
          configuration: {
            index_prefix: prefix,
            disable_history: true,
            disable_session: true,
            ...configuration(modelId),
          },
        }
      );
      const path = `/_plugins/_ml/memory_containers/${id}`;
      toRemove.push(`${path}?delete_all_memories=true`);
      return (another) => tell('PUT', path, { configuration: configuration(another) });
    },
  },
  {
    name: 'the guardrails of a model',
    since: '2.19.0',
    async make(modelId) {
      const { id } = await makeModel();
      const guardBy = (guard: string) =>
        tell('PUT', `/_plugins/_ml/models/${id}`, {
          guardrails: {
            type: 'model',
            input_guardrail: {
              model_id: guard,
              response_filter: '$.label',
              response_validation_regex: '^accept$',
            },
          },
        });
      await guardBy(modelId);
      return guardBy;
    },
  },
];

const toRemove: string[] = [];

beforeAll(() => setSafeDelete(false));

afterAll(async () => {
  for (const path of toRemove) await remove(path);
  await removeFixtures();
  await setSafeDelete(null);
});

const there = CHANGING.filter(({ since }) => isAtLeast(environment().opensearchVersion, since));

describe.each(there)('$name that is changed right before a delete', ({ make }) => {
  it(`stops it, ${ROUNDS} times of ${ROUNDS}`, async () => {
    const { id: other } = await makeModel();
    const change = await make(other);
    const reasons: unknown[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = await makeModel();
      const review = await call('reviewModel', { params: { model_id: id } });
      expect(review.verdict).toBe('clear');
      await change(id);
      const { body } = await deleteOn(review, []);
      reasons.push((body as { attributes?: { reason?: string } }).attributes?.reason);
      expect(await modelExists(id)).toBe(reasons[round] !== undefined);
      await change(other);
    }
    expect(reasons).toEqual(reasons.map(() => 'changed'));
  });
});
