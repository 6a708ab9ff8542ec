import { z } from 'zod';
import { DEPENDENT_KINDS } from './dependent_kind';

export const dependentRequestsSchema = z.object({
  kind: z.enum(DEPENDENT_KINDS),
  id: z.string(),
  /** As the cluster keeps it, without credentials and without values of headers. */
  definition: z.record(z.string(), z.unknown()),
  /** As Dev Tools takes them. */
  requests: z.object({
    show: z.string(),
    /** Null where no request can do it; `why_not` says why. */
    remove_reference: z.string().nullable(),
    why_not: z.string().optional(),
  }),
});
/** One dependent, and the requests by which an admin looks at it and lets go of a model in it. */
export type DependentRequests = z.output<typeof dependentRequestsSchema>;
