import { z } from 'zod';
import { reviewSchema } from '../dependents/review';
import { journalSchema } from '../replacement/journal';
import { changeSchema } from '../replacement/plan';

/** Why a request was not answered with 200, for code; `message` says it for a person. */
export const errorReason = z.enum([
  // a delete that was stopped
  'changed',
  'refused',
  'undeploy_first',
  'incomplete',
  'breaks',
  'fingerprint_required',
  // a replacement that was stopped, besides `changed`
  'unfit',
  'not_changeable',
  'mixes_vectors',
  'unexpected',
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

/**
 * The cause of an answer of ML Commons or of the security plugin, where that is known and
 * the user has something else to do about it:
 * - `missing_permission`: none of the user's roles has it
 * - `others_model`: the model is hidden, or its group is that of others
 * - `not_shared`: its group is not shared with the user for this (resource sharing, 3.3 and later)
 * - `no_tenant`: the cluster keeps tenants apart, and the request was of none
 * - `cleanup_failed`: the model is deleted, and parts of it are left
 * - `group_missing`: the model's group doesn't exist, so that nobody's access is known
 * - `no_ml_commons`: the cluster doesn't have ML Commons
 * - `unreadable_model`: something is missing in the model's document, or unknown to ML Commons
 */
export const errorCause = z.enum([
  'missing_permission',
  'others_model',
  'not_shared',
  'no_tenant',
  'cleanup_failed',
  'group_missing',
  'no_ml_commons',
  'unreadable_model',
]);
export type ErrorCause = z.output<typeof errorCause>;

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
      cause: errorCause.optional(),
      /** The permission that is missing, by the name that it has in roles. */
      permission: z.string().optional(),
      /**
       * The review as it is now, where a delete was stopped, or where its answer was lost and the
       * model is still there.
       */
      review: reviewSchema.optional(),
      /** The change as it would be now, where a replacement was stopped. */
      change: changeSchema.optional(),
      /** Of a write that has led to something else than planned. */
      journal: journalSchema.optional(),
      /** The dependent as it is now, without credentials, where it is another than expected. */
      now: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
});
export type ErrorBody = z.output<typeof errorBody>;
