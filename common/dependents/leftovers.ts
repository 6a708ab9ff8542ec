import { z } from 'zod';
import { coverageSchema } from './coverage';

export const leftoverSchema = z.object({
  kind: z.enum(['connector', 'model_group', 'model_remains']),
  /** Of the model that is deleted, for its remains. */
  id: z.string(),
  name: z.string(),
  /** Epoch ms; null where ML Commons keeps none. */
  created_time: z.number().nullable(),
  /** The workflow that has made it, and makes another one when it is provisioned again. */
  made_by: z.object({ id: z.string(), name: z.string() }).optional(),
  /** Of its definition: what its delete takes. Empty for remains, which have none. */
  fingerprint: z.string(),
});
/**
 * A connector that nothing uses, a group without a model, or the content and the controller of a
 * model that is deleted.
 */
export type Leftover = z.output<typeof leftoverSchema>;

export const leftoversSchema = z.object({
  /** None of a kind where something that may use it could not be checked. */
  leftovers: z.array(leftoverSchema),
  /** How many more there are than these. */
  more: z.number(),
  /** How many could not be read, and so may be some or not. */
  not_read: z.number(),
  coverage: coverageSchema,
});
/** The connectors, groups and contents that no model and nothing else uses. */
export type Leftovers = z.output<typeof leftoversSchema>;
