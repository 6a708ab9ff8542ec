import type { RunReview } from '../../../common/contracts/bulk_deletion';
import { aReviewOfMany, aRunReview } from '../../test_support/run_fixtures';
import { NO_CONSENTS, type RunConsents, sortOut, type Staying } from './run_plan';

const told = (staying: Staying[]) =>
  staying.map((one) =>
    one.why === 'not_reviewed'
      ? `${one.error.model_id}: ${one.error.reason}`
      : `${one.reviewed.review.model.id}: ${one.why}`
  );

function sorted(reviews: RunReview[], consents: Partial<RunConsents> = {}) {
  const { going, staying } = sortOut(aReviewOfMany(reviews), { ...NO_CONSENTS, ...consents });
  return { going: going.map((one) => one.reviewed.review.model.id), staying: told(staying) };
}

describe('sortOut', () => {
  it('lets go what nothing stands against, in the order of the answer', () => {
    const answer = aReviewOfMany([aRunReview('guard'), aRunReview('user')], {
      order: ['user', 'guard'],
    });
    const { going, staying } = sortOut(answer, NO_CONSENTS);
    expect(going.map((one) => one.reviewed.review.model.id)).toEqual(['user', 'guard']);
    expect(staying).toEqual([]);
  });

  it('lets go what must be accepted once it is, and says what for', () => {
    const reviews = [
      aRunReview('a', { conditions_in_run: ['undeploy_first', 'incomplete', 'breaks'] }),
    ];
    expect(sorted(reviews)).toEqual({ going: [], staying: ['a: not_accepted'] });
    expect(sorted(reviews, { accepted: new Set(['a']) }).going).toEqual([]);
    expect(sorted(reviews, { undeploy: new Set(['a']) }).going).toEqual([]);
    const both = { accepted: new Set(['a']), undeploy: new Set(['a']) };
    const { going } = sortOut(aReviewOfMany(reviews), both);
    expect(going).toMatchObject([{ accept: ['breaks', 'incomplete'], undeploy: true }]);
  });

  it('takes what was accepted for one model for no other', () => {
    const reviews = [aRunReview('a', { conditions_in_run: ['breaks'] })];
    expect(sorted(reviews, { accepted: new Set(['b']) }).going).toEqual([]);
  });

  it('accepts no refusal', () => {
    const reviews = [aRunReview('a', { conditions_in_run: ['refused', 'breaks'] })];
    const all = { accepted: new Set(['a']), undeploy: new Set(['a']) };
    expect(sorted(reviews, all)).toEqual({ going: [], staying: ['a: refused'] });
  });

  it('keeps what guards a model that stays, to the end', () => {
    const reviews = [
      aRunReview('user', { conditions_in_run: ['breaks'] }),
      aRunReview('guard', { waits_for: ['user'] }),
      aRunReview('of the guard', { waits_for: ['guard'] }),
      aRunReview('free'),
    ];
    expect(sorted(reviews)).toEqual({
      going: ['free'],
      staying: ['user: not_accepted', 'guard: user_stays', 'of the guard: user_stays'],
    });
    expect(sorted(reviews, { accepted: new Set(['user']) }).going).toEqual([
      'user',
      'guard',
      'of the guard',
      'free',
    ]);
  });

  it('tells of cycles and of what could not be reviewed', () => {
    const ring = { why: 'cycle', model_ids: ['a', 'b'] } as const;
    const reviews = ['a', 'b'].map((id) =>
      aRunReview(id, { left_out: { ...ring, model_ids: [...ring.model_ids] } })
    );
    const error = { model_id: 'x', reason: 'not_found', message: 'none' } as const;
    const { staying } = sortOut(aReviewOfMany(reviews, { errors: [error] }), NO_CONSENTS);
    expect(told(staying)).toEqual(['a: cycle', 'b: cycle', 'x: not_found']);
  });
});
