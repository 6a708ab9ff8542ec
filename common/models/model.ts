import { z } from 'zod';

export const modelSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  /** As ML Commons keeps it: text, a counter within the group. */
  version: z.string(),
  function_name: z.string(),
  state: z.string(),
  /** Null for models that belong to no group, such as those trained in the cluster. */
  model_group: z.object({ id: z.string(), name: z.string() }).nullable(),
  connector_id: z.string().optional(),
  /** The plugin or program that has made it, by its own words (3.7 and later). */
  provisioned_by: z.string().optional(),
  is_hidden: z.boolean().optional(),
  /** Number of nodes that hold it now. */
  current_worker_node_count: z.number().optional(),
  /** Epoch ms; null where ML Commons keeps none. */
  created_time: z.number().nullable(),
  last_updated_time: z.number().nullable(),
  /** When it was last deployed; null where it never was, or ML Commons keeps none. */
  last_deployed_time: z.number().nullable(),
});
/** One model (a version within its group), without content or credentials. */
export type Model = z.output<typeof modelSchema>;

export const modelNodeSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Of the model on this node; null where the node doesn't answer, so that it may hold it. */
  state: z.string().nullable(),
});
/** A node that holds a model, as the node itself says. */
export type ModelNode = z.output<typeof modelNodeSchema>;
