import type { ReviewModelsAnswer, RunReview } from '../../common/contracts/bulk_deletion';
import type { Model } from '../../common/models/model';
import { aModel, aReview } from './fixtures';

/** A model of a run in a group of its own, clear unless `over` says otherwise. */
export function aRunReview(
  id: string,
  over: Partial<RunReview> & { model?: Partial<Model>; group?: string } = {}
): RunReview {
  const { model, group = `group of ${id}`, ...rest } = over;
  const { versions = 1 } = rest;
  return {
    review: aReview({
      model: aModel({ id, name: `the ${id}`, model_group: { id: group, name: group }, ...model }),
      model_group: { id: group, name: group, last_version: versions === 1, latest_version: 3 },
      fingerprint: `of ${id}`,
    }),
    versions,
    waits_for: [],
    conditions_in_run: [],
    left_out: null,
    ...rest,
  };
}

/** The answer to a review of these; the order is theirs. */
export function aReviewOfMany(
  reviews: RunReview[],
  over: Partial<ReviewModelsAnswer> = {}
): ReviewModelsAnswer {
  const order = reviews.flatMap((one) => (one.left_out ? [] : one.review.model.id));
  return { reviews, errors: [], order, ...over };
}
