import { z } from 'zod';
import type { Contract } from '../http/contract';
import { dataSourceQuery, flag, modelParams, noBody, repeatable } from '../http/fields';
import { ACCEPTABLE_VERDICTS } from './acceptable_verdicts';
import { recoverySchema } from './recovery';

export const deletionContracts = {
  getRecovery: {
    method: 'get',
    path: '/api/ml_models/models/{model_id}/recovery',
    params: modelParams,
    query: dataSourceQuery,
    body: noBody,
    answer: recoverySchema,
  },
  undeployModel: {
    method: 'post',
    path: '/api/ml_models/models/{model_id}/_undeploy',
    params: modelParams,
    query: dataSourceQuery,
    body: noBody,
    /** The state as read again afterwards: ML Commons' own answer hides nodes that failed. */
    answer: z.object({ model_id: z.string(), state: z.string() }),
  },
  deleteModel: {
    method: 'delete',
    path: '/api/ml_models/models/{model_id}',
    params: modelParams,
    query: dataSourceQuery.extend({
      /** Of the review that the admin saw; without one the answer is 428. */
      fingerprint: z
        .string()
        .regex(/^[0-9a-f]{64}$/, 'not a fingerprint')
        .optional(),
      accept: repeatable(z.enum(ACCEPTABLE_VERDICTS)).optional(),
      undeploy: flag.optional(),
    }),
    body: noBody,
    answer: z.object({
      result: z.literal('deleted'),
      model_id: z.string(),
      /**
       * `deleted`: it was the last version, and the empty group was removed too; `unknown`: the
       * answer to that was lost.
       */
      model_group: z.enum(['deleted', 'kept', 'unknown']),
      /** ML Commons' own answer; null where it was none and the model was found gone. */
      response: z.record(z.string(), z.unknown()).nullable(),
    }),
  },
  /** Repeats a delete of which something was left; 409 `changed` where the model is there. */
  cleanUpModel: {
    method: 'post',
    path: '/api/ml_models/models/{model_id}/_clean_up',
    params: modelParams,
    query: dataSourceQuery,
    body: noBody,
    /** Nothing is left of the model; its group is left as it is. */
    answer: z.object({ result: z.literal('cleaned_up'), model_id: z.string() }),
  },
} as const satisfies Record<string, Contract>;

export type DeleteModelAnswer = z.output<typeof deletionContracts.deleteModel.answer>;
