import fc from 'fast-check';
import type { RunReview } from '../../../common/contracts/bulk_deletion';
import type { DeleteModelAnswer } from '../../../common/contracts/deletion';
import type { Review } from '../../../common/dependents/review';
import { ApiError, type ApiErrorReason } from '../../api/errors';
import { pending } from '../../test_support/fake_server';
import { aReview, BREAKING_AGENT } from '../../test_support/fixtures';
import { aReviewOfMany, aRunReview } from '../../test_support/run_fixtures';
import type { RemoveCall } from '../delete_as_agreed';
import { countEnded, isOver, startRun } from './run';
import type { RunState } from './run';
import { NO_CONSENTS, sortOut } from './run_plan';

type Answer = DeleteModelAnswer | Error | Promise<DeleteModelAnswer | Error>;

const deleted = (id: string): DeleteModelAnswer => ({
  result: 'deleted',
  model_id: id,
  model_group: 'kept',
  response: null,
});

function failure(reason: ApiErrorReason, status: number | null = 409): ApiError {
  const review = status === 409 ? aReview() : undefined;
  return new ApiError('message', { reason, status, cluster_message: 'words', review });
}

/** A server that deletes whatever it is asked to, save what `answers` says. */
function runOf(reviews: RunReview[], answers: Record<string, Answer> = {}) {
  const sent: RemoveCall[] = [];
  const seen: RunState[] = [];
  const run = startRun(sortOut(aReviewOfMany(reviews), NO_CONSENTS).going, {
    remove: async (call) => {
      sent.push(call);
      const id = call.params.model_id;
      const answer = await (answers[id] ?? deleted(id));
      if (answer instanceof Error) throw answer;
      return answer;
    },
    onChange: (state) => seen.push(state),
    now: () => 1_000,
  });
  return { ...run, sent, seen, asked: () => sent.map((call) => call.params.model_id) };
}

const kinds = ({ models }: RunState) =>
  Object.fromEntries(
    models.map(({ going, progress }) => [going.reviewed.review.model.id, progress.kind])
  );

