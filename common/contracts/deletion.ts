import { z } from 'zod';
import { ACCEPTABLE_VERDICTS } from '../deletion/consent';
import { recoverySchema } from '../deletion/recovery';
import { MAX_RUN } from '../deletion/run_plan';
import { reviewSchema } from '../dependents/review';
import { modelNodeSchema } from '../models/model';
import type { Contract } from './contract';
import { errorCause, errorReason } from './errors';
import {
  dataSourceQuery,
  fileName,
  fingerprint,
  flag,
  modelId,
  modelParams,
  noBody,
  noParams,
  repeatable,
  wholeNumber,
} from './fields';

const undeployedSchema = z.object({
  model_id: z.string(),
  /** As read again afterwards: ML Commons' own answer hides nodes that failed. */
  state: z.string(),
  /** Whether a call to the model deploys it again. */
  auto_deploy: z.boolean(),
  /** The nodes that hold the model still; null where that could not be found out. */
  nodes: z.array(modelNodeSchema).nullable(),
});

const deployedSchema = z.object({
  model_id: z.string(),
  /** As read again afterwards. */
  state: z.string(),
  /** Why it could not be deployed, in ML Commons' words, where it said any. */
  error: z.string().optional(),
});

const autoDeploySchema = z.object({
  model_id: z.string(),
  /** As read again from the cluster. */
  enabled: z.boolean(),
});

const notReviewedSchema = z.object({
  model_id: z.string(),
  reason: errorReason,
  message: z.string(),
  cluster_message: z.string().optional(),
  cause: errorCause.optional(),
  permission: z.string().optional(),
});

export const deletionContracts = {
  reviewModels: {
    method: 'post',
    reads: true,
    path: '/api/ml_models/reviews',
    reportsProgress: true,
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
      /** In the order of the request, without those in `errors`; each as it is by itself. */
      reviews: z.array(reviewSchema),
      /** Models that could not be reviewed, such as those that don't exist. */
      errors: z.array(notReviewedSchema),
    }),
  },
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
    query: dataSourceQuery.extend({
      /** How long a state is waited for in which the model can be deleted. */
      wait_seconds: wholeNumber(1, 20).default(20),
    }),
    body: noBody,
    answer: undeployedSchema,
  },
  deployModel: {
    method: 'post',
    path: '/api/ml_models/models/{model_id}/_deploy',
    params: modelParams,
    query: dataSourceQuery.extend({
      /** How long the end of it is waited for. */
      wait_seconds: wholeNumber(1, 20).default(20),
    }),
    body: noBody,
    answer: deployedSchema,
  },
  putAutoDeploy: {
    method: 'put',
    path: '/api/ml_models/models/{model_id}/auto_deploy',
    params: modelParams,
    query: dataSourceQuery,
    body: z.strictObject({ enabled: z.boolean() }),
    answer: autoDeploySchema,
  },
  deleteModel: {
    method: 'delete',
    path: '/api/ml_models/models/{model_id}',
    params: modelParams,
    query: dataSourceQuery.extend({
      /** Of the review that the admin saw; without one the answer is 428. */
      fingerprint: fingerprint.optional(),
      accept: repeatable(z.enum(ACCEPTABLE_VERDICTS)).optional(),
      /** It was undeployed for this delete: its other state is no change of what was reviewed. */
      undeployed: flag.optional(),
      /** The name of the recovery file that the admin saved: the history and the log have it. */
      recovery_file: fileName.optional(),
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
      /**
       * Ids of versions that were found in the group after it was removed; left out where there were
       * none, null where they could not be looked for.
       */
      versions_without_group: z.array(z.string()).nullable().optional(),
      /** ML Commons' own answer; null where it was none and the model was found gone. */
      response: z.record(z.string(), z.unknown()).nullable(),
    }),
  },
  /** Deletes a connector that nothing uses. */
  deleteConnector: {
    method: 'delete',
    path: '/api/ml_models/connectors/{connector_id}',
    params: z.strictObject({ connector_id: modelId }),
    query: dataSourceQuery.extend({
      /** Of the connector in a review; without one the answer is 428. */
      fingerprint: fingerprint.optional(),
    }),
    body: noBody,
    answer: z.object({
      result: z.literal('deleted'),
      connector_id: z.string(),
      /**
       * Ids of models that were found with the connector after it was deleted; left out where there
       * were none, null where they could not be looked for.
       */
      models_without_connector: z.array(z.string()).nullable().optional(),
    }),
  },
  /** Deletes a group without a version. */
  deleteGroup: {
    method: 'delete',
    path: '/api/ml_models/model_groups/{model_group_id}',
    params: z.strictObject({ model_group_id: modelId }),
    query: dataSourceQuery.extend({
      /** Of the group in the list of leftovers; without one the answer is 428. */
      fingerprint: fingerprint.optional(),
    }),
    body: noBody,
    answer: z.object({
      result: z.literal('deleted'),
      model_group_id: z.string(),
      /** As for a delete of a model that takes its group with it. */
      versions_without_group: z.array(z.string()).nullable().optional(),
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

export type NotReviewed = z.output<typeof notReviewedSchema>;
export type ReviewModelsAnswer = z.output<typeof deletionContracts.reviewModels.answer>;
export type Undeployed = z.output<typeof undeployedSchema>;
export type Deployed = z.output<typeof deployedSchema>;
export type AutoDeploy = z.output<typeof autoDeploySchema>;
export type DeleteGroupAnswer = z.output<typeof deletionContracts.deleteGroup.answer>;
export type DeleteConnectorAnswer = z.output<typeof deletionContracts.deleteConnector.answer>;
export type DeleteModelAnswer = z.output<typeof deletionContracts.deleteModel.answer>;

const permissionSchema = z.union([
  z.object({ allowed: z.literal(true) }),
  z.object({
    allowed: z.literal(false),
    /** The permission, by the name that it has in roles. */
    missing: z.string(),
    /** The cluster's own words. */
    detail: z.string(),
  }),
  /** The cluster has no security plugin, or didn't say. */
  z.object({ allowed: z.null() }),
]);
/** Whether the user's roles allow an action; a model's group may still forbid it. */
export type Permission = z.output<typeof permissionSchema>;

export const permissionsSchema = z.object({
  delete_model: permissionSchema,
  delete_connector: permissionSchema,
  delete_model_group: permissionSchema,
  undeploy_model: permissionSchema,
  change_settings: permissionSchema,
});
export type Permissions = z.output<typeof permissionsSchema>;

export const permissionsContracts = {
  getPermissions: {
    method: 'get',
    path: '/api/ml_models/permissions',
    params: noParams,
    query: dataSourceQuery,
    body: noBody,
    answer: permissionsSchema,
  },
} as const satisfies Record<string, Contract>;
