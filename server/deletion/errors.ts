import type { Leftover } from '../../common/dependents/leftovers';
import type { Review } from '../../common/dependents/review';
import type { Verdict } from '../../common/dependents/verdict';
import type { ClusterError } from '../cluster/errors';

/** A delete was asked for without the review that it rests on. */
export class FingerprintRequired extends Error {
  override readonly name = 'FingerprintRequired';
}

/** What a delete is in conflict with: the review is another now, or one of its conditions holds. */
export type ConflictReason = 'changed' | Exclude<Verdict, 'clear'>;

/** A delete that was not carried out, with the review as it is now. The model is still there. */
export class DeleteConflict extends Error {
  override readonly name = 'DeleteConflict';

  constructor(
    readonly reason: ConflictReason,
    readonly review: Review,
    /** What ML Commons said, where it was asked. */
    readonly clusterMessage?: string
  ) {
    super(`The delete of model ${review.model.id} was stopped: ${reason}`);
  }
}

/**
 * Why a connector or a group was not deleted:
 * - `changed`: it is another than was reviewed
 * - `refused`: something uses it, or ML Commons refuses
 * - `incomplete`: something that may use it could not be checked
 */
export type LeftoverConflictReason = 'changed' | 'refused' | 'incomplete';

/** A connector or a group that was not deleted; it is still there. */
export class LeftoverConflict extends Error {
  override readonly name = 'LeftoverConflict';

  constructor(
    readonly kind: Leftover['kind'],
    readonly reason: LeftoverConflictReason,
    readonly facts: {
      /** The first that uses it. */
      user?: { kind: string; id: string; name: string };
      /** What ML Commons said, where it was asked. */
      clusterMessage?: string;
    } = {}
  ) {
    super(`The delete of a ${kind} was stopped: ${reason}`);
  }
}

/** A delete whose response was lost: the model was still there when it was read again. */
export class DeleteOutcomeUnknown extends Error {
  override readonly name = 'DeleteOutcomeUnknown';

  constructor(
    /** What came in place of the response. */
    readonly error: ClusterError,
    readonly review: Review
  ) {
    super(error.message);
  }
}
