import type { Contract } from '../http/contract';
import {
  dataSourceQuery,
  modelId,
  modelParams,
  noBody,
  noParams,
  resourceParams,
} from '../http/fields';
import { danglingSchema } from './dangling';
import { resourceDefinitionSchema } from './definition';
import { DEPENDENT_KINDS } from './dependent_kind';
import { dependentRequestsSchema } from './dependent_requests';
import { graphSchema } from './graph';
import { NODE_KINDS } from './node_kind';
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
  getDependent: {
    method: 'get',
    path: '/api/ml_models/dependents/{kind}/{id}',
    params: resourceParams(DEPENDENT_KINDS),
    /** The model that the requests are about. */
    query: dataSourceQuery.extend({ model_id: modelId }),
    body: noBody,
    answer: dependentRequestsSchema,
  },
  getDefinition: {
    method: 'get',
    path: '/api/ml_models/definitions/{kind}/{id}',
    params: resourceParams(NODE_KINDS),
    query: dataSourceQuery,
    body: noBody,
    answer: resourceDefinitionSchema,
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
  listDangling: {
    method: 'get',
    path: '/api/ml_models/dangling',
    params: noParams,
    query: dataSourceQuery,
    body: noBody,
    answer: danglingSchema,
  },
} as const satisfies Record<string, Contract>;
