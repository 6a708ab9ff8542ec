import fc from 'fast-check';
import type { DeleteModelAnswer, Undeployed } from '../../../common/contracts/deletion';
import type { Review } from '../../../common/dependents/review';
import { createApi } from '../../api/client';
import type { ApiErrorReason } from '../../api/errors';
import { FakeServer, httpError, networkError, pending } from '../../test_support/fake_server';
import type { Sent } from '../../test_support/fake_server';
import { aModel, aReview, BREAKING_AGENT } from '../../test_support/fixtures';
import { aReviewOf, plannedDeletes } from '../../test_support/run_fixtures';
import { countEnded, isOver, startRun, undeployedByRun } from './run';
import type { RunState } from './run';

type Answer = DeleteModelAnswer | Error | Promise<DeleteModelAnswer | Error>;

const deleted = (id: string): DeleteModelAnswer => ({
  result: 'deleted',
  model_id: id,
  model_group: 'kept',
  response: null,
});

function failure(reason: ApiErrorReason, status: number | null = 409, review = aReview()): Error {
  if (status === null || reason === 'server_unreachable') return networkError();
  if (reason === 'unexpected') return httpError(status, 'message');
  const words = { cluster_message: 'words', ...(status === 409 && { review }) };
  return httpError(status, 'message', { reason, ...words });
}

const DELETE_ROUTE = 'DELETE /api/ml_models/models/{model_id}';
const REVIEW_ROUTE = 'GET /api/ml_models/models/{model_id}/review';
const UNDEPLOY_ROUTE = 'POST /api/ml_models/models/{model_id}/_undeploy';
const idIn = ({ path }: Sent) => path.split('/')[4] ?? '';

/** A run on a server that deletes whatever it is asked to, save what `answer` says. */
function runOf(reviews: Review[], answer: (id: string, sent: Sent) => Answer | null = () => null) {
  const server = new FakeServer()
    .on(DELETE_ROUTE, (sent) => answer(idIn(sent), sent) ?? deleted(idIn(sent)))
    .on(REVIEW_ROUTE, (sent) => reviews.find(({ model }) => model.id === idIn(sent)) ?? aReview())
    .on(UNDEPLOY_ROUTE, (sent) => undeployed(idIn(sent)));
  const seen: RunState[] = [];
  const run = () =>
    startRun(plannedDeletes(reviews), {
      api: createApi(server.http),
      onChange: (state) => seen.push(state),
      now: () => 1_000,
    });
  const deletes = () => server.sent.filter(({ method }) => method === 'DELETE');
  return { server, run, seen, deletes, asked: () => deletes().map(idIn) };
}

const undeployed = (id: string, state = 'UNDEPLOYED'): Undeployed => ({
  model_id: id,
  state,
  auto_deploy: true,
  nodes: [],
});

const kinds = ({ models }: RunState) =>
  Object.fromEntries(
    models.map(({ planned, progress }) => [planned.shown.model.id, progress.kind])
  );

