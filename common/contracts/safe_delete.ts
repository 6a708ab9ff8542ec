import { z } from 'zod';
import type { Contract } from './contract';
import { dataSourceQuery, noBody, noParams } from './fields';
import { safeDeleteSchema } from '../safe_delete/safe_delete';

const path = '/api/ml_models/safe_delete';

export const safeDeleteContracts = {
  getSafeDelete: {
    method: 'get',
    path,
    params: noParams,
    query: dataSourceQuery,
    body: noBody,
    answer: safeDeleteSchema,
  },
  putSafeDelete: {
    method: 'put',
    path,
    params: noParams,
    query: dataSourceQuery,
    body: z.strictObject({
      /** Null takes the scope's value away, so that the next one in line counts. */
      enabled: z.boolean().nullable(),
      scope: z.enum(['persistent', 'transient']),
    }),
    /** As read again from the cluster. */
    answer: safeDeleteSchema,
  },
} as const satisfies Record<string, Contract>;

export type SafeDeleteChange = z.output<typeof safeDeleteContracts.putSafeDelete.body>;
