import { z } from 'zod';
import { DEPENDENT_KINDS } from './kinds';

export const sourceCoverageSchema = z.object({
  /** A source is named by the kind of dependent that it is read for. */
  source: z.enum(DEPENDENT_KINDS),
  /**
   * `read` whole; `absent`: this cluster doesn't have the feature, or nothing is stored by it;
   * `partial`: the cluster lists only some, to this user or to everybody; `off`: the feature is
   * switched off, and something is stored by it; `forbidden`: the user may not read it; `failed`:
   * it could not be read. Only the first two count as checked.
   */
  state: z.enum(['read', 'absent', 'partial', 'off', 'forbidden', 'failed']),
  /**
   * Why it was not read, or not whole: in the cluster's own words, where it said any, and in ours
   * where the answer itself says nothing of it.
   */
  detail: z.string().optional(),
});
export type SourceCoverage = z.output<typeof sourceCoverageSchema>;
export type CoverageState = SourceCoverage['state'];

export const coverageSchema = z.array(sourceCoverageSchema);
/** One entry for each source that is read for. */
export type Coverage = SourceCoverage[];

/** How far a review has come: every source, in the order of the coverage that there will be. */
export interface ReadProgress {
  /** `state`: null while it is read. */
  sources: Array<{ source: SourceCoverage['source']; state: CoverageState | null }>;
}
