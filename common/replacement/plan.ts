import { z } from 'zod';
import { coverageSchema } from '../dependents/coverage';
import { impactSchema } from '../dependents/dependent';
import { DEPENDENT_KINDS } from '../dependents/kinds';
import { modelSchema } from '../models/model';
import { ACTIONS } from './action';
import { fitSchema } from './fit';

const definitionSchema = z.record(z.string(), z.unknown());

export const mixedIndexSchema = z.object({
  index: z.string(),
  /** Null where they could not be counted. */
  documents: z.number().nullable(),
});
/** An index in which vectors of two models would be compared. */
export type MixedIndex = z.output<typeof mixedIndexSchema>;

export const changeSchema = z.object({
  kind: z.enum(DEPENDENT_KINDS),
  /** Empty where all of a kind could not be read. */
  id: z.string(),
  name: z.string(),
  action: z.enum(ACTIONS),
  /** The places that change; of `manual` and `keep` those where the ID is. */
  paths: z.array(z.string()),
  /** Places where the model isn't used for sure: they change only where that is asked for. */
  possible_paths: z.array(z.string()),
  /**
   * The part of the definition that is written, as it is and as it would be, without credentials;
   * null where nothing is written.
   */
  before: definitionSchema.nullable(),
  after: definitionSchema.nullable(),
  /** Why it is not changed. */
  reason: z.string().optional(),
  /** As Dev Tools takes them: what an admin does in place of a change. */
  requests: z.string().optional(),
  impact: z.array(impactSchema),
  /**
   * The indexes in which vectors of both models would be compared; null where that can't happen,
   * and an empty list where it is not known which.
   */
  mixed_vectors: z.array(mixedIndexSchema).nullable(),
  /** Of the dependent and its change: what `apply` takes. Empty where nothing is written. */
  fingerprint: z.string(),
});
/** What a replacement does to one dependent. */
export type Change = z.output<typeof changeSchema>;

export const planSchema = fitSchema.extend({
  /** Null where there is no such model any more. */
  model: modelSchema.nullable(),
  replacement: modelSchema,
  /** In the order in which they are to be applied: what writes vectors before what reads them. */
  changes: z.array(changeSchema),
  coverage: coverageSchema,
  /** Of all changes, both models and the coverage. */
  fingerprint: z.string(),
});
/** What a replacement does to everything that uses a model. */
export type Plan = z.output<typeof planSchema>;
