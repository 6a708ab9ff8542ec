import type { Contract } from '../http/contract';
import { dataSourceQuery, modelParams, noBody } from '../http/fields';
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
} as const satisfies Record<string, Contract>;
