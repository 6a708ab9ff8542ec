import { z } from 'zod';
import { coverageSchema } from './coverage';
import { dependentSchema } from './dependent';

export const danglingSchema = z.object({
  /** By the id that stands in them, and that no model has. Their impact isn't looked for. */
  missing: z.array(z.object({ model_id: z.string(), dependents: z.array(dependentSchema) })),
  /**
   * How many further ids belong to no model in the list, and could not be looked up one by one; left
   * out where there are none.
   */
  not_looked_up: z.number().optional(),
  coverage: coverageSchema,
});
/** What calls for models that are gone, or never were. */
export type Dangling = z.output<typeof danglingSchema>;
