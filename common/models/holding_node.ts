import { z } from 'zod';

export const holdingNodeSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Of the model on this node; null where the node doesn't answer, so that it may hold it. */
  state: z.string().nullable(),
});
/** A node that holds a model, as the node itself says. */
export type HoldingNode = z.output<typeof holdingNodeSchema>;
