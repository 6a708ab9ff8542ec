import { z } from 'zod';

export const trialSchema = z.object({
  result: z.enum(['works', 'fails', 'cannot_be_tried']),
  /** What was done and seen, or why it fails or can't be tried: in the cluster's words where it said any. */
  detail: z.string(),
});
/** What became of an attempt with the other model, of which nothing stays. */
export type Trial = z.output<typeof trialSchema>;