describe('startRun', () => {
  it('deletes one after the other, and tells of each step', async () => {
    const { ended, seen } = runOf([aRunReview('a'), aRunReview('b')]);
    await ended;
    expect(seen.map(kinds)).toEqual([
      { a: 'deleting', b: 'waiting' },
      { a: 'deleted', b: 'deleting' },
      { a: 'deleted', b: 'deleted' },
    ]);
    expect(seen.map(countEnded)).toEqual([0, 1, 2]);
    expect(seen.map(isOver)).toEqual([false, false, true]);
  });

  it('has nothing to do for no model', async () => {
    const { ended, sent } = runOf([]);
    expect(isOver(await ended)).toBe(true);
    expect(sent).toEqual([]);
  });

  it('asks for just what was agreed to', async () => {
    const conditions_in_run: RunReview['conditions_in_run'] = ['undeploy_first', 'breaks'];
    const reviews = [aRunReview('a', { conditions_in_run }), aRunReview('b')];
    const consents = { accepted: new Set(['a', 'b']), undeploy: new Set(['a', 'b']) };
    const sent: RemoveCall[] = [];
    await startRun(sortOut(aReviewOfMany(reviews), consents).going, {
      remove: async (call) => {
        sent.push(call);
        return deleted(call.params.model_id);
      },
      onChange: () => undefined,
    }).ended;
    expect(sent.map((call) => call.query)).toEqual([
      { fingerprint: 'of a', accept: ['breaks'], undeploy: true },
      { fingerprint: 'of b' },
    ]);
  });

  it('lets the delete under way end when it is stopped, and starts no other', async () => {
    const first = pending<DeleteModelAnswer>();
    const reviews = [aRunReview('a'), aRunReview('b'), aRunReview('c')];
    const { ended, stop, seen, asked } = runOf(reviews, { a: first.promise });
    stop();
    expect(seen.map(kinds).at(-1)).toEqual({ a: 'deleting', b: 'not_started', c: 'not_started' });
    first.resolve(deleted('a'));
    const state = await ended;
    expect(kinds(state)).toEqual({ a: 'deleted', b: 'not_started', c: 'not_started' });
    expect([state.stopped, asked()]).toEqual([true, ['a']]);
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
    const { ended } = runOf([aRunReview('a'), aRunReview('b')], { a: failure(reason, status) });
    expect(kinds(await ended)).toEqual({ a: kind, b: 'deleted' });
  });

  it('counts a model as gone of which something is left, and goes on to what guards it', async () => {
    const left = new ApiError('message', {
      reason: 'rejected',
      status: 500,
      cause: 'cleanup_failed',
    });
    const reviews = [aRunReview('a'), aRunReview('b', { waits_for: ['a'] })];
    const { ended } = runOf(reviews, { a: left });
    expect(kinds(await ended)).toEqual({ a: 'half_deleted', b: 'deleted' });
  });

  it.each<[ApiErrorReason, number | null, string]>([
    ['server_unreachable', null, 'unknown'],
    ['unreachable', 503, 'unknown'],
    ['data_source_unavailable', 400, 'failed'],
    ['unexpected', 401, 'failed'],
  ])('breaks off at %s (%s): no other would succeed', async (reason, status, kind) => {
    const error = failure(reason, status);
    const { ended, asked } = runOf([aRunReview('a'), aRunReview('b')], { a: error });
    const state = await ended;
    expect(kinds(state)).toEqual({ a: kind, b: 'not_started' });
    expect([state.brokenOff, state.stopped, asked()]).toEqual([error, false, ['a']]);
  });

  it('does not try what guards a model that was not deleted, and goes on', async () => {
    const reviews = [
      aRunReview('user'),
      aRunReview('guard', { waits_for: ['user'] }),
      aRunReview('of the guard', { waits_for: ['guard'] }),
      aRunReview('free'),
    ];
    const { ended, asked } = runOf(reviews, { user: failure('timeout', 504) });
    const state = await ended;
    expect(kinds(state)).toEqual({
      user: 'unknown',
      guard: 'skipped',
      'of the guard': 'skipped',
      free: 'deleted',
    });
    expect(state.models[1]?.progress).toEqual({ kind: 'skipped', modelIds: ['user'] });
    expect(asked()).toEqual(['user', 'free']);
  });

  it('deletes a guard after a model that was gone already', async () => {
    const reviews = [aRunReview('user'), aRunReview('guard', { waits_for: ['user'] })];
    const { ended } = runOf(reviews, { user: failure('not_found', 404) });
    expect(kinds(await ended)).toEqual({ user: 'gone', guard: 'deleted' });
  });

  describe('when the server finds another review than the one that was shown', () => {
    const inGroup = (id: string) => aRunReview(id, { group: 'g', versions: 3 });
    const group = { id: 'g', name: 'g', last_version: true, latest_version: 3 };

    /** The last of a group, with its review as it is at its turn. */
    function runWithLast(over: Partial<Review>, answers: Record<string, Answer> = {}) {
      const reviews = ['a', 'b', 'c'].map(inGroup);
      const shown = reviews[2]?.review ?? aReview();
      const now = { ...shown, model_group: group, fingerprint: 'of c as the last', ...over };
      const sent: string[] = [];
      const { ended, stop } = startRun(sortOut(aReviewOfMany(reviews), NO_CONSENTS).going, {
        remove: async ({ params: { model_id: id }, query: { fingerprint = '' } = {} }) => {
          sent.push(fingerprint);
          const answer = await (answers[id] ?? deleted(id));
          if (answer instanceof Error) throw answer;
          if (fingerprint !== 'of c') return answer;
          throw new ApiError('message', { reason: 'changed', status: 409, review: now });
        },
        onChange: () => undefined,
      });
      return { ended, stop, sent };
    }

    it('deletes the last of a group with it, as was shown', async () => {
      const { ended, sent } = runWithLast({});
      expect(kinds(await ended)).toEqual({ a: 'deleted', b: 'deleted', c: 'deleted' });
      expect(sent).toEqual(['of a', 'of b', 'of c', 'of c as the last']);
    });

    it('counts a model that was gone already', async () => {
      const { ended } = runWithLast({}, { b: failure('not_found', 404) });
      expect(kinds(await ended)).toEqual({ a: 'deleted', b: 'gone', c: 'deleted' });
    });

    it.each<[string, Partial<Review>, Record<string, Answer>]>([
      ['the group would go though a version of the run is left', {}, { b: failure('changed') }],
      ['a dependent came', { dependents: [BREAKING_AGENT] }, {}],
      ['a version was registered', { model_group: { ...group, latest_version: 4 } }, {}],
    ])('stops where %s', async (_what, over, answers) => {
      const { ended, sent } = runWithLast(over, answers);
      expect(kinds(await ended).c).toBe('stopped');
      expect(sent.at(-1)).toBe('of c');
    });
  });

  it('ends every model, whatever fails and wherever it is stopped, and deletes none under another', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const reasons = fc.constantFrom<ApiErrorReason | null>(
      null,
      'changed',
      'not_found',
      'timeout',
      'unreachable'
    );
    const drawn = fc.record({
      waits: fc.array(fc.subarray(ids), { minLength: 5, maxLength: 5 }),
      ends: fc.array(reasons, { minLength: 5, maxLength: 5 }),
      stopAfter: fc.nat({ max: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(drawn, async ({ waits, ends, stopAfter }) => {
        const reviews = ids.map((id, index) =>
          // each waits for earlier ones only, as the order of the server has it
          aRunReview(id, { waits_for: waits[index]?.filter((one) => ids.indexOf(one) < index) })
        );
        const gone = new Set<string>();
        const wrong: string[] = [];
        let steps = 0;
        let underWay = 0;
        const run = startRun(sortOut(aReviewOfMany(reviews), NO_CONSENTS).going, {
          remove: async ({ params: { model_id: id } }) => {
            underWay += 1;
            steps += 1;
            await Promise.resolve();
            const index = ids.indexOf(id);
            if (underWay > 1) wrong.push(`${id} beside another`);
            if (!reviews[index]?.waits_for.every((one) => gone.has(one))) {
              wrong.push(`${id} under another`);
            }
            if (steps === stopAfter) run.stop();
            underWay -= 1;
            const reason = ends[index];
            if (reason === null || reason === 'not_found') gone.add(id);
            if (reason) throw failure(reason, reason === 'not_found' ? 404 : 409);
            return deleted(id);
          },
          onChange: () => undefined,
        });
        const state = await run.ended;
        expect(wrong).toEqual([]);
        expect(countEnded(state)).toBe(ids.length);
        if (stopAfter > 0) expect(steps).toBeLessThanOrEqual(stopAfter);
      })
    );
  });
});
