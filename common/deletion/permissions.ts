import { z } from 'zod';
import type { Contract } from '../http/contract';
import { dataSourceQuery, noBody, noParams } from '../http/fields';

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
