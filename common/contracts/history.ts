import { historySchema } from '../history/history';
import type { Contract } from './contract';
import { dataSourceQuery, modelParams, noBody } from './fields';

export const historyContracts = {
  /** Only there where the history is turned on in the plugin's configuration. */
  getHistory: {
    method: 'get',
    path: '/api/ml_models/models/{model_id}/history',
    params: modelParams,
    query: dataSourceQuery,
    body: noBody,
    /** Also of a model that is deleted, for users who may delete models. */
    answer: historySchema,
  },
} as const satisfies Record<string, Contract>;
