import { aReviewOfMany, aRunReview } from '../../test_support/run_fixtures';
import { groupsThatGo, sortOut, standings } from './run_plan';

const ids = (reviews: ReadonlyArray<{ review: { model: { id: string } } }>) =>
  reviews.map(({ review }) => review.model.id);

describe('standings', () => {
  it('tells what goes, what goes if it is said, and what can’t go', () => {
    const answer = aReviewOfMany([
      aRunReview('clear'),
      aRunReview('deployed', { conditions_in_run: ['undeploy_first', 'breaks'] }),
      aRunReview('blocked', { conditions_in_run: ['refused', 'breaks'] }),
      aRunReview('ring', { left_out: { why: 'cycle', model_ids: ['ring', 'ring2'] } }),
    ]);
    const { free, asked, staying } = standings(answer);
    expect(ids(free)).toEqual(['clear']);
    expect(ids(asked)).toEqual(['deployed']);
    expect(staying.map(({ why }) => why)).toEqual(['refused', 'cycle']);
  });

  it('keeps a model where it stands while that for which it waits was not agreed to', () => {
    const answer = aReviewOfMany([
      aRunReview('user', { conditions_in_run: ['breaks'] }),
      aRunReview('guard', { waits_for: ['user'] }),
      aRunReview('blocked user', { conditions_in_run: ['refused'] }),
      aRunReview('its guard', { waits_for: ['blocked user'] }),
    ]);
    const { free, asked, staying } = standings(answer);
    expect(ids(free)).toEqual(['guard']);
    expect(ids(asked)).toEqual(['user']);
    expect(staying.map(({ why }) => why)).toEqual(['refused', 'user_stays']);
  });
});

describe('groupsThatGo', () => {
  it('names the groups that lose their last version in the run', () => {
    const answer = aReviewOfMany([
      aRunReview('a1', { group: 'a', versions: 2 }),
      aRunReview('b1', { group: 'b', versions: 2 }),
      aRunReview('a2', { group: 'a', versions: 2 }),
      aRunReview('c1', { group: 'c', versions: 1 }),
    ]);
    const nothing = { accepted: new Set<string>(), undeploy: new Set<string>() };
    expect(groupsThatGo(sortOut(answer, nothing).going)).toEqual(['a', 'c']);
  });
});
