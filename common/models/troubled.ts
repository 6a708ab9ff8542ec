import { z } from 'zod';
import { modelSchema } from './model';

/**
 * What is wrong with a model:
 * - `deploy_failed`: no node could load it
 * - `deploying`, `registering`: it has been in that state for so long that it won't end by itself
 * - `unreadable`: ML Commons lists it, and can't read its document
 */
export const PROBLEMS = ['deploy_failed', 'deploying', 'registering', 'unreadable'] as const;
export type Problem = (typeof PROBLEMS)[number];

export const troubledSchema = z.object({
  /** Those that were changed longest ago first. */
  models: z.array(
    z.object({
      model: modelSchema,
      problem: z.enum(PROBLEMS),
      /** ML Commons' words where it can't read the model. */
      detail: z.string().optional(),
    })
  ),
  /** How many more there are than these. */
  more: z.number(),
});
export type Troubled = z.output<typeof troubledSchema>;
export type TroubledModel = Troubled['models'][number];
