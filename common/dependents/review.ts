import { z } from 'zod';
import { modelSchema } from '../models/model';
import { safeDeleteSchema } from '../safe_delete/safe_delete';
import { connectorReviewSchema } from './connector';
import { coverageSchema } from './coverage';
import { dependentSchema } from './dependent';
import { VERDICTS } from './verdict';

export const reviewSchema = z.object({
  model: modelSchema,
  /**
   * `other_versions`: how many the user can see in the group, hidden ones left out; `last_version`:
   * there are none. `latest_version`: the number that ML Commons gave last in it, which rises
   * before a new version can be found; null where the group could not be read.
   */
  model_group: z
    .object({
      id: z.string(),
      name: z.string(),
      last_version: z.boolean(),
      other_versions: z.number(),
      latest_version: z.number().nullable(),
    })
    .nullable(),
  /** The connector that the model has, and what else uses it; null where it has none, or none is there. */
  connector: connectorReviewSchema.nullable(),
  /**
   * Why ML Commons can't read the model's document, in its own words: then it can't delete it
   * either, and `refused` holds. The model is what a search shows of it.
   */
  unreadable: z.string().optional(),
  dependents: z.array(dependentSchema),
  coverage: coverageSchema,
  safe_delete: safeDeleteSchema,
  /** The first that holds; `conditions` has all of them. */
  verdict: z.enum(VERDICTS),
  /** All conditions of the delete, in the order of `VERDICTS`; empty when clear. */
  conditions: z.array(z.enum(VERDICTS)),
  /** Of all that the verdict rests on; a delete must bring it back. */
  fingerprint: z.string(),
});
/** What uses a model, how far that was checked, and what follows for a delete. */
export type Review = z.output<typeof reviewSchema>;
