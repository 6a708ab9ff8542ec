import { z } from 'zod';
import type { Contract } from './contract';
import { dataSourceQuery, modelId, modelParams, noBody, noParams, resourceParams } from './fields';
import { danglingSchema, graphSchema } from '../dependents/graph';
import { dependentRequestsSchema, resourceDefinitionSchema } from '../dependents/dependent';
import { DEPENDENT_KINDS, NODE_KINDS } from '../dependents/kinds';
import { leftoversSchema } from '../dependents/leftovers';
import { reviewSchema } from '../dependents/review';

export const dependentsContracts = {
  reviewModel: {
    method: 'get',
    path: '/api/ml_models/models/{model_id}/review',
    reportsProgress: true,
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
  /** For the console of Dev Tools, which loads a text from an address. */
  getConsoleRequest: {
    method: 'get',
    path: '/api/ml_models/dependents/{kind}/{id}/console_request',
    isText: true,
    params: resourceParams(DEPENDENT_KINDS),
    query: dataSourceQuery.extend({ model_id: modelId }),
    body: noBody,
    /** The request that removes the reference; where none does, the one that reads the resource. */
    answer: z.string(),
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
    /**
     * With a model's id: what uses it, through others too, and what it needs itself; else of all
     * models.
     */
    query: dataSourceQuery.extend({ model_id: modelId.optional() }),
    body: noBody,
    answer: graphSchema,
  },
  /** Connectors that nothing uses, and groups without a model. */
  listLeftovers: {
    method: 'get',
    path: '/api/ml_models/leftovers',
    params: noParams,
    query: dataSourceQuery,
    body: noBody,
    answer: leftoversSchema,
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
