import { z } from 'zod';

export const embeddingTaskSchema = z.object({
  id: z.string(),
  /** `lost`: the cluster knows nothing of it, as after a restart of its node. */
  state: z.enum(['running', 'finished', 'cancelled', 'failed', 'lost']),
  /** Documents of the index, and those that were processed so far. */
  total: z.number(),
  processed: z.number(),
  /** Documents that someone else wrote meanwhile, which were embedded by that. */
  conflicts: z.number(),
  /** Documents that were not written. */
  failures: z.number(),
  /** The first failure, in the cluster's words. */
  reason: z.string().optional(),
});
/** A task that embeds the documents of an index again. */
export type EmbeddingTask = z.output<typeof embeddingTaskSchema>;

export const embeddingSchema = z.object({
  /** Null where none is known or running. */
  task: embeddingTaskSchema.nullable(),
  /** Documents with vectors of semantic fields. */
  documents: z.number(),
  /** How many of them were looked at, chosen by chance, and in how many all vectors are of the model. */
  read: z.number(),
  embedded: z.number(),
});
/** How far an index is with vectors of one model in its semantic fields. */
export type Embedding = z.output<typeof embeddingSchema>;
