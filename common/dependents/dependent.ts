import { z } from 'zod';
import { DEPENDENT_KINDS } from './dependent_kind';
import { ENFORCEMENTS } from './enforcement';

/** One place in a dependent, as a path: `processors[0].ml_inference.model_id`. */
export const referenceSchema = z.object({
  path: z.string(),
  enforcement: z.enum(ENFORCEMENTS),
  /** ML Commons refuses over it by its key alone, where it is hardly a use of the model. */
  coincidence: z.boolean().optional(),
});
export type Reference = z.output<typeof referenceSchema>;

/** What stands behind a dependent: an index that uses the pipeline, an agent that calls it. */
export const impactSchema = z.object({
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  through: z.string(),
});
export type Impact = z.output<typeof impactSchema>;

export const dependentSchema = z.object({
  kind: z.enum(DEPENDENT_KINDS),
  id: z.string(),
  name: z.string(),
  references: z.array(referenceSchema),
  impact: z.array(impactSchema),
});
/** A resource of the cluster that holds a model's id. */
export type Dependent = z.output<typeof dependentSchema>;
