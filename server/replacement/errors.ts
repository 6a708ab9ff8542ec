import type { Change } from '../../common/replacement/plan';
import type { Journal } from '../../common/replacement/journal';

/**
 * Why a replacement, or going back from one, was stopped:
 * - `unfit`: the one model can't replace the other
 * - `changed`: the dependent is another than the plan or the journal says; nothing was written
 * - `not_changeable`: it can't be changed in place
 * - `mixes_vectors`: vectors of two models would be compared, and that was not accepted
 * - `unexpected`: it was written, and is another than expected afterwards
 */
export type ReplacementConflictReason =
  'unfit' | 'changed' | 'not_changeable' | 'mixes_vectors' | 'unexpected';

interface ConflictFacts {
  /** The change as it would be now. */
  change?: Change;
  journal?: Journal;
  /** The dependent as it is now, without credentials. */
  now?: Record<string, unknown>;
  /** For a person. */
  detail?: string;
}

/** A replacement that was not carried out, or not as it was planned. */
export class ReplacementConflict extends Error {
  override readonly name = 'ReplacementConflict';

  constructor(
    readonly reason: ReplacementConflictReason,
    readonly facts: ConflictFacts = {}
  ) {
    super(`The replacement was stopped: ${reason}`);
  }
}
