import { z } from 'zod';
import { modelSchema } from '../models/model';

/** What is compared between a model and the one that is to replace it, in the order of display. */
export const FIT_CHECKS = [
  'task',
  'model_type',
  'dimension',
  'space_type',
  'normalization',
  'pooling',
  'weights',
  'interface',
  'provider',
  'deployed',
  'enabled',
] as const;
export type FitCheckName = (typeof FIT_CHECKS)[number];

export const fitCheckSchema = z.object({
  check: z.enum(FIT_CHECKS),
  /**
   * `same`: no difference, or for `deployed` and `enabled` that the other model is so; `unknown`:
   * one of the models doesn't say.
   */
  result: z.enum(['same', 'different', 'unknown']),
  /** As the models' documents or connectors have it; null where they don't say. */
  old: z.string().nullable(),
  new: z.string().nullable(),
});
/** One comparison of two models. */
export type FitCheck = z.output<typeof fitCheckSchema>;

export const fitSchema = z.object({
  /** The checks that mean something for the two models. */
  fit: z.array(fitCheckSchema),
  /** Whether one may replace the other; if not, `reason` says why. */
  allowed: z.boolean(),
  reason: z.string().optional(),
});
/** How far one model can stand in for another. */
export type Fit = z.output<typeof fitSchema>;

export const candidateSchema = fitSchema.extend({ model: modelSchema });
/** A model that could replace another. */
export type Candidate = z.output<typeof candidateSchema>;

export const connectorCandidateSchema = fitSchema.extend({
  id: z.string(),
  name: z.string(),
  /** Whether vectors from before the swap can't be compared with those after it. */
  mixes_vectors: z.boolean(),
  /** Of the model, both connectors and what is the same in them: what a swap takes. */
  fingerprint: z.string(),
});
/** A connector that could be behind a remote model's id. */
export type ConnectorCandidate = z.output<typeof connectorCandidateSchema>;

/** Whether two models surely give the same vectors for the same text. */
export function hasSameWeights({ fit }: Pick<Fit, 'fit'>): boolean {
  return fit.some(({ check, result }) => check === 'weights' && result === 'same');
}
