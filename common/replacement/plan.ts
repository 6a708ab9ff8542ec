import { z } from 'zod';
import { coverageSchema } from '../dependents/coverage';
import { impactSchema } from '../dependents/dependent';
import { DEPENDENT_KINDS } from '../dependents/kinds';
import { modelSchema } from '../models/model';
import { fitSchema } from './fit';

/**
 * What becomes of a dependent: `change`; `change_and_embed`: its documents have vectors of the old
 * model and must be embedded again; `manual`: it can't be changed in place; `not_checked`: it, or
 * all of its kind, could not be read; `keep`: the model isn't used there for sure.
 */
export const ACTIONS = ['change', 'change_and_embed', 'manual', 'not_checked', 'keep'] as const;
export type Action = (typeof ACTIONS)[number];

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

/** Whether a change of a plan can be applied. */
export function isApplicable({ action }: Pick<Change, 'action'>): boolean {
  return action === 'change' || action === 'change_and_embed';
}
