import { z } from 'zod';
import { DEPENDENT_KINDS } from '../dependents/kinds';
import { embeddingSchema } from '../replacement/embedding';
import { candidateSchema, connectorCandidateSchema } from '../replacement/fit';
import { journalSchema } from '../replacement/journal';
import { newIndexesSchema } from '../replacement/new_indexes';
import { planSchema } from '../replacement/plan';
import { trialSchema } from '../replacement/trial';
import type { Contract } from './contract';
import {
  dataSourceQuery,
  fingerprint,
  isResourceId,
  modelId,
  modelParams,
  noBody,
  wholeNumber,
} from './fields';

const pageQuery = dataSourceQuery.extend({
  search: z.string().max(512).optional(),
  from: wholeNumber(0, 999_999_999).default(0),
  size: wholeNumber(1, 100).default(20),
});

/** One dependent, of those of a plan. */
const dependentFields = {
  kind: z.enum(DEPENDENT_KINDS),
  id: z.string(),
};

const isDependent = ({ kind, id }: { kind: string; id: string }) => isResourceId(kind, id);

const applyBody = z
  .strictObject({
    replacement_id: modelId,
    ...dependentFields,
    /** Of the change in the plan. */
    fingerprint,
    /** What the admin has accepted: that vectors of two models are compared until documents are embedded again. */
    accept: z.array(z.enum(['mixed_vectors'])).optional(),
    /** Also where the model isn't used for sure. */
    possible: z.boolean().optional(),
    /** Only gives the journal. */
    dry_run: z.boolean().optional(),
  })
  .refine(isDependent, { message: 'not an id', path: ['id'] });

const swapBody = z.strictObject({
  connector_id: modelId,
  /** As the list of connectors has it. */
  fingerprint,
  accept: z.array(z.enum(['mixed_vectors'])).optional(),
});

const indexName = z.string().refine((index) => isResourceId('index', index), {
  message: 'not an index',
});

const tryBody = z
  .strictObject({
    replacement_id: modelId,
    /** Of a dependent, or of the replacement itself, which then predicts once. */
    ...dependentFields,
    /**
     * A text, or JSON: the document for an ingest pipeline, the body of a search for a search
     * pipeline, that of a predict for a model.
     */
    sample: z.union([z.string().min(1).max(10_000), z.record(z.string(), z.unknown())]).optional(),
    /** The index from which a document is taken, or that is searched; else the first that is affected. */
    index: indexName.optional(),
    /** As for `apply`. */
    possible: z.boolean().optional(),
  })
  .refine(isDependent, { message: 'not an id', path: ['id'] });

const revertBody = z.strictObject({
  journal: journalSchema.refine(isDependent, { message: 'not an id', path: ['id'] }),
  /** Only says whether it can be reverted. */
  dry_run: z.boolean().optional(),
});

/** OpenSearch's: a node and a number. */
const taskId = z.string().regex(/^[A-Za-z0-9_-]{1,64}:\d{1,19}$/, 'not the id of a task');

const embedBody = z.strictObject({
  replacement_id: modelId,
  /** Whose semantic fields have the replacement. */
  index: indexName,
});

const embeddingQuery = dataSourceQuery.extend({
  replacement_id: modelId,
  index: indexName,
  /** Of a task that was started; else one that runs is looked for. */
  task_id: taskId.optional(),
});

