import fc from 'fast-check';
import { hasNewConsequences, openConditions } from '../../common/deletion/consent';
import { planRun } from '../../common/deletion/run_plan';
import type { PlannedDelete } from '../../common/deletion/run_plan';
import type { Review } from '../../common/dependents/review';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import { reviewModel, reviewModels } from '../dependents/review_model';
import { ModelsInMemory, type StoredModel } from '../test_support/models_in_memory';
import { deleteReviewedModel } from './delete_reviewed_model';
import { DeleteConflict } from './errors';

let cluster: ModelsInMemory;
beforeEach(() => {
  cluster = new ModelsInMemory();
});

/** Reviews models and plans a run of those without conditions, or of all that can be deleted. */
async function planOf(cluster: Cluster, modelIds: readonly string[], { agreesToAll = false } = {}) {
  const reviewed = await reviewModels(cluster, modelIds);
  const reviews: Review[] = [];
  const errors = new Map<string, ClusterError>();
  for (const [id, one] of reviewed) {
    if (one instanceof ClusterError) errors.set(id, one);
    else reviews.push(one);
  }
  const unread = [...errors.keys()].map((id) => ({ model_id: id }));
  const plan = planRun({ reviews, errors: unread }, (shown) =>
    openConditions(shown, { undeploy: agreesToAll, typedName: agreesToAll ? shown.model.name : '' })
  );
  return { ...plan, reviews, errors };
}

const idOf = ({ shown }: PlannedDelete) => shown.model.id;

/** Deletes on what was agreed to, again where only less of it is left, as the page does. */
async function deleteAgreed(shown: Review) {
  const remove = ({ fingerprint }: Review) =>
    deleteReviewedModel(cluster, shown.model.id, { fingerprint, accept: [], undeployed: false });
  try {
    return await remove(shown);
  } catch (error) {
    const isStopped = error instanceof DeleteConflict && error.reason === 'changed';
    if (!isStopped || hasNewConsequences(shown, error.review)) throw error;
    return remove(error.review);
  }
}

/** Deletes as a run does: in order, each on what was agreed to. */
async function runAll(modelIds: string[], between = () => {}) {
  const { deletes } = await planOf(cluster, modelIds);
  const ends: Record<string, string> = {};
  for (const one of deletes) {
    try {
      const { model_group: group } = await deleteAgreed(one.shown);
      ends[idOf(one)] = `deleted, group ${group}`;
    } catch (error) {
      ends[idOf(one)] = String((error as { reason?: string }).reason ?? error);
    }
    between();
  }
  return ends;
}

describe('a run of deletes', () => {
  it('deletes a guard on no further consent once the model that it guards is gone', async () => {
    cluster.add('guard');
    cluster.add('user', { guards: ['guard'] });
    expect(await runAll(['guard', 'user'])).toEqual({
      user: 'deleted, group kept',
      guard: 'deleted, group kept',
    });
  });

  it('deletes a group with the last of its versions', async () => {
    for (const id of ['v1', 'v2', 'v3']) cluster.add(id, { groupId: 'g' });
    expect(await runAll(['v1', 'v2', 'v3'])).toEqual({
      v1: 'deleted, group kept',
      v2: 'deleted, group kept',
      v3: 'deleted, group deleted',
    });
  });

  it('keeps the group where a version was added meanwhile', async () => {
    for (const id of ['v1', 'v2']) cluster.add(id, { groupId: 'g' });
    const addOnce = () => cluster.add('v3', { groupId: 'g' });
    expect(await runAll(['v1', 'v2'], addOnce)).toEqual({
      v1: 'deleted, group kept',
      v2: 'deleted, group kept',
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

  it('excludes only what guards a model that can not be read', async () => {
    cluster.add('free');
    cluster.add('private', { guards: ['guard'], forbidden: true });
    cluster.add('guard');
    const { deletes, excluded, errors } = await planOf(cluster, [
      'nothing',
      'private',
      'guard',
      'free',
    ]);
    expect(deletes.map(idOf)).toEqual(['free']);
    expect(excluded).toMatchObject([
      { shown: { model: { id: 'guard' } }, why: 'user_stays', modelIds: ['private'] },
    ]);
    expect([...errors].map(([id, { kind }]) => [id, kind])).toEqual([
      ['nothing', 'not_found'],
      ['private', 'forbidden'],
    ]);
  });
});

describe('reviewModels', () => {
  it('reads no source when there is no model', async () => {
    await reviewModels(cluster, ['nothing', 'here']);
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
    await expect(reviewModels(cluster, ids)).rejects.toBe(away);
    expect(asked).toBeLessThan(20);
  });

  it('reads each source, each group and safe delete once for all', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `m${index}`);
    ids.forEach((id, index) => cluster.add(id, { groupId: `g${index % 3}` }));
    await reviewModels(cluster, ids);
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
        const reviewed = await reviewModels(cluster, drawn.selected);
        for (const id of drawn.selected) {
          const alone = await reviewModel(cluster, id).catch((error: unknown) => error);
          expect(reviewed.get(id)).toEqual(alone);
        }
      })
    );
  });

  it('finds nothing new at any turn, whichever deletes before it fail', async () => {
    await fc.assert(
      fc.asyncProperty(drawnCluster, async (drawn) => {
        const cluster = clusterOf(drawn);
        const { deletes } = await planOf(cluster, drawn.selected, { agreesToAll: true });
        const gone = new Set<string>();
        for (const one of deletes) {
          if (!one.users.every((id) => gone.has(id))) continue;
          const now = await reviewModel(cluster, idOf(one));
          expect(hasNewConsequences(one.shown, now)).toBe(false);
          expect(now.conditions).toEqual(one.shown.conditions);
          if (drawn.failing.includes(idOf(one))) continue;
          cluster.remove(idOf(one));
          gone.add(idOf(one));
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
