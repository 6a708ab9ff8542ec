import { z } from 'zod';

export const connectorReviewSchema = z.object({
  id: z.string(),
  /** Its id where it could not be read. */
  name: z.string(),
  /** What else uses it; null where not all of the models that do could be looked for. */
  users: z.array(z.object({ kind: z.string(), id: z.string(), name: z.string() })).nullable(),
  /** Of its definition: what its delete takes. Null where it could not be read. */
  fingerprint: z.string().nullable(),
});
/** A connector, and what uses it besides a model. */
export type ConnectorReview = z.output<typeof connectorReviewSchema>;
