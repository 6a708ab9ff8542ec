import type { Contract } from '../http/contract';
import { dataSourceQuery, modelId, modelParams, noBody, noParams } from '../http/fields';
import { graphSchema } from './graph';
import { reviewSchema } from './review';

export const dependentsContracts = {
  reviewModel: {
    method: 'get',
    path: '/api/ml_models/models/{model_id}/review',
    params: modelParams,
    query: dataSourceQuery,
    body: noBody,
    answer: reviewSchema,
  },
  getGraph: {
    method: 'get',
    path: '/api/ml_models/graph',
    params: noParams,
    /** With a model's id: what stands behind it and what it needs itself; else of all models. */
    query: dataSourceQuery.extend({ model_id: modelId.optional() }),
    body: noBody,
    answer: graphSchema,
  },
} as const satisfies Record<string, Contract>;
