import { z } from 'zod';
import { DEPENDENT_KINDS, NODE_KINDS } from './kinds';
import { ENFORCEMENTS } from './verdict';

/** One place in a dependent, as a path: `processors[0].ml_inference.model_id`. */
export const referenceSchema = z.object({
  path: z.string(),
  enforcement: z.enum(ENFORCEMENTS),
  /** ML Commons refuses over it by its key alone, where it is hardly a use of the model. */
  coincidence: z.boolean().optional(),
});
export type Reference = z.output<typeof referenceSchema>;

/**
 * What is affected through a dependent: an index that uses the pipeline, an agent that calls it.
 */
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
  /** Epoch ms; left out where the cluster doesn't keep it, as of pipelines. */
  last_updated_time: z.number().optional(),
  references: z.array(referenceSchema),
  impact: z.array(impactSchema),
});
/** A resource of the cluster that holds a model's id. */
export type Dependent = z.output<typeof dependentSchema>;

export const dependentRequestsSchema = z.object({
  kind: z.enum(DEPENDENT_KINDS),
  id: z.string(),
  /** As the cluster keeps it, without credentials and without values of headers. */
  definition: z.record(z.string(), z.unknown()),
  /** As Dev Tools takes them. */
  requests: z.object({
    show: z.string(),
    /** Null where no request can do it; `why_not` says why. */
    remove_reference: z.string().nullable(),
    why_not: z.string().optional(),
  }),
});
/**
 * One dependent, and the requests by which an admin looks at it, and changes it so that it doesn't
 * use a model.
 */
export type DependentRequests = z.output<typeof dependentRequestsSchema>;

export const resourceDefinitionSchema = z.object({
  kind: z.enum(NODE_KINDS),
  id: z.string(),
  /** As the cluster keeps it, without content, credentials and values of headers. */
  definition: z.record(z.string(), z.unknown()),
});
/** What one resource of a graph is made of. */
export type ResourceDefinition = z.output<typeof resourceDefinitionSchema>;
