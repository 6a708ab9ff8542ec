import fc from 'fast-check';
import type { RunReview } from '../../common/contracts/bulk_deletion';
import { agreedAtTurn } from '../../common/deletion/review_in_run';
import { hasNewConsequences } from '../../common/deletion/consent';
import type { Review } from '../../common/dependents/review';
import { ClusterError } from '../cluster/errors';
import { reviewModel } from '../dependents/review_model';
import { ModelsInMemory, type StoredModel } from '../test_support/models_in_memory';
import { deleteReviewedModel } from './delete_reviewed_model';
import { DeleteConflict } from './errors';
import { reviewRun } from './review_run';

let cluster: ModelsInMemory;
beforeEach(() => {
  cluster = new ModelsInMemory();
});

const idOf = ({ review }: RunReview) => review.model.id;

/** Deletes on what was agreed to, again where only less of it is left, as the page does. */
async function deleteAgreed(agreed: Review) {
  const { id } = agreed.model;
  const remove = ({ fingerprint }: Review) =>
    deleteReviewedModel(cluster, id, { fingerprint, accept: [], undeploy: true });
  try {
    return await remove(agreed);
  } catch (error) {
    const isStopped = error instanceof DeleteConflict && error.reason === 'changed';
    if (!isStopped || hasNewConsequences(agreed, error.review)) throw error;
    return remove(error.review);
  }
}

/** Deletes as a run does: in order, each on what was agreed to for its turn. */
async function runAll(modelIds: string[], between = (_gone: RunReview[]) => {}) {
  const { reviews, order } = await reviewRun(cluster, modelIds);
  const gone: RunReview[] = [];
  const ends: Record<string, string> = {};
  for (const id of order) {
    const one = reviews.find((each) => idOf(each) === id);
    if (!one) throw new Error(`${id} has no review`);
    try {
      const { model_group: group } = await deleteAgreed(agreedAtTurn(one, gone));
      ends[id] = `deleted, group ${group}`;
      gone.push(one);
    } catch (error) {
      ends[id] = String((error as { reason?: string }).reason ?? error);
    }
    between(gone);
  }
  return ends;
}