export const replacementContracts = {
  listCandidates: {
    method: 'get',
    path: '/api/ml_models/models/{model_id}/replacement/candidates',
    params: modelParams,
    query: pageQuery,
    body: noBody,
    answer: z.object({
      /** The best fits first; the model itself is none. */
      candidates: z.array(candidateSchema),
      /** Models that match, on all pages. */
      total: z.number(),
    }),
  },
  listConnectors: {
    method: 'get',
    path: '/api/ml_models/models/{model_id}/replacement/connectors',
    params: modelParams,
    query: pageQuery,
    body: noBody,
    answer: z.object({
      /** The best fits first; the one that the model has is none. */
      connectors: z.array(connectorCandidateSchema),
      /** Connectors that match, on all pages. */
      total: z.number(),
      /** Why no connector can be swapped. */
      why_not: z.string().optional(),
    }),
  },
  swapConnector: {
    method: 'post',
    path: '/api/ml_models/models/{model_id}/replacement/swap',
    params: modelParams,
    query: dataSourceQuery,
    body: swapBody,
    /** The ids of the connector that the model had, and of the one that it has now. */
    answer: z.object({ result: z.literal('swapped'), before: z.string(), after: z.string() }),
  },
  planReplacement: {
    method: 'post',
    reads: true,
    path: '/api/ml_models/models/{model_id}/replacement/plan',
    params: modelParams,
    query: dataSourceQuery,
    body: z.strictObject({
      replacement_id: modelId,
      /** Dependents, as `kind/id`, that are to change where the model isn't used for sure, too. */
      possible: z.array(z.string().max(2_000)).max(10_000).optional(),
    }),
    answer: planSchema,
  },
  readNewIndexes: {
    method: 'get',
    path: '/api/ml_models/models/{model_id}/replacement/new_indexes',
    params: modelParams,
    query: dataSourceQuery.extend({ replacement_id: modelId }),
    body: noBody,
    answer: newIndexesSchema,
  },
  tryReplacement: {
    method: 'post',
    reads: true,
    path: '/api/ml_models/models/{model_id}/replacement/try',
    params: modelParams,
    query: dataSourceQuery,
    body: tryBody,
    answer: trialSchema,
  },
  applyChange: {
    method: 'post',
    path: '/api/ml_models/models/{model_id}/replacement/apply',
    params: modelParams,
    query: dataSourceQuery,
    body: applyBody,
    answer: z.object({
      /** `not_written`: it was a dry run. */
      result: z.enum(['replaced', 'not_written']),
      /** What is needed to go back. */
      journal: journalSchema,
    }),
  },
  revertChange: {
    method: 'post',
    path: '/api/ml_models/models/{model_id}/replacement/revert',
    params: modelParams,
    query: dataSourceQuery,
    body: revertBody,
    answer: z.object({
      /**
       * `not_replaced`: the dependent is as it was before the change; `can_be_reverted`: as the
       * change has left it, which a dry run says.
       */
      result: z.enum(['reverted', 'not_replaced', 'can_be_reverted']),
    }),
  },
  readEmbedding: {
    method: 'get',
    path: '/api/ml_models/models/{model_id}/replacement/embedding',
    params: modelParams,
    query: embeddingQuery,
    body: noBody,
    answer: embeddingSchema,
  },
  startEmbedding: {
    method: 'post',
    path: '/api/ml_models/models/{model_id}/replacement/embedding',
    params: modelParams,
    query: dataSourceQuery,
    body: embedBody,
    answer: z.object({ task_id: z.string() }),
  },
  cancelEmbedding: {
    method: 'post',
    path: '/api/ml_models/models/{model_id}/replacement/embedding/cancel',
    params: modelParams,
    query: dataSourceQuery,
    body: z.strictObject({ index: indexName, task_id: taskId }),
    answer: z.object({ result: z.enum(['cancelled', 'not_running']) }),
  },
} as const satisfies Record<string, Contract>;

export type EmbedRequest = z.output<typeof embedBody>;
export type EmbeddingQuery = z.output<typeof embeddingQuery>;
export type CandidatesAnswer = z.output<typeof replacementContracts.listCandidates.answer>;
export type ConnectorsAnswer = z.output<typeof replacementContracts.listConnectors.answer>;
export type SwapRequest = z.output<typeof swapBody>;
export type SwapAnswer = z.output<typeof replacementContracts.swapConnector.answer>;
export type ApplyRequest = z.output<typeof applyBody>;
export type ApplyAnswer = z.output<typeof replacementContracts.applyChange.answer>;
export type RevertAnswer = z.output<typeof replacementContracts.revertChange.answer>;
export type TryRequest = z.output<typeof tryBody>;
