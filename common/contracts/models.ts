import { z } from 'zod';
import { coverageSchema } from '../dependents/coverage';
import { DEPENDENT_KINDS } from '../dependents/kinds';
import type { Contract } from './contract';
import {
  dataSourceQuery,
  modelId,
  modelParams,
  noBody,
  noParams,
  repeatable,
  wholeNumber,
} from './fields';
import { modelNodeSchema, modelSchema } from '../models/model';
import { SORT_FIELDS, USAGE_FILTERS } from '../models/listing';
import { troubledSchema } from '../models/troubled';

const filterText = z.string().min(1).max(512);

const listQuery = dataSourceQuery.extend({
  search: z.string().max(512).optional(),
  state: repeatable(filterText).optional(),
  function_name: repeatable(filterText).optional(),
  model_group_id: repeatable(filterText).optional(),
  /** Only these of the models. */
  model_id: repeatable(modelId).optional(),
  usage: repeatable(z.enum(USAGE_FILTERS)).optional(),
  sort_field: z.enum(SORT_FIELDS).default('name'),
  sort_order: z.enum(['asc', 'desc']).default('asc'),
  from: wholeNumber(0, 999_999_999).default(0),
  size: wholeNumber(1, 1000).default(25),
});

/** What the filters of a list can choose from, counted over all models, whatever is filtered. */
const facetsSchema = z.object({
  states: z.array(z.object({ value: z.string(), count: z.number() })),
  function_names: z.array(z.object({ value: z.string(), count: z.number() })),
  /** At most `MAX_GROUP_FACETS`, the largest first; those that the request filters by are kept. */
  model_groups: z.array(z.object({ id: z.string(), name: z.string(), count: z.number() })),
});
export const MAX_GROUP_FACETS = 200;

const usageSchema = z.object({ blocks: z.number(), breaks: z.number(), possible: z.number() });
const usageByModelSchema = z.record(z.string(), usageSchema);

export const modelsContracts = {
  listModels: {
    method: 'get',
    path: '/api/ml_models/models',
    params: noParams,
    query: listQuery,
    body: noBody,
    answer: z.object({
      models: z.array(modelSchema),
      /** Models that match, on all pages. */
      total: z.number(),
      /** Models in the cluster that the user can see. */
      total_unfiltered: z.number(),
      facets: facetsSchema,
      /** Of the models of this page, where the query filters or sorts by usage. */
      usage: usageByModelSchema.optional(),
      /** How far usage was checked, where it is given. */
      coverage: coverageSchema.optional(),
    }),
  },
  /** Models that don't work, and won't by themselves. */
  listTroubled: {
    method: 'get',
    path: '/api/ml_models/troubled',
    params: noParams,
    query: dataSourceQuery,
    body: noBody,
    answer: troubledSchema,
  },
  getUsage: {
    method: 'get',
    path: '/api/ml_models/usage',
    params: noParams,
    query: dataSourceQuery,
    body: noBody,
    answer: z.object({
      /** The models in use. All others are unused or, where a source was not checked, unknown. */
      usage: usageByModelSchema,
      /** How many resources of each kind use models; a kind of which none does is left out. */
      dependents: z.array(z.object({ kind: z.enum(DEPENDENT_KINDS), count: z.number() })),
      coverage: coverageSchema,
      /** Epoch ms at which the reading began. */
      read_at: z.number(),
    }),
  },
  getModel: {
    method: 'get',
    path: '/api/ml_models/models/{model_id}',
    params: modelParams,
    query: dataSourceQuery,
    body: noBody,
    answer: z.object({
      model: modelSchema,
      /** ML Commons' own document, without content, chunks, credentials or header values. */
      metadata: z.record(z.string(), z.unknown()),
      /** As in a review: then the metadata is only what a search shows. */
      unreadable: z.string().optional(),
    }),
  },
  getModelNodes: {
    method: 'get',
    path: '/api/ml_models/models/{model_id}/nodes',
    params: modelParams,
    query: dataSourceQuery,
    body: noBody,
    /** The nodes that hold the model now; null where that could not be found out. */
    answer: z.object({ nodes: z.array(modelNodeSchema).nullable() }),
  },
} as const satisfies Record<string, Contract>;

export type ListModelsQuery = z.output<typeof listQuery>;
export type ListModelsAnswer = z.output<typeof modelsContracts.listModels.answer>;
export type UsageAnswer = z.output<typeof modelsContracts.getUsage.answer>;
export type GetModelAnswer = z.output<typeof modelsContracts.getModel.answer>;