describe('reviewRun', () => {
  it('lets a guard go without a question once the model that it guards is gone', async () => {
    cluster.add('guard');
    cluster.add('user', { guards: ['guard'] });
    const { reviews, order } = await reviewRun(cluster, ['guard', 'user']);
    expect(order).toEqual(['user', 'guard']);
    expect(reviews.map((one) => [idOf(one), one.review.conditions, one.conditions_in_run])).toEqual(
      [
        ['guard', ['breaks'], []],
        ['user', [], []],
      ]
    );
    expect(await runAll(['guard', 'user'])).toEqual({
      user: 'deleted, group kept',
      guard: 'deleted, group kept',
    });
  });

  it('asks all the same where a model outside the run is guarded too', async () => {
    cluster.add('guard');
    cluster.add('user', { guards: ['guard'] });
    cluster.add('other', { guards: ['guard'] });
    const { reviews } = await reviewRun(cluster, ['guard', 'user']);
    expect(reviews[0]).toMatchObject({ waits_for: ['user'], conditions_in_run: ['breaks'] });
  });

  it('deletes a group with the last of its versions', async () => {
    for (const id of ['v1', 'v2', 'v3']) cluster.add(id, { groupId: 'g' });
    expect(await runAll(['v1', 'v2', 'v3'])).toEqual({
      v1: 'deleted, group kept',
      v2: 'deleted, group kept',
      v3: 'deleted, group deleted',
    });
  });

  it('stops before the last version when one was added meanwhile', async () => {
    for (const id of ['v1', 'v2']) cluster.add(id, { groupId: 'g' });
    const addOnce = () => cluster.add('v3', { groupId: 'g' });
    expect(await runAll(['v1', 'v2'], addOnce)).toEqual({
      v1: 'deleted, group kept',
      v2: 'changed',
    });
    expect(cluster.groups.has('g')).toBe(true);
  });

  it('takes a use that came during the run for a change of that model alone', async () => {
    for (const id of ['a', 'b', 'c']) cluster.add(id, { groupId: 'g' });
    const use = () => cluster.pipelines.set('new', 'b');
    expect(await runAll(['a', 'b', 'c'], use)).toEqual({
      a: 'deleted, group kept',
      b: 'changed',
      c: 'deleted, group kept',
    });
  });

  it('reports what can not be read, and leaves out only what guards that', async () => {
    cluster.add('free');
    cluster.add('private', { guards: ['guard'], forbidden: true });
    cluster.add('guard');
    const { order, errors, reviews } = await reviewRun(cluster, [
      'nothing',
      'private',
      'guard',
      'free',
    ]);
    expect(order).toEqual(['free']);
    expect(reviews.map((one) => [idOf(one), one.left_out])).toEqual([
      ['guard', { why: 'user_stays', model_ids: ['private'] }],
      ['free', null],
    ]);
    expect([...errors].map(([id, { kind }]) => [id, kind])).toEqual([
      ['nothing', 'not_found'],
      ['private', 'forbidden'],
    ]);
  });

  it('reads no source when there is no model', async () => {
    await reviewRun(cluster, ['nothing', 'here']);
    expect(cluster.sent.filter((one) => one.includes('pipeline'))).toEqual([]);
  });

  it('gives up at once when the cluster is away', async () => {
    let asked = 0;
    const away = new ClusterError('unreachable', 'connect ECONNREFUSED');
    const { request } = cluster;
    cluster.request = (sent) => {
      if (!/models\/[^_]/.test(sent.path)) return request.call(cluster, sent);
      asked += 1;
      return Promise.reject(away);
    };
    const ids = Array.from({ length: 100 }, (_, index) => `m${index}`);
    await expect(reviewRun(cluster, ids)).rejects.toBe(away);
    expect(asked).toBeLessThan(20);
  });

  it('reads each source, each group and safe delete once for all', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `m${index}`);
    ids.forEach((id, index) => cluster.add(id, { groupId: `g${index % 3}` }));
    await reviewRun(cluster, ids);
    const ofModels = cluster.sent.filter((one) => /GET .*\/models\/m/.test(one));
    const others = cluster.sent.filter((one) => !ofModels.includes(one));
    expect(ofModels).toHaveLength(30);
    expect(new Set(others).size).toBe(others.length);
    expect(others.filter((one) => one.includes('/model_groups/'))).toHaveLength(3);
  });
});

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const drawnModel: fc.Arbitrary<StoredModel> = fc.record({
  state: fc.constantFrom('REGISTERED', 'DEPLOYED'),
  groupId: fc.constantFrom(undefined, 'g1', 'g2'),
  guards: fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 2 }),
  hidden: fc.integer({ max: 9, min: 0 }).map((one) => one === 0),
  forbidden: fc.integer({ max: 9, min: 0 }).map((one) => one === 0),
});
const drawnCluster = fc.record({
  models: fc.dictionary(fc.constantFrom(...IDS), drawnModel),
  pipelines: fc.dictionary(fc.constantFrom('p', 'q'), fc.constantFrom(...IDS)),
  safeDelete: fc.boolean(),
  selected: fc.shuffledSubarray(IDS, { minLength: 1 }),
  /** Models whose delete fails for another reason. */
  failing: fc.subarray(IDS),
});

describe('a run of any models, guards and groups', () => {
  it('has the reviews that each model has by itself', async () => {
    await fc.assert(
      fc.asyncProperty(drawnCluster, async (drawn) => {
        const cluster = clusterOf(drawn);
        const { reviews, errors } = await reviewRun(cluster, drawn.selected);
        for (const id of drawn.selected) {
          const alone = await reviewModel(cluster, id).catch((error: unknown) => error);
          const inRun = reviews.find((one) => idOf(one) === id)?.review ?? errors.get(id);
          expect(inRun).toEqual(alone);
        }
      })
    );
  });

  it('finds nothing new at any turn, whichever deletes before it fail', async () => {
    await fc.assert(
      fc.asyncProperty(drawnCluster, async (drawn) => {
        const cluster = clusterOf(drawn);
        const { reviews, order } = await reviewRun(cluster, drawn.selected);
        const gone: RunReview[] = [];
        for (const id of order) {
          const one = reviews.find((each) => idOf(each) === id);
          if (!one) throw new Error(`${id} has no review`);
          if (!one.waits_for.every((other) => gone.some((each) => idOf(each) === other))) continue;
          const now = await reviewModel(cluster, id);
          expect(hasNewConsequences(agreedAtTurn(one, gone), now)).toBe(false);
          expect(now.conditions).toEqual(one.conditions_in_run);
          if (drawn.failing.includes(id)) continue;
          cluster.remove(id);
          gone.push(one);
        }
      }),
      { numRuns: 200 }
    );
  });

  function clusterOf(drawn: typeof drawnCluster extends fc.Arbitrary<infer T> ? T : never) {
    const cluster = new ModelsInMemory();
    for (const [id, model] of Object.entries(drawn.models)) cluster.add(id, model);
    for (const [name, id] of Object.entries(drawn.pipelines)) cluster.pipelines.set(name, id);
    cluster.safeDelete = drawn.safeDelete;
    return cluster;
  }
});
