import { z } from 'zod';
import { DEPENDENT_KINDS } from '../dependents/kinds';

const definitionSchema = z.record(z.string(), z.unknown());

/** A place: keys, indexes, and null for the step into what is written in a string. */
const placeSchema = z
  .array(z.union([z.string().max(1024), z.number().int().min(0), z.null()]))
  .min(1)
  .max(1_000);

export const journalSchema = z.object({
  /** Of the format. */
  version: z.literal(1),
  /** The model that was replaced, and the one that took its place. */
  model_id: z.string().regex(/^[A-Za-z0-9_-]{1,512}$/),
  replacement_id: z.string().regex(/^[A-Za-z0-9_-]{1,512}$/),
  kind: z.enum(DEPENDENT_KINDS),
  id: z.string().min(1).max(1024),
  name: z.string(),
  /** Where the id was exchanged. */
  places: z.array(placeSchema).min(1).max(10_000),
  /** What was compared, before and after: the definition without credentials. */
  before: definitionSchema,
  after: definitionSchema,
  /** The request that goes back, as Dev Tools takes it. */
  revert_request: z.string(),
  /** Left out until it was written. */
  written: z
    .object({
      /** Epoch ms. */
      at: z.number(),
      /** Between the last reading of the dependent and the answer to the write, in ms. */
      window_ms: z.number(),
      /**
       * How many other changes the cluster has noted in that time, to this dependent or to another;
       * null where it doesn't say.
       */
      other_writes: z.number().nullable(),
    })
    .optional(),
});
/** What is needed to take one change of a replacement back; nothing in it authenticates. */
export type Journal = z.output<typeof journalSchema>;
