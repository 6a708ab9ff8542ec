import { z } from 'zod';
import { coverageSchema } from '../dependents/coverage';
import { DEPENDENT_KINDS } from '../dependents/kinds';

/**
 * What requests do, in the order in which they are sent: `pipelines` makes copies of ingest pipelines
 * with the replacement, `index` makes a new index and copies the documents of an old one into it,
 * `switch` changes what uses the old model and the indexes that aliases lead to, `delete` deletes what
 * is no longer needed.
 */
export const NEW_INDEX_STEPS = ['pipelines', 'index', 'switch', 'delete'] as const;
export type NewIndexStepName = (typeof NEW_INDEX_STEPS)[number];

export const newIndexStepSchema = z.object({
  step: z.enum(NEW_INDEX_STEPS),
  /** Of the step `index`: the old one, the new one, and the documents that are embedded again. */
  index: z.string().optional(),
  new_index: z.string().optional(),
  /** Null where they could not be counted. */
  documents: z.number().nullable().optional(),
  /** As Dev Tools takes them. */
  requests: z.string(),
});
export type NewIndexStep = z.output<typeof newIndexStepSchema>;

export const newIndexesSchema = z.object({
  /** Each step that has something to do; `index` once for each index. */
  steps: z.array(newIndexStepSchema),
  /** What no request here changes, and what an admin does in place of one. */
  not_moved: z.array(
    z.object({
      kind: z.enum(DEPENDENT_KINDS),
      id: z.string(),
      name: z.string(),
      reason: z.string(),
    })
  ),
  coverage: coverageSchema,
});
/** How a model is replaced by one whose vectors need other indexes: requests, of which none was sent. */
export type NewIndexes = z.output<typeof newIndexesSchema>;
