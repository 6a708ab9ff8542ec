import { z } from 'zod';

/** The cluster setting that this plugin reads and writes, and no other. Since ML Commons 2.19. */
export const SAFE_DELETE_SETTING = 'plugins.ml_commons.safe_delete_model';

export const safeDeleteSchema = z.object({
  /** False where the cluster doesn't know the setting. */
  supported: z.boolean(),
  /** The effective value; null where it could not be read. */
  enabled: z.boolean().nullable(),
  /** Where the effective value comes from; `node` is the nodes' opensearch.yml. */
  source: z.enum(['transient', 'persistent', 'node', 'default']),
  /** The value of each scope; null where it has none. */
  transient: z.boolean().nullable(),
  persistent: z.boolean().nullable(),
  /** Why it could not be read, in the cluster's own words. */
  detail: z.string().optional(),
});
export type SafeDelete = z.output<typeof safeDeleteSchema>;
