import { z } from 'zod';
import { coverageSchema } from '../dependents/coverage';
import { dependentSchema } from '../dependents/dependent';

/** A definition as the cluster keeps it, without credentials and without values of headers. */
export const definitionSchema = z.record(z.string(), z.unknown());

/** Something that the model needs or that needs it; `definition` is null where it wasn't read. */
const savedDefinitionSchema = z.object({
  id: z.string(),
  definition: definitionSchema.nullable(),
  /** Why it wasn't read, in the cluster's words. */
  not_read: z.string().optional(),
});
export type SavedDefinition = z.output<typeof savedDefinitionSchema>;

const savedDependentSchema = savedDefinitionSchema.extend({
  kind: dependentSchema.shape.kind,
  name: z.string(),
  references: dependentSchema.shape.references,
});
export type SavedDependent = z.output<typeof savedDependentSchema>;

export const recoverySchema = z.object({
  model_id: z.string(),
  /** ISO 8601, UTC. */
  made_at: z.string(),
  /** What can't be brought back with it, and what was left out. */
  note: z.array(z.string()),
  model: definitionSchema,
  model_group: savedDefinitionSchema.nullable(),
  connector: savedDefinitionSchema.nullable(),
  dependents: z.array(savedDependentSchema),
  /** The sources that may hide further dependents. */
  not_checked: coverageSchema,
  /** The requests that register all of it again, as Dev Tools takes them. */
  requests: z.string(),
});
/** All that is known of a model before it is deleted, and how it is registered again. */
export type Recovery = z.output<typeof recoverySchema>;