describe('startRun', () => {
  it('deletes one after the other, and tells of each step', async () => {
    const { run, seen } = runOf([aReviewOf('a'), aReviewOf('b')]);
    await run().ended;
    expect(seen.map(kinds)).toEqual([
      { a: 'deleting', b: 'waiting' },
      { a: 'deleted', b: 'deleting' },
      { a: 'deleted', b: 'deleted' },
    ]);
    expect(seen.map(countEnded)).toEqual([0, 1, 2]);
    expect(seen.map(isOver)).toEqual([false, false, true]);
  });

  it('has nothing to do for no model', async () => {
    const { run, server } = runOf([]);
    expect(isOver(await run().ended)).toBe(true);
    expect(server.sent).toEqual([]);
  });

  it('asks for just what was agreed to', async () => {
    const { run, deletes } = runOf([aReviewOf('a', { conditions: ['breaks'] }), aReviewOf('b')]);
    await run().ended;
    expect(deletes().map(({ query }) => query)).toEqual([
      { fingerprint: 'of a', accept: ['breaks'] },
      { fingerprint: 'of b' },
    ]);
  });

  it('lets the delete under way end when it is stopped, and starts no other', async () => {
    const first = pending<DeleteModelAnswer>();
    const reviews = [aReviewOf('a'), aReviewOf('b'), aReviewOf('c')];
    const { run, seen, asked } = runOf(reviews, (id) => (id === 'a' ? first.promise : null));
    const { ended, stop } = run();
    stop();
    expect(seen.map(kinds).at(-1)).toEqual({ a: 'deleting', b: 'not_started', c: 'not_started' });
    first.resolve(deleted('a'));
    const state = await ended;
    expect(kinds(state)).toEqual({ a: 'deleted', b: 'not_started', c: 'not_started' });
    expect([state.isStopped, asked()]).toEqual([true, ['a']]);
    stop();
    expect(seen.at(-1)).toBe(state);
  });

  it.each<[ApiErrorReason, number | null, string]>([
    ['changed', 409, 'stopped'],
    ['refused', 409, 'stopped'],
    ['undeploy_first', 409, 'stopped'],
    ['incomplete', 409, 'stopped'],
    ['breaks', 409, 'stopped'],
    ['not_found', 404, 'gone'],
    ['forbidden', 403, 'failed'],
    ['rejected', 400, 'failed'],
    ['timeout', 504, 'unknown'],
    ['malformed_answer', 502, 'unknown'],
    ['unexpected', 502, 'unknown'],
    ['unexpected', 400, 'failed'],
  ])('goes on after %s (%s)', async (reason, status, kind) => {
    const { run } = runOf([aReviewOf('a'), aReviewOf('b')], (id) =>
      // the model is there, with something new that uses it
      id === 'a' ? failure(reason, status, aReviewOf('a', { conditions: ['breaks'] })) : null
    );
    expect(kinds(await run().ended)).toEqual({ a: kind, b: 'deleted' });
  });

  it('counts a model as gone of which something is left, and goes on to what guards it', async () => {
    const left = httpError(500, 'message', { reason: 'rejected', cause: 'cleanup_failed' });
    const reviews = [aReviewOf('a'), aReviewOf('b', { users: ['a'] })];
    const { run } = runOf(reviews, (id) => (id === 'a' ? left : null));
    expect(kinds(await run().ended)).toEqual({ a: 'half_deleted', b: 'deleted' });
  });

  it.each<[ApiErrorReason, number | null, string]>([
    ['server_unreachable', null, 'unknown'],
    ['unreachable', 503, 'unknown'],
    ['data_source_unavailable', 400, 'failed'],
    ['unexpected', 401, 'failed'],
  ])('breaks off at %s (%s): no other would succeed', async (reason, status, kind) => {
    const { run, asked } = runOf([aReviewOf('a'), aReviewOf('b')], (id) =>
      id === 'a' ? failure(reason, status) : null
    );
    const state = await run().ended;
    expect(kinds(state)).toEqual({ a: kind, b: 'not_started' });
    expect(state.brokenOff).toMatchObject({ reason });
    expect([state.isStopped, asked()]).toEqual([false, ['a']]);
  });

  it('does not try what guards a model that was not deleted, and goes on', async () => {
    const reviews = [
      aReviewOf('user'),
      aReviewOf('guard', { users: ['user'] }),
      aReviewOf('of the guard', { users: ['guard'] }),
      aReviewOf('free'),
    ];
    const { run, asked } = runOf(reviews, (id) => (id === 'user' ? failure('timeout', 504) : null));
    const state = await run().ended;
    expect(kinds(state)).toEqual({
      user: 'unknown',
      guard: 'skipped',
      'of the guard': 'skipped',
      free: 'deleted',
    });
    const guard = state.models.find(({ planned }) => planned.shown.model.id === 'guard');
    expect(guard?.progress).toEqual({ kind: 'skipped', modelIds: ['user'] });
    expect([...asked()].sort()).toEqual(['free', 'user']);
  });

  it('deletes a guard after a model that was gone already', async () => {
    const reviews = [aReviewOf('user'), aReviewOf('guard', { users: ['user'] })];
    const { run } = runOf(reviews, (id) => (id === 'user' ? failure('not_found', 404) : null));
    expect(kinds(await run().ended)).toEqual({ user: 'gone', guard: 'deleted' });
  });

  describe('when the server finds another review than the one that was shown', () => {
    const group = {
      id: 'g',
      name: 'g',
      last_version: true,
      other_versions: 0,
      latest_version: 3,
    };

    /** The last of a group, with its review as it is at its turn. */
    function runWithLast(
      over: Partial<Review>,
      answer: (id: string) => Answer | null = () => null
    ) {
      const reviews = ['a', 'b', 'c'].map((id) => aReviewOf(id, { group: 'g', others: 2 }));
      const shown = reviews[2] ?? aReview();
      const now = { ...shown, model_group: group, fingerprint: 'of c as the last', ...over };
      const { run, deletes } = runOf(reviews, (id, { query }) =>
        query?.fingerprint === 'of c' ? failure('changed', 409, now) : answer(id)
      );
      return { run, sent: () => deletes().map(({ query }) => query?.fingerprint) };
    }

    it('deletes the last of a group with it, as was shown', async () => {
      const { run, sent } = runWithLast({});
      expect(kinds(await run().ended)).toEqual({ a: 'deleted', b: 'deleted', c: 'deleted' });
      expect(sent()).toEqual(['of a', 'of b', 'of c', 'of c as the last']);
    });

    it('deletes it alone where a version was registered, with which the group stays', async () => {
      const grown = { ...group, last_version: false, other_versions: 1, latest_version: 4 };
      const { run } = runWithLast({ model_group: grown });
      expect(kinds(await run().ended).c).toBe('deleted');
    });

    it('counts a model that was gone already', async () => {
      const { run } = runWithLast({}, (id) => (id === 'b' ? failure('not_found', 404) : null));
      expect(kinds(await run().ended)).toEqual({ a: 'deleted', b: 'gone', c: 'deleted' });
    });

    it.each<[string, Partial<Review>]>([
      ['a dependent came', { dependents: [BREAKING_AGENT] }],
      ['a version is being registered', { model_group: { ...group, latest_version: 4 } }],
    ])('stops where %s', async (_what, over) => {
      const { run, sent } = runWithLast(over);
      expect(kinds(await run().ended).c).toBe('stopped');
      expect(sent().at(-1)).toBe('of c');
    });

    it('stops at the last of a group where another of it was not to be deleted', async () => {
      const reviews = [aReviewOf('a', { group: 'g', others: 1 })];
      const now = aReviewOf('a', { group: 'g' });
      const { run } = runOf(reviews, () => failure('changed', 409, now));
      expect(kinds(await run().ended)).toEqual({ a: 'stopped' });
    });
  });

  describe('with a model that is deployed', () => {
    const reviews = [aReviewOf('a', { conditions: ['undeploy_first'] }), aReviewOf('b')];
    const steps = ({ sent }: FakeServer) =>
      sent.filter((one) => idIn(one) === 'a').map(({ method, path }) => `${method} ${path}`);
    const pathOf = (action: string) => `/api/ml_models/models/a${action}`;
    const ends = ({ models }: RunState) => models.map(undeployedByRun);

    it('looks again, undeploys it, and deletes it then', async () => {
      const { run, server, deletes } = runOf(reviews);
      expect(kinds(await run().ended)).toEqual({ a: 'deleted', b: 'deleted' });
      expect(steps(server)).toEqual([
        `GET ${pathOf('/review')}`,
        `POST ${pathOf('/_undeploy')}`,
        `DELETE ${pathOf('')}`,
      ]);
      expect(deletes()[0]?.query).toEqual({ fingerprint: 'of a', undeployed: true });
    });

    it('leaves it deployed where something new uses it', async () => {
      const { run, server } = runOf(reviews);
      const now = aReviewOf('a', { conditions: ['undeploy_first', 'breaks'] });
      server.on(REVIEW_ROUTE, now);
      const state = await run().ended;
      expect(state.models[0]?.progress).toMatchObject({
        kind: 'stopped',
        reason: 'changed',
        review: now,
      });
      expect([kinds(state).b, ends(state)]).toEqual(['deleted', ['no', 'no']]);
      expect(steps(server)).toEqual([`GET ${pathOf('/review')}`]);
    });

    it('undeploys it again where it was deployed meanwhile, and gives up after the third time', async () => {
      const deployed = aReviewOf('a', { conditions: ['undeploy_first'] });
      const { run, server } = runOf(reviews, (id) =>
        id === 'a' ? failure('undeploy_first', 409, deployed) : null
      );
      const state = await run().ended;
      expect(state.models[0]?.progress).toMatchObject({
        kind: 'stopped',
        reason: 'undeploy_first',
      });
      expect([kinds(state).b, ends(state)]).toEqual(['deleted', ['no', 'no']]);
      expect(steps(server).filter((one) => one.startsWith('POST'))).toHaveLength(3);
    });

    it('says that it is undeployed only where the delete is refused then', async () => {
      const now = aReview({ model: aModel({ id: 'a', state: 'UNDEPLOYED' }) });
      const { run } = runOf(reviews, (id) => (id === 'a' ? failure('refused', 409, now) : null));
      const state = await run().ended;
      expect([kinds(state).a, ends(state)]).toEqual(['stopped', ['yes', 'no']]);
    });

    it('does not know it where the undeploy failed, and goes on', async () => {
      const { run, server } = runOf(reviews);
      server.on(UNDEPLOY_ROUTE, httpError(403, 'no', { reason: 'forbidden' }));
      const state = await run().ended;
      expect([kinds(state), ends(state)]).toEqual([{ a: 'failed', b: 'deleted' }, ['maybe', 'no']]);
    });

    it('breaks off where the cluster is away before the undeploy, and has undeployed nothing', async () => {
      const { run, server } = runOf(reviews);
      server.on(REVIEW_ROUTE, httpError(503, 'away', { reason: 'unreachable' }));
      const state = await run().ended;
      expect([kinds(state), ends(state)]).toEqual([
        { a: 'failed', b: 'not_started' },
        ['no', 'no'],
      ]);
    });
  });

  it('ends every model, whatever fails and wherever it is stopped, and deletes none under another', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const statuses = { changed: 409, not_found: 404, timeout: 504, unreachable: 503 };
    const reasons = fc.constantFrom(null, 'changed', 'not_found', 'timeout', 'unreachable');
    const drawn = fc.record({
      waits: fc.array(fc.subarray(ids), { minLength: 5, maxLength: 5 }),
      ends: fc.array(reasons, { minLength: 5, maxLength: 5 }),
      stopAfter: fc.nat({ max: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(drawn, async ({ waits, ends, stopAfter }) => {
        const users = (index: number) =>
          // each is used by earlier ones only: no circles
          (waits[index] ?? []).filter((one) => ids.indexOf(one) < index);
        const reviews = ids.map((id, index) => aReviewOf(id, { users: users(index) }));
        const gone = new Set<string>();
        const wrong: string[] = [];
        let steps = 0;
        let underWay = 0;
        const remove = async (id: string) => {
          underWay += 1;
          steps += 1;
          await Promise.resolve();
          const index = ids.indexOf(id);
          if (underWay > 1) wrong.push(`${id} beside another`);
          if (!users(index).every((one) => gone.has(one))) wrong.push(`${id} under another`);
          if (steps === stopAfter) stop();
          underWay -= 1;
          const reason = ends[index];
          if (reason === null || reason === 'not_found') gone.add(id);
          const changed = aReviewOf(id, { conditions: ['breaks'] });
          return reason ? failure(reason, statuses[reason], changed) : deleted(id);
        };
        const { ended, stop } = runOf(reviews, remove).run();
        const state = await ended;
        expect(wrong).toEqual([]);
        expect(countEnded(state)).toBe(ids.length);
        if (stopAfter > 0) expect(steps).toBeLessThanOrEqual(stopAfter);
      })
    );
  });
});
