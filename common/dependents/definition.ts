import { z } from 'zod';
import { NODE_KINDS } from './node_kind';

export const resourceDefinitionSchema = z.object({
  kind: z.enum(NODE_KINDS),
  id: z.string(),
  /** As the cluster keeps it, without content, credentials and values of headers. */
  definition: z.record(z.string(), z.unknown()),
});
/** What one resource of a graph is made of. */
export type ResourceDefinition = z.output<typeof resourceDefinitionSchema>;
