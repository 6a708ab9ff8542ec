import { z } from 'zod';
import { reviewSchema } from '../dependents/review';

/** Why a request was not answered with 200, for code; `message` says it for a person. */
export const errorReason = z.enum([
  // a delete that was stopped
  'changed',
  'refused',
  'undeploy_first',
  'incomplete',
  'breaks',
  'fingerprint_required',
  // what the cluster said
  'not_found',
  'forbidden',
  'rejected',
  'unsupported',
  // what went wrong on the way
  'unreachable',
  'timeout',
  'malformed_answer',
  'data_source_unavailable',
]);
export type ErrorReason = z.output<typeof errorReason>;

/** The platform's error body, with what this plugin adds to it. */
export const errorBody = z.object({
  statusCode: z.number(),
  error: z.string(),
  message: z.string(),
  attributes: z
    .object({
      reason: errorReason,
      /** The cluster's own words, where it said any. */
      cluster_message: z.string().optional(),
      /** The review as it is now, where a delete was stopped. */
      review: reviewSchema.optional(),
    })
    .optional(),
});
export type ErrorBody = z.output<typeof errorBody>;
