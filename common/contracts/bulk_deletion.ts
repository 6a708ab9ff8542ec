import { z } from 'zod';
import { reviewSchema } from '../dependents/review';
import { VERDICTS } from '../dependents/verdict';
import type { Contract } from './contract';
import { errorCause, errorReason } from './errors';
import { dataSourceQuery, modelId, noParams } from './fields';
import { MAX_RUN } from '../deletion/consent';

const leftOutSchema = z.object({
  /**
   * `cycle`: the models named guard each other, so that none of them can go first; `user_stays`:
   * it guards the models named, and they can't be deleted in this run.
   */
  why: z.enum(['cycle', 'user_stays']),
  model_ids: z.array(z.string()),
});

const runReviewSchema = z.object({
  /** As it is now, and as it would be by itself. */
  review: reviewSchema,
  /** Versions in its group that the user can see, itself included; null where it has no group. */
  versions: z.number().nullable(),
  /** The models of the run that it guards: they must be gone before it. */
  waits_for: z.array(z.string()),
  /** What will stand against its delete once those are gone. */
  conditions_in_run: z.array(z.enum(VERDICTS)),
  /** Why it has no place in the order; null where it has one. */
  left_out: leftOutSchema.nullable(),
});

const notReviewedSchema = z.object({
  model_id: z.string(),
  reason: errorReason,
  message: z.string(),
  cluster_message: z.string().optional(),
  cause: errorCause.optional(),
  permission: z.string().optional(),
});

export const bulkContracts = {
  reviewModels: {
    method: 'post',
    path: '/api/ml_models/reviews',
    params: noParams,
    query: dataSourceQuery,
    body: z.strictObject({
      model_ids: z
        .array(modelId)
        .min(1)
        .max(MAX_RUN)
        .refine((ids) => new Set(ids).size === ids.length, 'an id is named twice'),
    }),
    answer: z.object({
      /** In the order of the request, without those in `errors`. */
      reviews: z.array(runReviewSchema),
      /** Models that could not be reviewed, such as those that don't exist. */
      errors: z.array(notReviewedSchema),
      /** The ids in the order in which they can be deleted: users before what guards them. */
      order: z.array(z.string()),
    }),
  },
} as const satisfies Record<string, Contract>;

export type LeftOut = z.output<typeof leftOutSchema>;
export type RunReview = z.output<typeof runReviewSchema>;
export type NotReviewed = z.output<typeof notReviewedSchema>;
export type ReviewModelsAnswer = z.output<typeof bulkContracts.reviewModels.answer>;
