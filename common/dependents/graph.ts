import { z } from 'zod';
import { coverageSchema } from './coverage';
import { dependentSchema } from './dependent';
import { ENFORCEMENTS } from './verdict';

const graphNodeSchema = z.object({
  /** A kind of dependent, or `alias`, `connector`, `model_group`. */
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  /** An id that is in a pipeline, an agent or a model, and that nothing has. */
  missing: z.boolean().optional(),
  /** Why it could not be read, in the cluster's words: it is shown by its id. */
  not_read: z.string().optional(),
});

const graphEdgeSchema = z.object({
  /** `kind/id` of the node that calls. */
  from: z.string(),
  /** `kind/id` of the node that is called for. */
  to: z.string(),
  /** Where in the calling node; empty for an alias. */
  path: z.string(),
  /** Of a reference to a model; null between other nodes. */
  enforcement: z.enum(ENFORCEMENTS).nullable(),
});

export const graphSchema = z.object({
  nodes: z.array(graphNodeSchema),
  edges: z.array(graphEdgeSchema),
  coverage: coverageSchema,
});
/** What calls for what, models at its heart. */
export type Graph = z.output<typeof graphSchema>;
export type GraphNode = Graph['nodes'][number];
export type GraphEdge = Graph['edges'][number];

export const danglingSchema = z.object({
  /** By the id that is in them, and that no model has. Their impact isn't looked for. */
  missing: z.array(z.object({ model_id: z.string(), dependents: z.array(dependentSchema) })),
  /**
   * How many further ids belong to no model in the list, and could not be looked up one by one;
   * left out where there are none.
   */
  not_looked_up: z.number().optional(),
  coverage: coverageSchema,
});
/** What calls for models that are gone, or never were. */
export type Dangling = z.output<typeof danglingSchema>;
