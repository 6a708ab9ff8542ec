import { z } from 'zod';
import { DEPENDENT_KINDS } from './dependent_kind';

export const sourceCoverageSchema = z.object({
  /** A source is named by the kind of dependent that it is read for. */
  source: z.enum(DEPENDENT_KINDS),
  /**
   * `read` whole; `absent`: this cluster doesn't have the feature; `forbidden`: the user may not
   * read it; `failed`: it could not be read.
   */
  state: z.enum(['read', 'absent', 'forbidden', 'failed']),
  /** Why it was not read, in the cluster's own words. */
  detail: z.string().optional(),
});
export type SourceCoverage = z.output<typeof sourceCoverageSchema>;
export type CoverageState = SourceCoverage['state'];

export const coverageSchema = z.array(sourceCoverageSchema);
/** One entry for each source that is read for. */
export type Coverage = SourceCoverage[];
